import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { toPluginRequest, writePluginResponse } from '../../../plugins/ingress/node-http.ts';
import { signedHeaders } from '../../../plugins/ingress/signing.ts';
import { ok } from '../../../shared/domain/result.ts';
import { startTicketSystem } from './simulator/ticket-system.ts';
import {
  type CallbackDeps,
  parseStatusCallback,
  type StatusCallback,
  serveStatusCallback,
} from './status-callback.ts';

const NOW = 1_760_000_000_000;
const SECRET = 'hook-secret-of-tests';
const clock = { now: () => NOW };
const opened: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

function deps(): CallbackDeps {
  const used = new Set<string>();
  return {
    secretOf: (hook) => (hook === 'tickets' ? SECRET : null),
    clock,
    takeNonce: async (key) => !used.has(key) && used.add(key).has(key),
  };
}

function signed(body: string, change: { readonly secret?: string; readonly now?: number } = {}) {
  const bytes = Buffer.from(body);
  return {
    headers: signedHeaders(change.secret ?? SECRET, change.now ?? NOW, randomUUID(), bytes),
    body: bytes,
  };
}

describe('status coming back', () => {
  it.each([
    [{ ticketId: 't1', status: 'solved', url: 'https://x.example/1', note: '已退款' }, { state: 'solved' }],
    [{ externalId: 'EXT-1', status: 'In Progress' }, {}],
  ])('reads %j', async (value, more) => {
    expect(await parseStatusCallback('tickets', signed(JSON.stringify(value)), deps())).toEqual({
      ok: true,
      value: { ...value, ...more },
    });
  });

  it.each([
    ['another hook', 'nobody', signed('{}'), 'not_found'],
    ['wrong secret', 'tickets', signed('{}', { secret: 'x' }), 'bad_signature'],
    ['old timestamp', 'tickets', signed('{}', { now: NOW - 300_001 }), 'bad_timestamp'],
    ['unsigned', 'tickets', { headers: {}, body: Buffer.from('{}') }, 'bad_timestamp'],
    ['too large', 'tickets', signed(' '.repeat(1_048_577)), 'too_large'],
    ['not JSON', 'tickets', signed('status=solved'), 'invalid'],
    ['no id', 'tickets', signed('{"status":"solved"}'), 'invalid'],
    ['no status', 'tickets', signed('{"ticketId":"t1"}'), 'invalid'],
    [
      'a script as url',
      'tickets',
      signed('{"ticketId":"t1","status":"x","url":"javascript:alert(1)"}'),
      'invalid',
    ],
    ['half a pair', 'tickets', signed('{"ticketId":"t1","status":"x","note":"\\ud800"}'), 'invalid'],
  ] as const)('refuses %s', async (_, hook, request, code) => {
    expect(await parseStatusCallback(hook, request, deps())).toMatchObject({ ok: false, fault: { code } });
  });

  it('refuses a replay', async () => {
    const kept = deps();
    const request = signed('{"ticketId":"t1","status":"open"}');
    expect((await parseStatusCallback('tickets', request, kept)).ok).toBe(true);
    expect(await parseStatusCallback('tickets', request, kept)).toMatchObject({
      fault: { code: 'nonce_replayed' },
    });
  });

  it('is answered over HTTP as the system sends it', async () => {
    const seen: StatusCallback[] = [];
    const apply = async (callback: StatusCallback) => {
      seen.push(callback);
      return ok(null);
    };
    const kept = { ...deps(), apply };
    const server = createServer(async (request, response) => {
      const hook = request.url?.split('/').at(-1) ?? '';
      writePluginResponse(request, response, await serveStatusCallback(hook, toPluginRequest(request), kept));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    opened.push(() => new Promise((resolve) => server.close(() => resolve())));
    const system = await startTicketSystem({ secret: SECRET, clock, ids: { next: () => randomUUID() } });
    opened.push(system.close);
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/ingress/v1/hooks`;
    expect([
      await system.report(`${base}/tickets`, { ticketId: 't1', status: 'pending' }),
      await system.report(`${base}/tickets`, { ticketId: 't1' }),
      await system.report(`${base}/nobody`, { ticketId: 't1', status: 'open' }),
      (await fetch(`${base}/tickets`)).status,
    ]).toEqual([200, 400, 404, 405]);
    expect(seen).toEqual([{ ticketId: 't1', status: 'pending', state: 'pending' }]);
  });
});
