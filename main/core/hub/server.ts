import { existsSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import fastifyStatic from '@fastify/static';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import Fastify, { type FastifyReply } from 'fastify';
import { toPluginRequest, writePluginResponse } from '../../../plugins/ingress/node-http.ts';
import { PairInput } from '../../../shared/api/inputs.ts';
import { statusOf } from '../../../shared/api/procedure.ts';
import { type Fault, fault, faultText } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../access/members.ts';
import type { HostedCore } from '../host.ts';
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
  const app = Fastify({ bodyLimit: MAX_BODY, forceCloseConnections: true });
  const { members } = core.services;
  const rest = new OpenAPIHandler(core.router);
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
  const viewers = createViewerDoor(core, callerOf);
  await viewers.register(app);
  app.get('/healthz', async () => ({
    ok: core.services.desk.storeFault() === undefined,
    version: core.services.version,
  }));
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
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/api/v1/*', async (request, reply) => {
      if (!isSameOrigin(request.headers.origin, request.headers.host))
        return sendFault(reply, fault('forbidden', 'origin'));
      if (Number(request.headers['content-length'] ?? 0) > MAX_BODY)
        return sendFault(reply, fault('too_large', `${MAX_BODY} B`));
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
      return matched ? reply : sendFault(reply, fault('not_found', request.url));
    });
    scope.all('/ingress/v1/rooms/:room/events', async (request, reply) => {
      const { room } = request.params as { readonly room: string };
      const http = core.services.rooms.get(room)?.connection?.http;
      if (http === undefined) return sendFault(reply, fault('not_found', `room ${room}`));
      reply.hijack();
      writePluginResponse(request.raw, reply.raw, await http(toPluginRequest(request.raw)));
      return reply;
    });
    scope.all('/ingress/v1/hooks/:hook', async (request, reply) => {
      const { hook } = request.params as { readonly hook: string };
      reply.hijack();
      writePluginResponse(request.raw, reply.raw, await core.hooks.http(hook, toPluginRequest(request.raw)));
      return reply;
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

function sendFault(reply: FastifyReply, value: Fault, status: number = statusOf(value.code)): FastifyReply {
  return reply
    .status(status)
    .send({ error: { ...value, text: { zh: faultText(value, 'zh'), en: faultText(value, 'en') } } });
}

function bearerOf(header: string | undefined): string | undefined {
  return header?.startsWith('Bearer ') ? header.slice(7).trim() : undefined;
}

function cookieOf(header: string | undefined): string | undefined {
  const found = header?.split(';').find((part) => part.trim().startsWith(`${SESSION_COOKIE}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
}
