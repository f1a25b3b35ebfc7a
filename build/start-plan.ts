/** What `npm start` has found. */
export interface Surroundings {
  /** Path of the Electron program, or null. */
  readonly electron: string | null;
  readonly display: boolean;
  /** Chromium's sandbox refuses to run as root. */
  readonly root: boolean;
}

/** What `npm start` does. */
export type StartPlan =
  | { readonly kind: 'desktop'; readonly program: string; readonly args: readonly string[] }
  | { readonly kind: 'hub'; readonly why: string; readonly args: readonly string[] };

/** The words after `npm start --`: rooms instead of the demo, `--browser` to stay in the browser. */
export interface StartWishes {
  readonly rooms: readonly string[];
  readonly browser: boolean;
  /** Passed on as they are: `--data DIR`, `--port N`, … */
  readonly rest: readonly string[];
}

/** Reads the arguments of `npm start`. A `--room` without a value is an error, as a text. */
export function readWishes(args: readonly string[]): StartWishes | string {
  const rooms: string[] = [];
  const rest: string[] = [];
  let browser = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index] ?? '';
    if (arg === '--browser') browser = true;
    else if (arg.startsWith('--room=')) rooms.push(arg.slice('--room='.length));
    else if (arg === '--room') {
      index += 1;
      const room = args[index];
      if (room === undefined || room.startsWith('--')) {
        return '--room needs a source: twitch:<channel> or replay:<file>';
      }
      rooms.push(room);
    } else rest.push(arg);
  }
  return { rooms, browser, rest };
}

/** The desktop app where it can open, otherwise the same console at a local address, and why. */
export function planStart(wishes: StartWishes, around: Surroundings): StartPlan {
  const rooms = wishes.rooms.flatMap((room) => ['--room', room]);
  const content = [...(rooms.length === 0 ? ['--demo'] : rooms), ...wishes.rest];
  const why = whyNoDesktop(wishes, around);
  if (around.electron === null || why !== null) {
    return { kind: 'hub', why: why ?? '', args: ['hub', ...content] };
  }
  return {
    kind: 'desktop',
    program: around.electron,
    args: [...(around.root ? ['--no-sandbox'] : []), '.', ...content],
  };
}

function whyNoDesktop(wishes: StartWishes, around: Surroundings): string | null {
  if (wishes.browser) return 'asked for the browser';
  if (around.electron === null) {
    return 'Electron’s program is not on this machine (`npx install-electron` fetches it)';
  }
  return around.display ? null : 'there is no display';
}
