import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../core/testing/whole-hub.ts';

const started = new Set<ChildProcess>();
const folders: (() => void)[] = [];
afterEach(() => {
  for (const child of started) child.kill('SIGKILL');
  started.clear();
});
afterAll(() => {
  for (const remove of folders) remove();
});

function folder(): string {
  const made = dataFolder();
  folders.push(made.remove);
  return made.dir;
}

interface Run {
  /** The next line of stdout, read as JSON. */
  readonly line: () => Promise<Readonly<Record<string, string>>>;
  readonly stop: (signal: NodeJS.Signals) => void;
  /** Exit code, and everything said on stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly stderr: string }>;
}

function changkong(...args: readonly string[]): Run {
  const child = spawn(process.execPath, ['main/cli.ts', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, CHANGKONG_LOG: 'error' },
  });
  started.add(child);
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    line: async () => JSON.parse((await lines.next()).value ?? '{}'),
    stop: (signal) => child.kill(signal),
    ended: new Promise((resolve) => child.once('exit', (code) => resolve({ code, stderr }))),
  };
}

describe('changkong hub', () => {
  it('says where it listens, then how to pair; ends with 0; a second start is paired already', async () => {
    const data = folder();
    const first = changkong('hub', '--data', data, '--port', '0');
    const listening = await first.line();
    const pairing = await first.line();
    expect([listening.event, pairing.event]).toEqual(['listening', 'pairing']);
    expect(pairing.url).toBe(`${listening.url}/#pair=${pairing.token}`);
    const paired = await fetch(`${listening.url}/api/v1/session/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token: pairing.token }),
    });
    expect(paired.status).toBe(200);
    first.stop('SIGTERM');
    expect((await first.ended).code).toBe(0);

    const second = changkong('hub', '--data', data, '--port', '0');
    expect((await second.line()).event).toBe('listening');
    second.stop('SIGINT');
    const { code, stderr } = await second.ended;
    expect({ code, pairs: stderr.includes('#pair=') }).toEqual({ code: 0, pairs: false });
  }, 30_000);

  it.each([
    ['a room nobody can read', ['--room', 'nonsense'], 'twitch:<channel>'],
    ['a port that is taken', ['--port', 'taken'], 'choose another --host or --port'],
    ['a folder that is a file', ['--data', 'package.json/x'], 'ENOTDIR'],
  ])(
    '%s → 1, with a sentence and no stack',
    async (_, extra, says) => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const address = server.address();
      const taken = typeof address === 'object' ? String(address?.port) : '';
      const args = extra.map((each) => (each === 'taken' ? taken : each));
      const run = changkong('hub', '--data', folder(), '--port', '0', ...args);
      const { code, stderr } = await run.ended;
      expect({ code, said: stderr.includes(says), stack: /\n\s+at /.test(stderr) }).toEqual({
        code: 1,
        said: true,
        stack: false,
      });
    },
    30_000,
  );
});
