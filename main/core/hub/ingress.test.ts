import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chat, HOSTILE_BODIES, ODD_NAMES } from '../../../plugins/ingress/simulator/hostile.ts';
import { confirmation, type Platform, startPlatform } from '../../../plugins/ingress/simulator/platform.ts';
import {
  createSender,
  type Misbehaviour,
  type Sender,
  type SenderOptions,
} from '../../../plugins/ingress/simulator/sender.ts';
import { dataFolder, startWholeHub, type WholeHub } from '../testing/whole-hub.ts';

const SECRET = 'a-shared-secret-of-tests';
const BACK = 'another-secret-for-calls';
const clock = { now: () => Date.now() };
const folders: (() => void)[] = [];
let dir: string;
let hub: WholeHub;
let sender: Sender;
let platform: Platform;
let confirms = true;

beforeEach(async () => {
  const folder = dataFolder();
  folders.push(folder.remove);
  dir = folder.dir;
  confirms = true;
  platform = await startPlatform({
    callbackSecret: BACK,
    clock,
    onAction: (call) => {
      if (confirms)
        void sender.post(sender.number([confirmation(call, `done-${call.actionId}`, Date.now())]));
    },
  });
  hub = await startWholeHub({ dataDir: dir });
  await hub.rest('POST', '/rooms', {
    id: 'shop',
    name: '自家平台',
    plugin: 'ingress',
    settings: {
      secret: SECRET,
      callbackUrl: platform.callbackUrl,
      callbackSecret: BACK,
      capabilities: ['mute', 'unmute', 'delete', 'say'],
    },
    enabled: true,
  });
  sender = createSender(sending());
});
afterEach(async () => {
  await hub.close();
  await platform.close();
});
afterAll(() => {
  for (const remove of folders) remove();
});

function sending(room = 'shop'): SenderOptions {
  return {
    url: `${hub.url}/ingress/v1/rooms/${room}/events`,
    secret: SECRET,
    clock,
    ids: { next: randomUUID },
  };
}

interface Row {
  readonly kind: string;
  readonly text: string;
  readonly person?: { readonly name: string };
}
const stored = async (): Promise<readonly Row[]> =>
  ((await hub.rest('GET', '/review/events?roomId=shop&order=oldest&limit=1000')) as { rows: Row[] }).rows;
const texts = async (): Promise<readonly string[]> =>
  (await stored()).filter((row) => row.kind === 'chat').map((row) => row.text);

describe('ingress through the whole hub', () => {
  const good = Buffer.from(JSON.stringify({ events: [chat(1, '被拒')] }));
  const refused: readonly (readonly [string, Uint8Array, Misbehaviour | undefined, number, string])[] = [
    ['a wrong signature', good, { kind: 'wrong_secret' }, 401, 'bad_signature'],
    ['a changed body', good, { kind: 'tampered' }, 401, 'bad_signature'],
    ['no signature', good, { kind: 'unsigned' }, 401, 'bad_signature'],
    ['an old timestamp', good, { kind: 'skewed', ms: -301_000 }, 401, 'bad_timestamp'],
    ['10 MB', HOSTILE_BODIES.tenMegabytes(), undefined, 413, 'too_large'],
    ['10 MB without a length', HOSTILE_BODIES.tenMegabytes(), { kind: 'chunked' }, 413, 'too_large'],
    ['501 events', HOSTILE_BODIES.tooManyEvents(), undefined, 413, 'too_large'],
    ['invalid UTF-8', HOSTILE_BODIES.invalidUtf8(), undefined, 400, 'invalid'],
  ];
  it('refuses each bad request as the contract says, and nothing else is disturbed', async () => {
    const answers: unknown[] = [];
    for (const [name, body, wrong] of refused) {
      const answer = await sender.postBytes(body, wrong);
      const { error } = answer.json as { error: { code: string; text: { zh: string; en: string } } };
      expect({ zh: error.text.zh.length > 0, en: error.text.en.length > 0 }).toEqual({ zh: true, en: true });
      answers.push([name, answer.status, error.code]);
    }
    expect(answers).toEqual(refused.map(([name, , , status, code]) => [name, status, code]));
    const nobody = await createSender(sending('nobody')).post([]);
    expect([nobody.status, (nobody.json as { error: { code: string } }).error.code]).toEqual([
      404,
      'not_found',
    ]);
    expect((await sender.post(sender.number([chat(0, '还在')]))).json).toMatchObject({ accepted: 1 });
    await hub.until(texts, (rows) => rows.length > 0);
    expect(await texts()).toEqual(['还在']);
  });

  it('takes each event once, tells gaps and duplicates, keeps odd names, and does so after a restart', async () => {
    const first = sender.number([chat(0, '一', '甲', 'a'), chat(0, '二', '乙', 'b')]);
    await sender.post(first);
    expect((await sender.post(first)).json).toMatchObject({ accepted: 0, duplicate: 2 });
    const replay = await sender.post(sender.number([]), { kind: 'replay_nonce' });
    expect([replay.status, (replay.json as { error: { code: string } }).error.code]).toEqual([
      401,
      'nonce_replayed',
    ]);
    sender.skip(3);
    const odd = sender.number(ODD_NAMES.map((name, at) => chat(0, `名${at}`, name, `odd-${at}`)));
    expect((await sender.post(odd)).json).toMatchObject({
      accepted: ODD_NAMES.length,
      gaps: [{ fromSeq: 3, toSeq: 5 }],
    });
    await hub.until(texts, (rows) => rows.length === 2 + ODD_NAMES.length);
    await hub.close();
    hub = await startWholeHub({ dataDir: dir });
    const again = createSender(sending());
    expect((await again.post(first)).json).toMatchObject({ accepted: 0, duplicate: 2 });
    expect((await again.post(odd)).json).toMatchObject({ accepted: 0, duplicate: ODD_NAMES.length });
    const rows = await stored();
    expect({
      chats: rows.filter((row) => row.kind === 'chat').map((row) => [row.person?.name, row.text]),
      sequenceGaps: rows.filter((row) => row.kind === 'gap' && row.text.includes('sequence')).length,
    }).toEqual({
      chats: [['甲', '一'], ['乙', '二'], ...ODD_NAMES.map((name, at) => [name, `名${at}`])],
      sequenceGaps: 1,
    });
  });

  it('half a surrogate pair is refused alone', async () => {
    const answer = await sender.postBytes(HOSTILE_BODIES.loneSurrogate());
    expect(answer.json).toMatchObject({ accepted: 2, rejected: [{ index: 1, code: 'invalid' }] });
    await hub.until(texts, (rows) => rows.length === 2);
    expect(await texts()).toEqual(['前', '后']);
  });

  it('flags, mutes by a signed call, and believes the receipt only when the platform tells of it', async () => {
    await sender.post(sender.number([chat(0, '主播是傻逼', '刷子', 'm1')]));
    const flags = async () =>
      ((await hub.rest('GET', '/flags?roomId=shop')) as { rows: { id: string; category: string }[] }).rows;
    const [flag] = await hub.until(flags, (rows) => rows.some((row) => row.category === 'abuse'));
    const ask = async (kind: string, id: string) =>
      hub.rest('POST', '/actions', {
        requests: [
          {
            id,
            roomId: 'shop',
            kind,
            target: { id: 'ingress:u-刷子', nativeId: 'u-刷子', name: '刷子', actionable: true },
            ...(kind === 'mute' ? { durationSec: 600 } : {}),
            flagId: flag?.id,
          },
        ],
      });
    const mute = randomUUID();
    await ask('mute', mute);
    const state = (id: string) => hub.core.services.desk.actions.get(id)?.state;
    await hub.until(
      () => state(mute),
      (value) => value === 'confirmed',
    );
    confirms = false;
    const lift = randomUUID();
    await hub.rest('POST', '/actions/undo', { actionIds: [mute], undoIds: [lift] });
    await hub.until(
      () => state(lift),
      (value) => value === 'accepted',
    );
    expect(platform.calls.map((call) => [call.actionId, call.kind])).toEqual([
      [mute, 'mute'],
      [lift, 'unmute'],
    ]);
    expect(platform.refusals).toEqual([]);
  });
});
