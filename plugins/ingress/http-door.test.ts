import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { FAULTS, type FaultCode } from '../../shared/domain/fault.ts';
import { createIngress } from './index.ts';
import { IngressSettingsSchema } from './settings.ts';
import { chat, HOSTILE_BODIES, ODD_NAMES } from './simulator/hostile.ts';
import { openDoors } from './simulator/hub.ts';
import { createRig, createRigMemory } from './simulator/rig.ts';
import { createSender, type Misbehaviour } from './simulator/sender.ts';
import { MAX_WAITING } from './taker.ts';

const NOW = 1_760_000_000_000;
const SECRET = 'a-shared-secret-of-tests';
const plugin = createIngress({ fetch });
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function setUp(memory = createRigMemory()) {
  const rig = createRig(IngressSettingsSchema.parse({ secret: SECRET }), () => NOW, memory);
  const connection = plugin.connect(rig.context);
  const doors = await openDoors((room) => (room === 'r1' ? connection : undefined));
  opened.push(async () => {
    await connection.close();
    await doors.close();
  });
  const options = { secret: SECRET, clock: { now: () => NOW }, ids: { next: randomUUID } };
  return { rig, connection, doors, sender: createSender({ url: doors.url('r1'), ...options }), options };
}

const errorBody = (code: FaultCode, detail: unknown = expect.any(String)) => ({
  error: {
    code,
    text: { zh: FAULTS[code][0], en: FAULTS[code][1] },
    ...(detail === null ? {} : { detail }),
  },
});

describe('requests that are refused', () => {
  const good = Buffer.from(JSON.stringify({ events: [chat(1, '你好')] }));
  const cases: readonly {
    readonly name: string;
    readonly body?: Uint8Array;
    readonly wrong?: Misbehaviour;
    readonly status: number;
    readonly code: FaultCode;
    readonly detail?: unknown;
  }[] = [
    {
      name: 'wrong secret',
      wrong: { kind: 'wrong_secret' },
      status: 401,
      code: 'bad_signature',
      detail: null,
    },
    {
      name: 'a changed body',
      wrong: { kind: 'tampered' },
      status: 401,
      code: 'bad_signature',
      detail: null,
    },
    { name: 'no signature', wrong: { kind: 'unsigned' }, status: 401, code: 'bad_signature' },
    {
      name: 'an old timestamp',
      wrong: { kind: 'skewed', ms: -300_001 },
      status: 401,
      code: 'bad_timestamp',
      detail: '300001 ms behind our clock',
    },
    {
      name: 'a timestamp to come',
      wrong: { kind: 'skewed', ms: 300_001 },
      status: 401,
      code: 'bad_timestamp',
      detail: '300001 ms ahead of our clock',
    },
    { name: 'GET', wrong: { kind: 'method', value: 'GET' }, status: 405, code: 'invalid' },
    { name: 'a form', wrong: { kind: 'content_type', value: 'text/plain' }, status: 415, code: 'invalid' },
    { name: '10 MB', body: HOSTILE_BODIES.tenMegabytes(), status: 413, code: 'too_large' },
    {
      name: '10 MB, length not told',
      body: HOSTILE_BODIES.tenMegabytes(),
      wrong: { kind: 'chunked' },
      status: 413,
      code: 'too_large',
    },
    {
      name: '501 events',
      body: HOSTILE_BODIES.tooManyEvents(),
      status: 413,
      code: 'too_large',
      detail: '501 events, at most 500 in a batch',
    },
    {
      name: 'invalid UTF-8',
      body: HOSTILE_BODIES.invalidUtf8(),
      status: 400,
      code: 'invalid',
      detail: 'the body is not valid UTF-8',
    },
    { name: 'broken JSON', body: Buffer.from('{"events":['), status: 400, code: 'invalid' },
    { name: 'no list', body: Buffer.from('[]'), status: 400, code: 'invalid' },
    { name: 'a bad source', body: Buffer.from('{"source":"a b","events":[]}'), status: 400, code: 'invalid' },
  ];
  it.each(cases)('$name → $status $code', async ({ body = good, wrong, status, code, ...rest }) => {
    const { sender, rig } = await setUp();
    const answer = await sender.postBytes(body, wrong);
    const detail = 'detail' in rest ? rest.detail : expect.any(String);
    expect({ status: answer.status, json: answer.json }).toEqual({ status, json: errorBody(code, detail) });
    expect({ events: rig.events, counts: rig.counts }).toEqual({
      events: [],
      counts: { [`refused_${status}`]: 1 },
    });
    expect((await sender.post(sender.number([chat(0, '之后')]))).status).toBe(200);
  });

  it('a room nobody has → 404', async () => {
    const { doors, options } = await setUp();
    const answer = await createSender({ url: doors.url('nobody'), ...options }).post([]);
    expect({ status: answer.status, json: answer.json }).toEqual({
      status: 404,
      json: errorBody('not_found', null),
    });
  });

  it('a replayed nonce → 401, also after a restart', async () => {
    const memory = createRigMemory();
    const first = await setUp(memory);
    await first.sender.post(first.sender.number([chat(0, '一')]));
    const again = await first.sender.post(first.sender.number([chat(0, '二')]), { kind: 'replay_nonce' });
    expect({ status: again.status, json: again.json }).toEqual({
      status: 401,
      json: errorBody('nonce_replayed', null),
    });

    const nonce = 'fixed-nonce-0123456789';
    const fixed = { ...first.options, ids: { next: () => nonce } };
    expect((await createSender({ url: first.doors.url('r1'), ...fixed }).post([])).status).toBe(200);
    const second = await setUp(memory);
    expect((await createSender({ url: second.doors.url('r1'), ...fixed }).post([])).status).toBe(401);
  });

  it('a room without its secret → 503 with retry-after', async () => {
    const rig = createRig(IngressSettingsSchema.parse({ secretName: 'missing' }), () => NOW);
    const connection = plugin.connect(rig.context);
    const doors = await openDoors(() => connection);
    opened.push(doors.close);
    const sender = createSender({
      url: doors.url('r1'),
      secret: SECRET,
      clock: { now: () => NOW },
      ids: { next: randomUUID },
    });
    const answer = await sender.post([]);
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '1']);
  });

  it('a connection that closes → 503', async () => {
    const { connection, sender } = await setUp();
    await connection.close();
    expect((await sender.post([])).status).toBe(503);
  });

  it('a core without room → 429 with retry-after, and nothing lost after it', async () => {
    const { rig, sender } = await setUp();
    rig.hold();
    const batches = Array.from({ length: MAX_WAITING + 1 }, () =>
      sender.number([chat(0, '满', '观众', randomUUID())]),
    );
    const waiting = batches.slice(0, MAX_WAITING).map((batch) => sender.post(batch));
    while (rig.events.length === 0) await new Promise((resolve) => setImmediate(resolve));
    let refused = await sender.post(batches[MAX_WAITING] ?? []);
    while (refused.status !== 429) refused = await sender.post(batches[MAX_WAITING] ?? []);
    expect([refused.status, refused.headers['retry-after'], refused.json]).toEqual([
      429,
      '1',
      errorBody('overloaded'),
    ]);
    rig.release();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual(Array(MAX_WAITING).fill(200));
    expect((await sender.post(batches[MAX_WAITING] ?? [])).json).toMatchObject({ accepted: 1, gaps: [] });
  });
});

describe('batches that are taken', () => {
  it('answers accepted, duplicate, rejected, gaps and ack', async () => {
    const { rig, sender } = await setUp();
    const first = sender.number([chat(0, '一', '甲', 'a'), chat(0, '二', '乙', 'b')]);
    expect((await sender.post(first)).json).toEqual({
      accepted: 2,
      duplicate: 0,
      rejected: [],
      gaps: [],
      ack: { seq: 2 },
    });
    expect((await sender.post(first)).json).toEqual({
      accepted: 0,
      duplicate: 2,
      rejected: [],
      gaps: [],
      ack: { seq: 2 },
    });
    sender.skip(3);
    const later = sender.number([chat(0, '六', '丙', 'c'), { kind: 'gift', id: 'g' }]);
    expect((await sender.post(later)).json).toEqual({
      accepted: 1,
      duplicate: 0,
      rejected: [{ index: 1, seq: 7, code: 'invalid', detail: expect.stringContaining('user') }],
      gaps: [{ fromSeq: 3, toSeq: 5 }],
      ack: { seq: 7 },
    });
    expect(rig.events.map(({ kind, seq, nativeSeq }) => [kind, seq, nativeSeq])).toEqual([
      ['chat', 0, '1'],
      ['chat', 1, '2'],
      ['gap', 2, undefined],
      ['chat', 3, '6'],
    ]);
    expect(rig.events[2]?.body).toEqual({ fromAt: NOW, toAt: NOW, reason: 'sequence_gap', estimate: 3 });
    expect(rig.counts).toEqual({ duplicate: 2, gap: 1, refused_event: 1 });
  });

  it('takes what was missing when it comes late, and goes on after a restart', async () => {
    const memory = createRigMemory();
    const one = await setUp(memory);
    await one.sender.post([chat(1, '一'), chat(4, '四')]);
    const two = await setUp(memory);
    expect((await two.sender.post([chat(2, '二'), chat(1, '一'), chat(5, '五')])).json).toEqual({
      accepted: 2,
      duplicate: 1,
      rejected: [],
      gaps: [],
      ack: { seq: 5 },
    });
    expect(two.rig.counts).toEqual({ duplicate: 1, late: 1 });
  });

  it('rejects a lone surrogate alone, and takes its neighbours', async () => {
    const { rig, sender } = await setUp();
    expect((await sender.postBytes(HOSTILE_BODIES.loneSurrogate())).json).toEqual({
      accepted: 2,
      duplicate: 0,
      rejected: [{ index: 1, seq: 2, code: 'invalid', detail: 'text: half of a surrogate pair' }],
      gaps: [],
      ack: { seq: 3 },
    });
    expect(rig.events.map((event) => event.nativeSeq)).toEqual(['1', '3']);
  });

  it('rejects nesting that would break a recursive reader', async () => {
    const { sender } = await setUp();
    expect((await sender.postBytes(HOSTILE_BODIES.deepNesting())).json).toMatchObject({
      accepted: 0,
      rejected: [{ index: 0, seq: 1, code: 'invalid', detail: 'nested deeper than 16' }],
    });
  });

  it('keeps bidi and zero-width names as they are', async () => {
    const { rig, sender } = await setUp();
    const events = ODD_NAMES.map((name, i) => chat(i + 1, '好', name));
    expect((await sender.post(events)).json).toMatchObject({ accepted: ODD_NAMES.length });
    expect(rig.events.map((event) => event.actor?.name)).toEqual(ODD_NAMES);
  });

  it('keeps each source’s numbers apart', async () => {
    const { doors, options, rig } = await setUp();
    const a = createSender({ url: doors.url('r1'), ...options, source: 'a' });
    const b = createSender({ url: doors.url('r1'), ...options, source: 'b' });
    await a.post([chat(1, '一', '甲', 'a1')]);
    expect((await b.post([chat(100, '百', '乙', 'b1')])).json).toMatchObject({ gaps: [], ack: { seq: 100 } });
    expect((await a.post([chat(2, '二', '甲', 'a2')])).json).toMatchObject({ gaps: [], ack: { seq: 2 } });
    expect(rig.events.map((event) => event.source)).toEqual(['ingress/a', 'ingress/b', 'ingress/a']);
  });

  it('says 503 where the core breaks, and takes the batch when it is sent again', async () => {
    const memory = createRigMemory();
    let broken = true;
    const { sender, rig } = await setUp({
      ...memory,
      setCursor: (stream, seq) =>
        broken ? Promise.reject(new Error('disk')) : memory.setCursor(stream, seq),
    });
    const batch = sender.number([chat(0, '一')]);
    expect((await sender.post(batch)).status).toBe(503);
    broken = false;
    expect((await sender.post(batch)).json).toMatchObject({ accepted: 0, duplicate: 1, ack: { seq: 1 } });
    expect(rig.events.length).toBe(1);
  });
});
