/** What the app was started with. */
export interface ShellOptions {
  readonly demo: boolean;
  readonly rooms: readonly string[];
  /** Keep everything in this folder instead of the usual one. */
  readonly dataDir?: string | undefined;
  /** Prove that it works, print one JSON line, and quit. */
  readonly smoke: boolean;
}

/** Reads our options among Chromium's; unknown ones are Chromium's business. */
export function readOptions(args: readonly string[]): ShellOptions {
  return {
    demo: args.includes('--demo'),
    smoke: args.includes('--smoke'),
    rooms: valuesOf('--room', args),
    dataDir: valuesOf('--data', args).at(-1),
  };
}

function valuesOf(name: string, args: readonly string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg.startsWith(`${name}=`)) return [arg.slice(name.length + 1)];
    const next = args[index + 1];
    return arg === name && next !== undefined && !next.startsWith('--') ? [next] : [];
  });
}
