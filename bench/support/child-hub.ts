import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { PROJECT } from './places.ts';

/** A hub in a process of its own. */
export interface ChildHub {
  readonly url: string;
  /** From the second line, while nobody has paired; resolves to null after a moment without one. */
  readonly token: Promise<string | null>;
  readonly kill: (signal: 'SIGKILL' | 'SIGTERM') => Promise<void>;
}

const TOKEN_WAIT_MS = 3_000;

/** `node main/cli.ts hub` on a data folder. */
export function startChildHub(data: string): Promise<ChildHub> {
  return startProgram([join(PROJECT, 'main', 'cli.ts'), 'hub', '--port', '0', '--data', data]);
}

/** A program whose first line says where it listens. */
export async function startProgram(args: readonly string[]): Promise<ChildHub> {
  const child = spawn(process.execPath, ['--no-warnings', ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  const lines = readLines(child);
  const first = await lines.next();
  if (first === null) throw new Error('the program ended before it listened');
  const { url } = JSON.parse(first) as { readonly url: string };
  return {
    url,
    token: Promise.race([
      lines
        .next()
        .then((line) => (line === null ? null : (JSON.parse(line) as { readonly token: string }).token)),
      new Promise<null>((done) => setTimeout(done, TOKEN_WAIT_MS, null).unref()),
    ]),
    async kill(signal) {
      const closed = once(child, 'close');
      child.kill(signal);
      await closed;
    },
  };
}

/** The next line of stdout, or null at its end. */
function readLines(child: ChildProcess): { readonly next: () => Promise<string | null> } {
  const ready: string[] = [];
  const waiting: ((line: string | null) => void)[] = [];
  let rest = '';
  let ended = false;
  child.stdout?.setEncoding('utf8');
  child.stdout?.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      const taker = waiting.shift();
      if (taker === undefined) ready.push(line);
      else taker(line);
    }
  });
  child.once('close', () => {
    ended = true;
    for (const taker of waiting.splice(0)) taker(null);
  });
  return {
    next() {
      const line = ready.shift();
      if (line !== undefined) return Promise.resolve(line);
      return ended ? Promise.resolve(null) : new Promise((done) => waiting.push(done));
    },
  };
}
