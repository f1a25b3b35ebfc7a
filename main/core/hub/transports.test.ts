import { afterEach, describe, expect, it } from 'vitest';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { ChatFrame } from '../../../shared/api/views.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { portClient, socketClient } from '../testing/clients.ts';
import { CONTROLLER, startTestCore, type TestCore } from '../testing/core.ts';
import { type Hub, serveHub } from './server.ts';

const cleanup: (() => unknown)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

async function start(): Promise<{ test: TestCore; hub: Hub }> {
  const test = await startTestCore();
  cleanup.push(() => test.core.close());
  const hub = await serveHub(
    { ...test.core, connectPort: () => undefined },
    { host: '127.0.0.1', port: 0, pageDir: '/nowhere' },
  );
  if (!hub.ok) throw new Error(hub.fault.detail);
  cleanup.push(() => hub.value.close());
  return { test, hub: hub.value };
}

type Transport = (test: TestCore, hub: Hub) => Promise<ApiClient>;
const transports: Readonly<Record<string, Transport>> = {
  memory: async (test) => test.as(CONTROLLER),
  'message port': async (test) => {
    const made = portClient(test.core, CONTROLLER);
    cleanup.push(made.close);
    return made.client;
  },
  websocket: async (test, hub) => {
    const made = await socketClient(hub.url, await sessionOf(test));
    cleanup.push(made.close);
    return made.client;
  },
};

async function sessionOf(test: TestCore): Promise<string> {
  const { members } = test.core.services;
  const invited = await members.invite({ name: '林', roles: ['controller'], ttlMinutes: 5 }, SYSTEM);
  const paired = invited.ok ? await members.pair(invited.value.token) : invited;
  if (!paired.ok) throw new Error(paired.fault.code);
  return paired.value.sessionToken;
}

describe.each(Object.entries(transports))('the API over %s', (name, connect) => {
  it('T1 answers calls, and refuses by name', async () => {
    const { test, hub } = await start();
    const client = await connect(test, hub);
    const hello = await client.session.hello({});
    const refused = await client.escalations
      .take({ escalationId: 'x' })
      .catch((error: { code: string }) => error.code);
    const mismatch = await client.session
      .hello({ version: 999 })
      .catch((error: { code: string; data: { code: string } }) => error.data.code);
    expect([hello.member.roles, refused, mismatch]).toEqual([
      ['controller'],
      'forbidden',
      'version_mismatch',
    ]);
  });

  it(`T2 resumes a chat feed where it broke off, nothing lost and nothing twice (${name})`, async () => {
    const { test, hub } = await start();
    const client = await connect(test, hub);
    const seen: number[] = [];
    const take = async (
      from: ChatFrame['position'] | undefined,
      count: number,
    ): Promise<ChatFrame['position']> => {
      const stop = new AbortController();
      const feed = await client.feeds.chat({ roomId: 'room', resume: from }, { signal: stop.signal });
      for await (const frame of feed) {
        seen.push(...frame.rows.map((row) => row.offset));
        if (seen.length >= count) {
          stop.abort();
          return frame.position;
        }
      }
      throw new Error('feed ended');
    };
    const say = (from: number, to: number) =>
      test.platform.say(
        Array.from({ length: to - from }, (_, i) =>
          chatEvent({ key: `m${from + i}`, user: `u${i}`, text: `第${from + i}句`, at: Date.now() }),
        ),
      );
    await say(0, 30);
    await test.until(() => test.core.services.push.chatSource('room').ring.newest() === 30);
    const position = await take(undefined, 30);
    await say(30, 80);
    await take(position, 80);
    expect(seen).toEqual(Array.from({ length: 80 }, (_, i) => i + 1));
  });
});

describe('the hub', () => {
  it('H1 pairs once by HTTP, then answers REST with the session, and describes itself', async () => {
    const { test, hub } = await start();
    const invited = await test.core.services.members.invite(
      { name: 'Owner', roles: ['supervisor'], ttlMinutes: 5 },
      SYSTEM,
    );
    const token = invited.ok ? invited.value.token : '';
    const post = (body: unknown) =>
      fetch(`${hub.url}/api/v1/session/pair`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const paired = await post({ token });
    const { sessionToken } = (await paired.json()) as { sessionToken: string };
    const again = await post({ token });
    const rooms = await fetch(`${hub.url}/api/v1/rooms`, {
      headers: { authorization: `Bearer ${sessionToken}` },
    });
    const nobody = await fetch(`${hub.url}/api/v1/rooms`);
    const openapi = (await (await fetch(`${hub.url}/api/openapi.json`)).json()) as {
      paths: Record<string, unknown>;
    };
    const health = (await (await fetch(`${hub.url}/healthz`)).json()) as { ok: boolean };
    const metrics = await (await fetch(`${hub.url}/metrics`)).text();
    expect({
      paired: paired.status,
      cookie: /changkong_session=.*HttpOnly.*SameSite=Strict/i.test(paired.headers.get('set-cookie') ?? ''),
      again: again.status,
      rooms: ((await rooms.json()) as { room: { id: string } }[]).map((view) => view.room.id),
      nobody: nobody.status,
      paths: Object.keys(openapi.paths).length > 30,
      health: health.ok,
      metrics: metrics.includes('changkong_backlog_events'),
      csp: rooms.headers.get('content-security-policy')?.includes("default-src 'none'"),
    }).toEqual({
      paired: 200,
      cookie: true,
      again: 401,
      rooms: ['room'],
      nobody: 401,
      paths: true,
      health: true,
      metrics: true,
      csp: true,
    });
  });

  it('H2 refuses a page of another origin and a socket without a session', async () => {
    const { test, hub } = await start();
    const session = await sessionOf(test);
    const foreign = await fetch(`${hub.url}/api/v1/rooms`, {
      headers: { authorization: `Bearer ${session}`, origin: 'https://evil.example' },
    });
    const socket = await socketClient(hub.url, 'no-such-session').then(
      () => 'open',
      () => 'refused',
    );
    expect([foreign.status, socket]).toEqual([403, 'refused']);
  });

  it('H3 ends a session that is revoked', async () => {
    const { test, hub } = await start();
    const session = await sessionOf(test);
    const { client, close } = await socketClient(hub.url, session);
    cleanup.push(close);
    const me = (await client.session.hello({})).member.id;
    await test.supervisor.session.revoke({ memberId: me });
    expect(await client.session.hello({}).catch((error: { code: string }) => error.code)).toBe(
      'unauthenticated',
    );
  });
});
