import { randomUUID } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createIngress } from './index.ts';
import { IngressSettingsSchema } from './settings.ts';
import { chat, HOSTILE_BODIES } from './simulator/hostile.ts';
import { openDoors } from './simulator/hub.ts';
import { createRig, createRigMemory } from './simulator/rig.ts';
import { helloFrame, openStream } from './simulator/stream.ts';
import { MAX_BAD_FRAMES } from './socket-door.ts';
import { MAX_WAITING } from './taker.ts';

const NOW = 1_760_000_000_000;
const SECRET = 'a-shared-secret-of-tests';
const plugin = createIngress({ fetch });
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

async function setUp(memory = createRigMemory(), ingress = plugin) {
  const rig = createRig(IngressSettingsSchema.parse({ secret: SECRET }), () => NOW, memory);
  const connection = ingress.connect(rig.context);
  const doors = await openDoors((room) => (room === 'r1' ? connection : undefined));
  opened.push(doors.close);
  const options = {
    url: doors.wsUrl('r1'),
    room: 'r1',
    secret: SECRET,
    clock: { now: () => NOW },
    ids: { next: randomUUID },
  };
  const stream = await openStream(options);
  return { rig, connection, doors, stream, options };
}

async function greeted(memory = createRigMemory()) {
  const set = await setUp(memory);
  set.stream.send(helloFrame(set.options));
  const welcome = await set.stream.next();
  return { ...set, welcome };
}

describe('socket', () => {
  it('greets, takes events, says where to resume after a new connection', async () => {
    const memory = createRigMemory();
    const one = await greeted(memory);
    expect(one.welcome).toEqual({
      type: 'welcome',
      room: 'r1',
      source: 'main',
      seq: 1,
      limits: { events: 500, bytes: 1_048_576 },
    });
    one.stream.send({ type: 'events', id: 'f1', events: [chat(1, '一'), chat(2, '二'), chat(2, '二')] });
    expect(await one.stream.next()).toEqual({
      type: 'ack',
      id: 'f1',
      seq: 2,
      accepted: 2,
      duplicate: 1,
      rejected: [],
      gaps: [],
    });
    const two = await greeted(memory);
    expect(two.welcome).toMatchObject({ type: 'welcome', seq: 3 });
    two.stream.send({ type: 'resume' });
    expect(await two.stream.next()).toEqual({ type: 'resume_from', seq: 3 });
    two.stream.send({ type: 'events', events: [chat(4, '四')] });
    expect(await two.stream.next()).toMatchObject({ type: 'ack', seq: 4, gaps: [{ fromSeq: 3, toSeq: 3 }] });
  });

  it('answers hostile frames with errors and counts them', async () => {
    const { rig, stream } = await greeted();
    const frames = [
      '{',
      '[]',
      '{"type":"drop"}',
      '{"type":"hello"}',
      Buffer.from('{"type":"events","events":7}'),
    ];
    for (const frame of frames) stream.send(frame);
    for (const _ of frames)
      expect(await stream.next()).toMatchObject({ type: 'error', error: { code: 'invalid' } });
    stream.send(HOSTILE_BODIES.tooManyEvents().toString().replace('{', '{"type":"events",'));
    expect(await stream.next()).toMatchObject({ type: 'error', error: { code: expect.any(String) } });
    expect(rig.counts).toEqual({ hostile_frame: frames.length + 1 });
    stream.send({ type: 'events', events: [chat(1, '还在')] });
    expect(await stream.next()).toMatchObject({ type: 'ack', accepted: 1 });
  });

  it('closes after too many of them', async () => {
    const { stream } = await greeted();
    for (let i = 0; i < MAX_BAD_FRAMES; i += 1) stream.send('no');
    for (let i = 0; i < MAX_BAD_FRAMES; i += 1) await stream.next();
    expect(await stream.next()).toEqual({ type: 'closed', code: 1008, reason: 'too many refused frames' });
  });

  it.each([
    ['a wrong secret', { secret: 'another-secret-altogether' }, 0, 'bad_signature'],
    ['another room', { room: 'r2' }, 0, 'bad_signature'],
    ['an old timestamp', {}, -300_001, 'bad_timestamp'],
  ] as const)('refuses a hello with %s', async (_, change, skew, code) => {
    const { stream, options } = await setUp();
    stream.send(helloFrame({ ...options, ...change }, skew));
    expect(await stream.next()).toMatchObject({ type: 'error', error: { code } });
    expect(await stream.next()).toEqual({ type: 'closed', code: 4401, reason: code });
  });

  it('refuses a replayed hello and events before hello', async () => {
    const { stream, options } = await setUp();
    stream.send({ type: 'events', events: [] });
    expect(await stream.next()).toMatchObject({ type: 'error', error: { code: 'bad_signature' } });
    const hello = helloFrame(options);
    stream.send(hello);
    expect(await stream.next()).toMatchObject({ type: 'welcome' });
    const thief = await openStream(options);
    thief.send(hello);
    expect(await thief.next()).toMatchObject({ type: 'error', error: { code: 'nonce_replayed' } });
  });

  it('closes with 1009 on an oversize frame', async () => {
    const { stream } = await greeted();
    stream.send('x'.repeat(1_048_577));
    expect(await stream.next()).toMatchObject({ type: 'closed', code: 1009 });
  });

  it('closes with 1007 on invalid UTF-8', async () => {
    const { stream } = await greeted();
    stream.send(HOSTILE_BODIES.invalidUtf8());
    expect(await stream.next()).toMatchObject({ type: 'closed', code: 1007 });
  });

  it('asks to slow down while the core has no room', async () => {
    const { rig, stream } = await greeted();
    rig.hold();
    for (let i = 1; i <= MAX_WAITING + 1; i += 1)
      stream.send({ type: 'events', id: String(i), events: [chat(i, `第${i}条`)] });
    expect(await stream.next()).toMatchObject({
      type: 'slow_down',
      id: String(MAX_WAITING + 1),
      retryAfterMs: 1_000,
    });
    rig.release();
    for (let i = 1; i <= MAX_WAITING; i += 1)
      expect(await stream.next()).toMatchObject({ type: 'ack', id: String(i), accepted: 1 });
    stream.send({ type: 'events', events: [chat(MAX_WAITING + 1, '再来')] });
    expect(await stream.next()).toMatchObject({ type: 'ack', accepted: 1, gaps: [] });
  });

  it('closes a socket that does not say hello', async () => {
    const { options, doors } = await setUp(createRigMemory(), createIngress({ fetch, helloMs: 1 }));
    const silent = await openStream({ ...options, url: doors.wsUrl('r1') });
    expect(await silent.next()).toEqual({ type: 'closed', code: 1008, reason: 'no hello' });
  });

  it('says goodbye when the room closes', async () => {
    const { stream, connection } = await greeted();
    await connection.close();
    expect(await stream.next()).toEqual({ type: 'closed', code: 1001, reason: 'room closed' });
  });
});
