import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ViewerClient } from '../../../shared/api/viewer.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import { type Hub, serveHub } from './server.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

async function start(): Promise<{ test: SupportTest; hub: Hub }> {
  const test = await startSupportTest();
  cleanup.push(() => test.core.close());
  const hub = await serveHub(
    { ...test.core, connectPort: () => undefined },
    { host: '127.0.0.1', port: 0, pageDir: '/nowhere' },
  );
  if (!hub.ok) throw new Error(hub.fault.detail);
  cleanup.push(() => hub.value.close());
  return { test, hub: hub.value };
}

/** A PNG of one pixel, with a text chunk and a script behind its end. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

async function socketViewer(hub: Hub, session: string): Promise<ViewerClient> {
  const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/support/rpc`, [
    'changkong.support',
    `session.${session}`,
  ]);
  cleanup.push(() => socket.terminate());
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }));
}

const json = (method: string, body?: unknown, session?: string): RequestInit => ({
  method,
  headers: {
    'content-type': 'application/json',
    ...(session === undefined ? {} : { authorization: `Bearer ${session}` }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

describe('the viewers’ door', () => {
  it('D1 talks by REST and WebSocket, and shows what was sent on the other', async () => {
    const { test, hub } = await start();
    const opened = (await (
      await fetch(`${hub.url}/support/api/v1/session`, json('POST', { roomId: 'room' }))
    ).json()) as { session: string };
    const id = crypto.randomUUID();
    const started = await fetch(
      `${hub.url}/support/api/v1/conversations`,
      json('POST', { id, topic: 'gift' }, opened.session),
    );
    const sent = await fetch(
      `${hub.url}/support/api/v1/conversations/${id}/messages`,
      json(
        'POST',
        { id: crypto.randomUUID(), body: { kind: 'text', text: '<script>alert(1)</script>' } },
        opened.session,
      ),
    );
    const client = await socketViewer(hub, opened.session);
    const { messages } = await client.messages({ conversationId: id });
    const described = (await (await fetch(`${hub.url}/support/openapi.json`)).json()) as { paths: object };
    expect({
      statuses: [started.status, sent.status],
      text: messages.at(-1)?.body,
      paths: Object.keys(described.paths).every((path) => /^\/(?:session|appeal|conversations)/.test(path)),
      queued: test.core.services.support.routing.gauges().waiting,
    }).toEqual({
      statuses: [200, 200],
      text: { kind: 'text', text: '<script>alert(1)</script>' },
      paths: true,
      queued: 1,
    });
  });

  it('D2 keeps viewers out of the console, staff procedures and each other’s files', async () => {
    const { test, hub } = await start();
    const { session, client } = await test.viewer('u1');
    const { id } = await client.start({ id: crypto.randomUUID() });
    const bearer = { authorization: `Bearer ${session}` };
    const other = (await test.viewer('u2')).session;
    const post = (who: string, body: BodyInit) =>
      fetch(`${hub.url}/support/files?conversation=${id}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${who}` },
        body,
      });
    const mine = await post(session, PIXEL);
    const { url } = (await mine.json()) as { url: string };
    const stranger = await fetch(`${hub.url}/support/api/v1/session`, {
      ...json('POST', { roomId: 'room' }),
      headers: { origin: 'https://evil.example', 'content-type': 'application/json' },
    });
    const staffOverSocket = (await socketViewer(hub, session)) as unknown as {
      support: { agents: () => Promise<unknown> };
    };
    expect({
      rooms: (await fetch(`${hub.url}/api/v1/rooms`, { headers: bearer })).status,
      queue: (await fetch(`${hub.url}/api/v1/support/conversations`, { headers: bearer })).status,
      staff: await staffOverSocket.support.agents().catch((error: { code: string }) => error.code),
      socket: await socketViewer(hub, 'forged').then(
        () => 'open',
        () => 'refused',
      ),
      otherUpload: (await post(other, PIXEL)).status,
      nobodyUpload: (await post('', PIXEL)).status,
      mine: mine.status,
      fetched: (await fetch(hub.url + url)).status,
      unsigned: (await fetch(hub.url + url.replace(/s=.{4}/, 's=AAAA'))).status,
      stretched: (await fetch(hub.url + url.replace(/e=\d+/, 'e=9999999999999'))).status,
      stranger: stranger.status,
    }).toEqual({
      rooms: 401,
      queue: 401,
      staff: 'NOT_FOUND',
      socket: 'refused',
      otherUpload: 404,
      nobodyUpload: 401,
      mine: 200,
      fetched: 200,
      unsigned: 404,
      stretched: 404,
      stranger: 403,
    });
  });

  it('D3 serves a picture as what it is, without what hid in it, and not after it was taken back', async () => {
    const { test, hub } = await start();
    const { session, client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
    const upload = (body: Buffer) =>
      fetch(`${hub.url}/support/files?conversation=${conversationId}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${session}`, 'content-type': 'text/html' },
        body: new Uint8Array(body),
      });
    const accepted = (await (
      await upload(Buffer.concat([PIXEL, Buffer.from('<script>alert(1)</script>')]))
    ).json()) as { attachment: { id: string; mime: string; width: number } };
    const messageId = crypto.randomUUID();
    const sent = await client.send({
      conversationId,
      id: messageId,
      body: { kind: 'picture', attachmentId: accepted.attachment.id },
    });
    const served = await fetch(hub.url + sent.url);
    const bytes = Buffer.from(await served.arrayBuffer());
    await client.recall({ conversationId, messageId });
    expect({
      mime: accepted.attachment.mime,
      type: served.headers.get('content-type'),
      sniff: served.headers.get('x-content-type-options'),
      policy: served.headers.get('content-security-policy'),
      clean: !bytes.includes('<script') && bytes.includes('IEND'),
      after: (await fetch(hub.url + sent.url)).status,
      html: (await upload(Buffer.from('<html><script>1</script>'))).status,
      svg: (await upload(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'))).status,
      disguised: (await upload(Buffer.concat([PIXEL.subarray(0, 8), Buffer.from('MZ not a picture at all')])))
        .status,
      huge: (await upload(Buffer.alloc(9 * 1_048_576))).status,
    }).toEqual({
      mime: 'image/png',
      type: 'image/png',
      sniff: 'nosniff',
      policy: "default-src 'none'; sandbox",
      clean: true,
      after: 404,
      html: 422,
      svg: 422,
      disguised: 422,
      huge: 413,
    });
  });

  it('D4 lets staff upload with their session, and no page of another origin', async () => {
    const { test, hub } = await start();
    const { client } = await test.viewer('u1');
    const { id } = await client.start({ id: crypto.randomUUID() });
    const { members } = test.core.services;
    const invited = await members.invite({ name: '陈', roles: ['agent'], ttlMinutes: 5 }, SYSTEM);
    const paired = invited.ok ? await members.pair(invited.value.token) : invited;
    if (!paired.ok) throw new Error(paired.fault.code);
    const post = (headers: Record<string, string>) =>
      fetch(`${hub.url}/support/files?conversation=${id}`, { method: 'POST', headers, body: PIXEL });
    const cookie = `changkong_session=${paired.value.sessionToken}`;
    expect([
      (await post({ cookie })).status,
      (await post({ cookie, origin: 'https://evil.example' })).status,
    ]).toEqual([200, 403]);
  });

  it('D6 limits connects, lines and sessions of an address, keeps the blocked out of every door, and counts', async () => {
    const { test, hub } = await start();
    const { support } = test.core.services;
    const { session, client } = await test.viewer('u1');
    const { id } = await client.start({ id: crypto.randomUUID() });
    await test.configure({
      doors: { connectsPerMinute: 2, socketsPerAddress: 9, sessionsPerMinute: 2, messagesPerMinute: 3 },
    });
    const connect = (): Promise<number> =>
      new Promise((resolve) => {
        const socket = new WebSocket(`${hub.url.replace('http', 'ws')}/support/rpc`, ['changkong.support']);
        cleanup.push(() => socket.terminate());
        socket.once('open', () => resolve(101));
        socket.once('unexpected-response', (_, response) => resolve(response.statusCode ?? 0));
        socket.on('error', () => undefined);
      });
    const open = async (): Promise<number> =>
      (await fetch(`${hub.url}/support/api/v1/session`, json('POST', { roomId: 'room' }))).status;
    const say = async (): Promise<number> =>
      (
        await fetch(
          `${hub.url}/support/api/v1/conversations/${id}/messages`,
          json('POST', { id: crypto.randomUUID(), body: { kind: 'text', text: '在吗' } }, session),
        )
      ).status;
    const upload = async (): Promise<number> =>
      (
        await fetch(`${hub.url}/support/files?conversation=${id}`, {
          method: 'POST',
          headers: { authorization: `Bearer ${session}` },
          body: PIXEL,
        })
      ).status;
    const results = {
      connects: [await connect(), await connect(), await connect()],
      sessions: [await open(), await open(), await open()],
      messages: [await say(), await say(), await say(), await say()],
      uploads: await upload(),
    };
    const until = Date.now() + 60_000;
    await test.agent.support.blocks.add({
      id: crypto.randomUUID(),
      conversationId: id,
      scope: 'both',
      reason: 'spam',
      until,
    });
    const kept = [await say(), await upload()];
    const { counts } = support.doors.counts();
    expect([
      results,
      kept,
      counts.connectsRefused,
      counts.sessionsRefused,
      counts.messagesRefused,
      counts.blockedRefused,
    ]).toEqual([
      { connects: [101, 101, 429], sessions: [200, 200, 429], messages: [200, 200, 200, 429], uploads: 200 },
      [403, 403],
      1,
      1,
      1,
      2,
    ]);
  });

  it('D7 lets go of a feed whose line broke', async () => {
    const { test, hub } = await start();
    const { session, client } = await test.viewer('u1');
    const { id } = await client.start({ id: crypto.randomUUID() });
    const { talks } = test.core.services.support.state;
    const feed = await (await socketViewer(hub, session)).feed({ conversationId: id });
    await feed.next();
    const before = talks.isWatched(id);
    // The last thing to clean up is the socket that was opened last.
    await cleanup.pop()?.();
    await test.until(
      () => !talks.isWatched(id) && test.core.services.support.doors.counts().socketsNow === 0,
    );
    expect(before).toBe(true);
  });

  it('D5 answers supervisors by REST: configuration, presets and their undo, figures', async () => {
    const { test, hub } = await start();
    const { members } = test.core.services;
    const invited = await members.invite({ name: '周', roles: ['supervisor'], ttlMinutes: 5 }, SYSTEM);
    const paired = invited.ok ? await members.pair(invited.value.token) : invited;
    if (!paired.ok) throw new Error(paired.fault.code);
    const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> =>
      (await (
        await fetch(`${hub.url}/api/v1/support${path}`, json(method, body, paired.value.sessionToken))
      ).json()) as Record<string, unknown>;
    const changed = await call('PATCH', '/config', { retentionDays: 77 });
    const preview = await call('GET', '/presets/one_to_one');
    const applied = await call('POST', '/presets/one_to_one');
    const undone = await call('POST', '/presets/undo');
    const stats = await call('GET', '/stats?from=0&to=9999999999999&timeZone=UTC');
    expect([
      changed.retentionDays,
      (preview.changes as readonly unknown[]).length > 3,
      (applied.config as { readonly retentionDays: number }).retentionDays,
      undone.retentionDays,
      stats.conversations,
    ]).toEqual([77, true, 30, 77, 0]);
  });
});
