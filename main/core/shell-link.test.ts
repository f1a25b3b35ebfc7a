import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { afterEach, expect, it } from 'vitest';
import type { ApiClient } from '../../shared/api/client.ts';
import { fault } from '../../shared/domain/fault.ts';
import { fail } from '../../shared/domain/result.ts';
import { LOCAL_OWNER } from './access/members.ts';
import { systemClock } from './effects.ts';
import { startCore } from './host.ts';
import { callerOf, linkToShell, type OwnedPort, type ShellLinkDeps } from './shell-link.ts';
import { createShellSecrets } from './shell-secrets.ts';
import type { CoreStart, FromCore, PortOwner, ToCore } from './utility-protocol.ts';

const ends: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** The shell's side: sends, and waits for what the core says. */
function shell(start: ShellLinkDeps['start'] = startCore) {
  const said: FromCore[] = [];
  const exits: number[] = [];
  const hear = linkToShell({
    tell: (message) => said.push(message),
    start,
    exit: (code) => exits.push(code),
    clock: systemClock,
  });
  const say = (message: ToCore, port?: OwnedPort): void => hear(message, port === undefined ? [] : [port]);
  const until = async (done: () => boolean): Promise<void> => {
    while (!done()) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const heard = (kind: FromCore['kind']): Promise<void> =>
    until(() => said.some((message) => message.kind === kind));
  const stop = async (): Promise<void> => {
    say({ kind: 'stop' });
    await until(() => exits.length > 0);
  };
  return { say, said, exits, heard, stop };
}
const startOf = (): CoreStart => ({
  dataDir: join(mkdtempSync(join(tmpdir(), 'changkong-link-')), 'data'),
  demo: false,
  rooms: [],
  version: '1.2.3',
});
function page(say: (message: ToCore, port?: OwnedPort) => void, owner: PortOwner): ApiClient {
  const { port1, port2 } = new MessageChannel();
  say({ kind: 'port', owner }, port1 as unknown as OwnedPort);
  port2.start();
  ends.push(async () => port2.close());
  return createORPCClient(new RPCLink({ port: port2 as unknown as MessagePort }));
}

it('serves a port that came before the core was up, and one that came after', async () => {
  const { say, heard, stop, exits } = shell();
  say({ kind: 'start', start: startOf() });
  const early = page(say, { windowId: 1, window: 'workbench' });
  await heard('started');
  const late = page(say, { windowId: 2, window: 'streamer', roomId: 'demo' });
  const hellos = await Promise.all([early.session.hello({}), late.session.hello({})]);
  expect(hellos.map(({ member, transport }) => [member.roles, member.roomIds, transport])).toEqual([
    [LOCAL_OWNER.roles, undefined, 'local'],
    [['streamer'], ['demo'], 'local'],
  ]);
  await stop();
  expect(exits).toEqual([0]);
});

it('says why it cannot start, and goes', async () => {
  const { say, said, heard, exits } = shell(async () => fail(fault('store_newer')));
  say({ kind: 'start', start: startOf() });
  await heard('refused');
  expect([said, exits]).toEqual([[{ kind: 'refused', fault: fault('store_newer') }], [0]]);
});

it('a room argument nobody understands refuses the start', async () => {
  const { say, said, heard } = shell();
  say({ kind: 'start', start: { ...startOf(), rooms: ['nonsense'] } });
  await heard('refused');
  expect(said.at(-1)).toMatchObject({ fault: { code: 'invalid' } });
});

it('stops also while it is still starting', async () => {
  const { say, exits, stop, said } = shell();
  say({ kind: 'start', start: startOf() });
  await stop();
  expect([exits, said.some(({ kind }) => kind === 'started')]).toEqual([[0], false]);
});

it('a streamer’s window without a room may see none', () => {
  expect(callerOf({ windowId: 1, window: 'streamer' })).toMatchObject({ roles: ['streamer'], roomIds: [] });
});

it('asks the shell for secrets and takes answers in any order', async () => {
  const asked: FromCore[] = [];
  const secrets = createShellSecrets((message) => asked.push(message));
  const [a, b, c] = [secrets.get('a'), secrets.get('b'), secrets.set('c', null)];
  secrets.answered({ kind: 'secret', id: 2, value: 'two' });
  secrets.answered({ kind: 'secret', id: 3, value: null, fault: fault('store_failed') });
  secrets.answered({ kind: 'secret', id: 1, value: null });
  await expect(c).rejects.toThrow('local database');
  expect([await a, await b, asked]).toEqual([
    null,
    'two',
    [
      { kind: 'secret', id: 1, request: { op: 'get', name: 'a' } },
      { kind: 'secret', id: 2, request: { op: 'get', name: 'b' } },
      { kind: 'secret', id: 3, request: { op: 'set', name: 'c', value: null } },
    ],
  ]);
});
