import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError } from '@orpc/server';
import Fastify, { type FastifyReply } from 'fastify';
import { toPluginRequest, writePluginResponse } from '../../../plugins/ingress/node-http.ts';
import { PairInput } from '../../../shared/api/inputs.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { PluginHttpRequest, PluginHttpResponse } from '../../../shared/plugin/plugin.ts';
import type { Caller } from '../access/members.ts';
import { bugLogger } from '../api/bug-log.ts';
import type { HostedCore } from '../host.ts';
import { errorBody, faultBody, sendFault } from './faults.ts';
import { takeJson } from './json-body.ts';
import { createMetrics } from './metrics.ts';
import { describeApi } from './openapi.ts';
import { isSameOrigin, SECURITY_HEADERS, SESSION_COOKIE } from './security.ts';
import { serveSockets } from './sockets.ts';
import { createViewerDoor } from './support.ts';

/** How the hub listens. */
export interface HubOptions {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** The built page; without it the API still answers. */
  readonly pageDir: string;
}

/** A listening hub. */
export interface Hub {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const MAX_BODY = 4 * 1_048_576;
const PAIR_TRIES_A_MINUTE = 20;

/** Serves page, REST, WebSocket, ingress, health and metrics at one address. Fault `unreachable` when the address is taken. */
export async function serveHub(core: HostedCore, options: HubOptions): Promise<Result<Hub>> {
  const app = Fastify({
    bodyLimit: MAX_BODY,
    forceCloseConnections: true,
    clientErrorHandler: refuseGarbage,
  });
  const { members } = core.services;
  const rest = new OpenAPIHandler(core.router, {
    // Pairing has its own door, which counts the tries and sets the cookie.
    filter: ({ path }) => path.join('.') !== 'session.pair',
    customErrorResponseBodyEncoder: errorBody,
    interceptors: [onError(bugLogger(core.log))],
  });
  const metrics = createMetrics(core.services);
  const description = describeApi(core.services.version);
  const callerOf = (request: IncomingMessage): Caller | null => {
    const token = bearerOf(request.headers.authorization) ?? cookieOf(request.headers.cookie);
    return token === undefined ? null : members.authenticate(token);
  };

  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  app.addHook('onRequest', async (_request, reply) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) reply.header(name, value);
  });
  app.setErrorHandler(
    (error: { readonly statusCode?: number; readonly message: string }, _request, reply) => {
      const status = error.statusCode ?? 500;
      const code = status === 413 ? 'too_large' : status === 429 ? 'rate_limited' : 'invalid';
      void sendFault(
        reply,
        status === 500 ? fault('store_failed', 'internal') : fault(code, error.message),
        status,
      );
    },
  );
  app.setNotFoundHandler((request, reply) => sendFault(reply, fault('not_found', request.url.slice(0, 200))));
  const viewers = createViewerDoor(core, callerOf);
  await viewers.register(app);
  app.get('/healthz', async (_request, reply) => {
    const ok = core.services.desk.storeFault() === undefined;
    return reply.status(ok ? 200 : 503).send({ ok, version: core.services.version });
  });
  app.get('/metrics', async (request, reply) => {
    const isLocal = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(request.ip);
    if (!isLocal && callerOf(request.raw) === null) return sendFault(reply, fault('unauthenticated'));
    return reply.type(metrics.contentType).send(await metrics.metrics());
  });
  app.get('/api/openapi.json', async () => description);
  app.post(
    '/api/v1/session/pair',
    { config: { rateLimit: { max: PAIR_TRIES_A_MINUTE, timeWindow: 60_000 } } },
    async (request, reply) => {
      const input = PairInput.safeParse(request.body);
      if (!isSameOrigin(request.headers.origin, request.headers.host))
        return sendFault(reply, fault('forbidden', 'origin'));
      if (!input.success) return sendFault(reply, fault('invalid', input.error.issues[0]?.message));
      const paired = await members.pair(input.data.token, input.data.name);
      if (!paired.ok) return sendFault(reply, paired.fault);
      return reply
        .setCookie(SESSION_COOKIE, paired.value.sessionToken, {
          httpOnly: true,
          sameSite: 'strict',
          path: '/',
          maxAge: 90 * 86_400,
          secure: request.protocol === 'https',
        })
        .send(paired.value);
    },
  );

  await app.register(async (scope) => {
    takeJson(scope, MAX_BODY);
    scope.all('/api/v1/*', async (request, reply) => {
      if (!isSameOrigin(request.headers.origin, request.headers.host))
        return sendFault(reply, fault('forbidden', 'origin'));
      const caller = callerOf(request.raw);
      const { matched } = await rest.handle(request, reply, {
        prefix: '/api/v1',
        context: {
          caller,
          transport: 'hub',
          room: () => Promise.resolve(),
          stands: () => caller !== null && members.stands(caller.id),
        },
      });
      return matched ? reply : sendFault(reply, fault('not_found', request.url.slice(0, 200)));
    });
  });
  await app.register(async (scope) => {
    // The signature is over the bytes that were sent, so these doors read them themselves.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/ingress/v1/rooms/:room/events', async (request, reply) => {
      const { room } = request.params as { readonly room: string };
      const http = core.services.rooms.get(room)?.connection?.http;
      if (http === undefined) return sendFault(reply, fault('not_found', `room ${room}`));
      return answerRaw(reply, request.raw, http);
    });
    scope.all('/ingress/v1/hooks/:hook', async (request, reply) => {
      const { hook } = request.params as { readonly hook: string };
      return answerRaw(reply, request.raw, (asked) => core.hooks.http(hook, asked));
    });
  });
  if (existsSync(options.pageDir))
    await app.register(fastifyStatic, { root: options.pageDir, cacheControl: true, maxAge: 0 });
  else
    app.get('/', async (_request, reply) =>
      reply.type('text/plain; charset=utf-8').send('Changkong hub. The page is not built: npm run build\n'),
    );

  try {
    await app.listen({ host: options.host, port: options.port });
  } catch (error) {
    return fail(
      fault(
        'unreachable',
        `${options.host}:${options.port} ${error instanceof Error ? error.message : String(error)}`,
      ),
    );
  }
  const closeSockets = serveSockets(app.server, core, callerOf, viewers);
  const { port } = app.server.address() as AddressInfo;
  return ok({
    url: `http://${options.host.includes(':') ? `[${options.host}]` : options.host}:${port}`,
    async close() {
      closeSockets();
      viewers.close();
      await app.close();
    },
  });
}

/** Lets a plugin answer; what it could not do is a fault of ours, not silence. */
async function answerRaw(
  reply: FastifyReply,
  request: IncomingMessage,
  answer: (asked: PluginHttpRequest) => Promise<PluginHttpResponse>,
): Promise<FastifyReply> {
  reply.hijack();
  for (const [name, value] of Object.entries(SECURITY_HEADERS)) reply.raw.setHeader(name, value);
  const made = await answer(toPluginRequest(request)).catch(
    (): PluginHttpResponse => ({
      status: 503,
      headers: { 'content-type': 'application/json; charset=utf-8', 'retry-after': '1' },
      body: JSON.stringify(faultBody(fault('store_failed', 'internal'))),
    }),
  );
  writePluginResponse(request, reply.raw, made);
  return reply;
}

/** Bytes that are no HTTP get an answer too, if the line still takes one. */
function refuseGarbage(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) return;
  const body = JSON.stringify(faultBody(fault('invalid', 'not HTTP')));
  socket.end(
    `HTTP/1.1 400 Bad Request\r\ncontent-type: application/json; charset=utf-8\r\nx-content-type-options: nosniff\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function bearerOf(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7).trim() : undefined;
}

function cookieOf(header: string | undefined): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${SESSION_COOKIE}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
