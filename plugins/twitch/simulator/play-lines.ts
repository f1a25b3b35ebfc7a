/** How to send a recording. */
export interface PlayOptions {
  /** 1 is the recording's own speed. */
  readonly speed: number;
  /** Waits while nobody listens, instead of losing lines as a live room does. */
  readonly waitForListener?: boolean;
}

/** A recording on its way. */
export interface Playing {
  /** Resolves when the last line was sent, or after `stop`. */
  readonly done: Promise<void>;
  /** Lines that reached a listener. */
  readonly sent: () => readonly string[];
  /** Lines sent while nobody listened. */
  readonly missed: () => readonly string[];
  readonly stop: () => void;
}

/** Sends each line when its `tmi-sent-ts` is due; lines without one go with the line before. */
export function playLines(
  lines: readonly string[],
  options: PlayOptions,
  send: (lines: readonly string[]) => number,
): Playing {
  const due = dueTimes(lines);
  const sent: string[] = [];
  const missed: string[] = [];
  let next = 0;
  let elapsed = 0;
  let last = performance.now();
  let finish: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });

  const tick = () => {
    const now = performance.now();
    elapsed += (now - last) * options.speed;
    last = now;
    while (next < lines.length && (due[next] ?? 0) <= elapsed) {
      let end = next + 1;
      while (end < lines.length && (due[end] ?? 0) <= elapsed && end - next < FRAME_LINES) end += 1;
      const frame = lines.slice(next, end);
      const reached = send(frame) > 0;
      if (!reached && options.waitForListener === true) {
        elapsed = Math.min(elapsed, due[next] ?? 0);
        return;
      }
      (reached ? sent : missed).push(...frame);
      next = end;
    }
    if (next >= lines.length) stop();
  };
  const timer = setInterval(tick, TICK_MS);
  const stop = () => {
    clearInterval(timer);
    finish();
  };
  return { done, sent: () => sent, missed: () => missed, stop };
}

const TICK_MS = 5;

/** Twitch puts several lines into one frame when a room is busy. */
const FRAME_LINES = 8;

/** Milliseconds from the first line's time; never running back. */
function dueTimes(lines: readonly string[]): readonly number[] {
  let first: number | null = null;
  let latest = 0;
  return lines.map((line) => {
    const found = /[@;]tmi-sent-ts=(\d{1,15})/.exec(line);
    if (found?.[1] !== undefined) {
      const at = Number(found[1]);
      first ??= at;
      latest = Math.max(latest, at - first);
    }
    return latest;
  });
}
