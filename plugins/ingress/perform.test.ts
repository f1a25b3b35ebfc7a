import { randomUUID } from 'node:crypto';
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Action, ActionKind } from '../../shared/domain/action.ts';
import { createIngress } from './index.ts';
import { IngressSettingsSchema } from './settings.ts';
import { openDoors } from './simulator/hub.ts';
import { confirmation, type PlatformAnswer, type PlatformCall, startPlatform } from './simulator/platform.ts';
import { createRig } from './simulator/rig.ts';
import { createSender } from './simulator/sender.ts';

const NOW = 1_760_000_000_000;
const SECRET = 'a-shared-secret-of-tests';
const BACK = 'another-secret-for-calls';
const clock = { now: () => NOW };
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function action(kind: ActionKind, id: string = randomUUID()): Action {
  return {
    id,
    roomId: 'r1',
    kind,
    target: { id: 'ingress:u-7', nativeId: 'u-7', name: '刷子', actionable: true },
    durationSec: 600,
    reason: '刷屏',
    actor: { kind: 'person', id: 'm1', name: '小控' },
    requestedAt: NOW,
    state: 'requested',
    receipts: [],
    undo: { possible: true, inverse: 'unmute' },
  };
}

async function setUp(onAction?: (call: PlatformCall) => void, change: object = {}, timeoutMs = 20_000) {
  const platform = await startPlatform({ callbackSecret: BACK, clock, ...(onAction ? { onAction } : {}) });
  opened.push(platform.close);
  const settings = IngressSettingsSchema.parse({
    secret: SECRET,
    callbackUrl: platform.callbackUrl,
    callbackSecret: BACK,
    capabilities: ['mute', { action: 'ban', permanent: true }, 'say', 'delete', 'warn'],
    ...change,
  });
  const rig = createRig(settings, clock.now);
  const connection = createIngress({ fetch, timeoutMs }).connect(rig.context);
  return { platform, rig, connection };
}

describe('perform', () => {
  it('sends a signed call, once, with the action’s id', async () => {
    const { platform, connection } = await setUp();
    platform.script([{ kind: 'accept', expiresAt: NOW + 600_000 }]);
    const mute = action('mute');
    expect(await connection.perform(mute)).toEqual({ kind: 'accepted', expiresAt: NOW + 600_000 });
    expect(platform.calls).toEqual([
      {
        actionId: mute.id,
        roomId: 'r1',
        kind: 'mute',
        target: { id: 'u-7', name: '刷子' },
        durationSec: 600,
        reason: '刷屏',
        actor: { kind: 'person', id: 'm1', name: '小控' },
      },
    ]);
    expect(await connection.perform(mute)).toEqual({ kind: 'accepted', expiresAt: NOW + 600_000 });
    expect([platform.calls.length, platform.repeats(), platform.refusals]).toEqual([1, 1, []]);
  });

  it('is confirmed by the event that carries its id', async () => {
    let connectionOf: Awaited<ReturnType<typeof setUp>>['connection'] | undefined;
    const doors = await openDoors(() => connectionOf);
    opened.push(doors.close);
    const sender = createSender({ url: doors.url('r1'), secret: SECRET, clock, ids: { next: randomUUID } });
    let confirmed: Promise<unknown> | undefined;
    const { connection, rig } = await setUp((call) => {
      confirmed = sender.post(sender.number([confirmation(call, 'a-1', NOW)]));
    });
    connectionOf = connection;
    const mute = action('mute');
    await connection.perform(mute);
    await confirmed;
    expect(rig.events.map(({ kind, target, body }) => [kind, target?.id, body])).toEqual([
      [
        'mod_action',
        'u-7',
        { action: 'mute', durationSec: 600, reason: '刷屏', origin: 'self', correlationId: mute.id },
      ],
    ]);
  });

  const cases: readonly (readonly [string, ActionKind, PlatformAnswer, object])[] = [
    [
      'already so',
      'ban',
      { kind: 'accept', already: true, expiresAt: null },
      { kind: 'accepted', noop: true, expiresAt: null },
    ],
    [
      'named class',
      'mute',
      { kind: 'refuse', status: 400, code: 'target_protected', detail: '房管' },
      {
        errorClass: 'target_protected',
        fault: { code: 'target_protected', detail: '房管', native: 'target_protected' },
      },
    ],
    [
      'own code',
      'mute',
      { kind: 'refuse', status: 422, code: 'E42', detail: '太长' },
      { errorClass: 'invalid', fault: { code: 'platform_refused', detail: '太长', native: 'E42' } },
    ],
    ['401', 'mute', { kind: 'refuse', status: 401 }, { errorClass: 'auth_expired' }],
    [
      '403',
      'mute',
      { kind: 'refuse', status: 403 },
      { errorClass: 'forbidden', fault: { code: 'platform_refused', detail: 'status 403', native: '403' } },
    ],
    ['404', 'delete', { kind: 'refuse', status: 404 }, { errorClass: 'not_found' }],
    ['409', 'mute', { kind: 'refuse', status: 409 }, { errorClass: 'conflict' }],
    [
      '429',
      'mute',
      { kind: 'refuse', status: 429, retryAfterSec: 7 },
      {
        errorClass: 'rate_limited',
        fault: { code: 'rate_limited', detail: 'status 429', native: '429', retryAt: NOW + 7_000 },
      },
    ],
    ['500, harmless to repeat', 'ban', { kind: 'refuse', status: 500 }, { errorClass: 'transient' }],
    [
      '500, not to be repeated',
      'mute',
      { kind: 'refuse', status: 500, code: 'transient' },
      { errorClass: 'unknown_outcome' },
    ],
    ['501', 'mute', { kind: 'refuse', status: 501 }, { errorClass: 'unsupported' }],
    [
      'no answer, harmless',
      'ban',
      { kind: 'hang' },
      { errorClass: 'transient', fault: { code: 'unreachable', detail: 'timeout' } },
    ],
    [
      'no answer',
      'say',
      { kind: 'hang' },
      { errorClass: 'unknown_outcome', fault: { code: 'unknown_outcome', detail: 'timeout' } },
    ],
    ['cut', 'warn', { kind: 'cut' }, { errorClass: 'unknown_outcome' }],
    ['another answer', 'ban', { kind: 'garbage' }, { errorClass: 'unknown_outcome' }],
    ['redirect', 'ban', { kind: 'refuse', status: 302 }, { errorClass: 'invalid' }],
  ];
  it.each(cases)('%s (%s)', async (_, kind, answer, expected) => {
    const { platform, connection } = await setUp(undefined, {}, answer.kind === 'hang' ? 200 : 20_000);
    platform.script([answer]);
    expect(await connection.perform(action(kind))).toMatchObject(expected);
  });

  it('a platform that is down was never reached', async () => {
    const port = await freePort();
    const { connection } = await setUp(undefined, { callbackUrl: `http://127.0.0.1:${port}/` });
    expect(await connection.perform(action('say'))).toMatchObject({
      errorClass: 'transient',
      fault: { detail: 'ECONNREFUSED' },
    });
  });

  it('a wrong secret is turned away', async () => {
    const { connection, platform } = await setUp(undefined, { callbackSecret: 'not-the-secret-at-all' });
    expect(await connection.perform(action('mute'))).toMatchObject({ errorClass: 'auth_expired' });
    expect(platform.refusals).toEqual(['bad_signature']);
  });

  it.each([
    ['what the platform did not name', { capabilities: ['ban'] }],
    ['a room without address', { callbackUrl: undefined }],
  ])('sends nothing for %s', async (_, change) => {
    const { connection, platform } = await setUp(undefined, change);
    expect(await connection.perform(action('mute'))).toMatchObject({ errorClass: 'unsupported' });
    expect(platform.calls).toEqual([]);
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
