import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROLES, SYSTEM } from '../../../shared/domain/actor.ts';
import { FAULTS } from '../../../shared/domain/fault.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';
import { PROCEDURES } from '../testing/procedures.ts';
import { SECURITY_HEADERS } from './security.ts';
import { type Hub, serveHub } from './server.ts';

let test: TestCore;
let hub: Hub;
let token: string;
const pageDir = mkdtempSync(join(tmpdir(), 'changkong-page-'));

beforeAll(async () => {
  writeFileSync(join(pageDir, 'index.html'), '<!doctype html><title>场控台</title>');
  writeFileSync(join(pageDir, 'app.js'), 'export {};');
  test = await startTestCore();
  const made = await serveHub(
    { ...test.core, connectPort: () => undefined },
    { host: '127.0.0.1', port: 0, pageDir },
  );
  if (!made.ok) throw new Error(made.fault.detail);
  hub = made.value;
  token = await pair();
});
afterAll(async () => {
  await hub.close();
  await test.core.close();
  rmSync(pageDir, { recursive: true });
});

async function pair(): Promise<string> {
  const { members } = test.core.services;
  const invited = await members.invite({ name: '主管', roles: [...ROLES], ttlMinutes: 5 }, SYSTEM);
  const paired = invited.ok ? await members.pair(invited.value.token) : invited;
  if (!paired.ok) throw new Error(paired.fault.code);
  return paired.value.sessionToken;
}

interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}

/** One request on a line of its own; `chunked` states no length. */
function ask(
  method: string,
  path: string,
  more: {
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string | Buffer;
    readonly chunked?: boolean;
  } = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const body = more.body ?? '';
    const length = more.chunked ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const call = request(`${hub.url}${path}`, {
      method,
      agent: false,
      headers: { ...length, ...more.headers },
    });
    call.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
        call.destroy();
      });
    });
    call.on('error', (error: Error & { code?: string }) => {
      if (error.code !== 'EPIPE' && error.code !== 'ECONNRESET') reject(error);
    });
    call.end(body);
  });
}

const json = { 'content-type': 'application/json' };
const bearer = (): Record<string, string> => ({ authorization: `Bearer ${token}`, ...json });

/** What is wrong with an answer that should be a fault; empty when nothing is. */
function faultsOf(answer: Answered): readonly string[] {
  const wrong: string[] = [];
  for (const [name, value] of Object.entries(SECURITY_HEADERS))
    if (answer.headers[name] !== value) wrong.push(`header ${name}: ${String(answer.headers[name])}`);
  let error: { code?: string; text?: { zh?: string; en?: string } } | undefined;
  try {
    error = (JSON.parse(answer.body) as { error?: typeof error }).error;
  } catch {
    wrong.push(`not JSON: ${answer.body.slice(0, 100)}`);
  }
  if (!Object.hasOwn(FAULTS, error?.code ?? '')) wrong.push(`code ${error?.code}`);
  if (!/[\u4e00-\u9fff]/.test(error?.text?.zh ?? '')) wrong.push('no Chinese text');
  if (!/[a-z]/.test(error?.text?.en ?? '')) wrong.push('no English text');
  return wrong;
}

const concrete = (path: string): string => `/api/v1${path.replaceAll(/\{\w+\}/g, 'no-such-thing')}`;

describe('the REST form', () => {
  const closed = PROCEDURES.filter((each) => each.roles !== 'public');
  it.each(closed.map((each) => [each.method, each.path] as const))(
    '%s %s answers a stranger with a fault in both languages',
    async (method, path) => {
      const answer = await ask(method, concrete(path), { headers: json, body: method === 'GET' ? '' : '{}' });
      expect([answer.status, faultsOf(answer)]).toEqual([401, []]);
    },
  );

  // With a session and nonsense inside, whatever is refused is refused in words.
  const asked = closed.filter((each) => each.name !== 'session.leave' && !/feed|talk/i.test(each.name));
  it.each(asked.map((each) => [each.method, each.path] as const))(
    '%s %s says what is wrong with nonsense',
    async (method, path) => {
      const body = method === 'GET' ? '' : JSON.stringify({ nonsense: true, roomId: 7, requests: 'x' });
      const answer = await ask(method, concrete(path), { headers: bearer(), body });
      if (answer.status >= 400) expect(faultsOf(answer)).toEqual([]);
      expect(answer.status).not.toBe(500);
    },
  );

  it('names the field that does not fit', async () => {
    const answer = await ask('POST', '/api/v1/tickets', { headers: bearer(), body: '{"id":"no-uuid"}' });
    const { error } = JSON.parse(answer.body) as { error: { code: string; detail: string } };
    expect([
      answer.status,
      error.code,
      error.detail.includes('id:'),
      error.detail.includes('roomId:'),
    ]).toEqual([422, 'invalid', true, true]);
  });

  it('takes `false` in a query at its word', async () => {
    const at = { headers: bearer() };
    const all = await ask('GET', '/api/v1/review/events?flaggedOnly=false&roomId=room', at);
    const wrong = await ask('GET', '/api/v1/review/events?flaggedOnly=perhaps', at);
    const filter = await ask('GET', '/api/v1/review/streams?state=open', at);
    const cursor = await ask('GET', '/api/v1/flags?cursor=%F0%9F%92%A9', at);
    expect([all.status, wrong.status, filter.status, cursor.status]).toEqual([200, 422, 422, 422]);
  });

  it.each<[string, Parameters<typeof ask>, number, string]>([
    ['a path that is not there', ['GET', '/api/v1/nothing'], 404, 'not_found'],
    ['a page that is not there', ['GET', '/nothing.html'], 404, 'not_found'],
    ['a way out of the folder', ['GET', '/..%2f..%2fetc%2fpasswd'], 404, 'not_found'],
    ['another method', ['DELETE', '/healthz'], 404, 'not_found'],
    ['an ingress room that is none', ['POST', '/ingress/v1/rooms/none/events'], 404, 'not_found'],
    ['a hook that is none', ['POST', '/ingress/v1/hooks/none'], 404, 'not_found'],
    ['broken JSON', ['POST', '/api/v1/tickets', { headers: json, body: '{"id"' }], 400, 'invalid'],
    [
      'broken JSON when pairing',
      ['POST', '/api/v1/session/pair', { headers: json, body: '{' }],
      400,
      'invalid',
    ],
    [
      'a body that is no JSON',
      ['POST', '/api/v1/tickets', { headers: { 'content-type': 'text/xml' }, body: '<x/>' }],
      415,
      'invalid',
    ],
    [
      'five megabytes',
      ['POST', '/api/v1/tickets', { headers: json, body: Buffer.alloc(5_000_000, 32) }],
      413,
      'too_large',
    ],
    [
      'five megabytes that state no length',
      ['POST', '/api/v1/tickets', { headers: json, body: Buffer.alloc(5_000_000, 32), chunked: true }],
      413,
      'too_large',
    ],
    [
      'a page of another site',
      ['POST', '/api/v1/tickets', { headers: { ...json, origin: 'https://evil.test' }, body: '{}' }],
      403,
      'forbidden',
    ],
    [
      'a page of another site that pairs',
      [
        'POST',
        '/api/v1/session/pair',
        { headers: { ...json, origin: 'null' }, body: '{"token":"12345678"}' },
      ],
      403,
      'forbidden',
    ],
    [
      'a pairing token that is none',
      ['POST', '/api/v1/session/pair', { headers: json, body: '{"token":"12345678"}' }],
      401,
      'unauthenticated',
    ],
    [
      'pairing by a side door',
      ['POST', '/api/v1/session/pair/', { headers: json, body: '{"token":"12345678"}' }],
      404,
      'not_found',
    ],
  ])('%s is a fault, with every header', async (_, [method, path, more], status, code) => {
    const answer = await ask(method, path, more);
    expect([answer.status, faultsOf(answer)]).toEqual([status, []]);
    expect((JSON.parse(answer.body) as { error: { code: string } }).error.code).toBe(code);
  });

  it('lets the hub’s own page call with its cookie, and no other', async () => {
    const cookie = { cookie: `changkong_session=${token}` };
    const own = await ask('GET', '/api/v1/rooms', { headers: { ...cookie, origin: hub.url } });
    const other = await ask('GET', '/api/v1/rooms', { headers: { ...cookie, origin: 'http://127.0.0.1:1' } });
    expect([own.status, other.status]).toEqual([200, 403]);
  });
});

describe('its description', () => {
  it('is a whole OpenAPI document of everything in the contract', async () => {
    const answer = await ask('GET', '/api/openapi.json');
    const document = JSON.parse(answer.body) as {
      readonly openapi: string;
      readonly info: { readonly title: string; readonly version: string };
      readonly paths: Record<
        string,
        Record<string, { operationId?: string; summary?: string; responses?: Record<string, unknown> }>
      >;
    };
    const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        name: `${method.toUpperCase()} ${path}`,
      })),
    );
    const references = [...answer.body.matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
    const dangling = references.filter((reference) => {
      let node: unknown = document;
      for (const part of reference.split('/'))
        node = (node as Record<string, unknown> | undefined)?.[
          part.replaceAll('~1', '/').replaceAll('~0', '~')
        ];
      return node === undefined;
    });
    expect({
      version: /^3\.1\.\d+$/.test(document.openapi),
      operations: operations.map((operation) => operation.name).toSorted(),
      twins: operations.length - new Set(operations.map((operation) => operation.operationId)).size,
      unnamed: operations.filter((operation) => !operation.summary).map((operation) => operation.name),
      answers: operations
        .filter((operation) => operation.responses?.['200'] === undefined)
        .map((each) => each.name),
      undeclared: operations.flatMap(({ name }) =>
        [...name.matchAll(/\{(\w+)\}/g)].filter(
          ([, key]) => !answer.body.includes(`"name":"${key}","in":"path","required":true`),
        ),
      ),
      dangling,
    }).toEqual({
      version: true,
      operations: PROCEDURES.map((each) => `${each.method} ${each.path}`).toSorted(),
      twins: 0,
      unnamed: [],
      answers: [],
      undeclared: [],
      dangling: [],
    });
  });
});

describe('what is served beside it', () => {
  it.each(['/', '/app.js', '/healthz', '/metrics', '/api/openapi.json'])(
    '%s, with every header',
    async (path) => {
      const answer = await ask('GET', path);
      const missing = Object.entries(SECURITY_HEADERS).filter(
        ([name, value]) => answer.headers[name] !== value,
      );
      expect([answer.status, missing]).toEqual([200, []]);
    },
  );

  it('health and numbers', async () => {
    const health = JSON.parse((await ask('GET', '/healthz')).body) as { ok: boolean; version: string };
    const metrics = (await ask('GET', '/metrics')).body;
    expect(health).toEqual({ ok: true, version: '0.0.0-test' });
    expect(metrics).toMatch(/^changkong_rooms_connected 1$/m);
    expect(metrics).toMatch(/^changkong_backlog_events \d+$/m);
  });
});

describe('lines that break', () => {
  /** Sends bytes; gives what came back before the line closed. */
  const raw = (bytes: string, cut = false): Promise<string> =>
    new Promise((resolve) => {
      const { hostname, port } = new URL(hub.url);
      const socket = connect(Number(port), hostname);
      let text = '';
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', () => undefined);
      socket.on('close', () => resolve(text));
      socket.on('connect', () => {
        socket.write(bytes);
        if (cut) socket.resetAndDestroy();
      });
    });
  const upgrade = (path: string): string =>
    `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\nsec-websocket-key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`;

  it.each(['//', 'http://[', '*', '/rpc?x=%', '/ingress/v1/rooms/%/events', '/support/nothing'])(
    'an upgrade of %s is refused, and the hub goes on',
    async (path) => {
      const answer = await raw(upgrade(path));
      expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(answer.toLowerCase()).toContain('x-content-type-options: nosniff');
      expect((await ask('GET', '/healthz')).status).toBe(200);
    },
  );

  it('lines that are cut in the middle, and bytes that are no HTTP, end alone', async () => {
    await Promise.all(Array.from({ length: 20 }, () => raw(upgrade('/nowhere'), true)));
    const garbage = await raw('\u0016\u0003\u0001 hello\r\n\r\n');
    expect(garbage).toMatch(/^HTTP\/1\.1 400 /);
    expect((await ask('GET', '/healthz')).status).toBe(200);
  });
});

describe('pairing', () => {
  it('is limited to twenty tries a minute, and says so', async () => {
    const tries: Answered[] = [];
    for (let i = 0; i < 25; i += 1)
      tries.push(
        await ask('POST', '/api/v1/session/pair', { headers: json, body: '{"token":"guess-guess"}' }),
      );
    const last = tries.at(-1);
    expect(last?.status).toBe(429);
    if (last !== undefined) expect(faultsOf(last)).toEqual([]);
    expect(JSON.parse(last?.body ?? '{}')).toMatchObject({ error: { code: 'rate_limited' } });
  });
});
