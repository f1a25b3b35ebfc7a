import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { OpenAPIGenerator } from '@orpc/openapi';
import { OpenAPIHandler } from '@orpc/openapi/fastify';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type WebSocket, WebSocketServer } from 'ws';
import { viewerContract } from '../../../shared/api/viewer.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Caller } from '../access/members.ts';
import { bugLogger } from '../api/bug-log.ts';
import { createViewerRouter, type ViewerContext } from '../api/viewer.ts';
import { sleep } from '../effects.ts';
import type { HostedCore } from '../host.ts';
import { MAX_UPLOAD } from '../support/uploads.ts';
import type { ViewerCaller } from '../support/viewers.ts';
import { errorBody, sendFault } from './faults.ts';
import { takeJson } from './json-body.ts';
import { isSameOrigin } from './security.ts';

/** The viewers' door: REST under `/support/api/v1`, WebSocket at `/support/rpc`, attachments under `/support/files`. */
export interface ViewerDoor {
  readonly register: (app: FastifyInstance) => Promise<void>;
  /** Takes an upgrade of `/support/rpc`, or answers with the status it is refused with. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => number | null;
  readonly close: () => void;
}

const PROTOCOL = 'changkong.support';
const MAX_FRAME = 65_536;
const FULL_BYTES = 262_144;
const MAX_SOCKETS = 5_000;
const API_A_MINUTE = 900;
/** Calls of one line: as many as REST allows, and the signs of life and ends of feeds beside them. */
const FRAMES_A_MINUTE = 1_800;
const UPLOADS_A_MINUTE = 60;

/** Makes it; `callerOf` knows staff by their session, who may upload and fetch here too. */
export function createViewerDoor(
  core: HostedCore,
  callerOf: (request: IncomingMessage) => Caller | null,
): ViewerDoor {
  const { support, clock } = core.services;
  const router = createViewerRouter({ support, clock });
  const writeDown = bugLogger(core.log);
  const rest = new OpenAPIHandler(router, {
    customErrorResponseBodyEncoder: errorBody,
    interceptors: [onError(writeDown)],
  });
  const rpc = new RPCHandler(router, { interceptors: [onError(writeDown)] });
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: MAX_FRAME,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  const origins = (): readonly string[] =>
    support.settings.current().embedOrigins.flatMap((each) => originOf(each) ?? []);
  const mayCall = (request: IncomingMessage): boolean => {
    const { origin } = request.headers;
    return isSameOrigin(origin, request.headers.host) || origins().includes(originOf(origin ?? '') ?? '-');
  };
  const viewerOf = (request: IncomingMessage): ViewerCaller | null => {
    const session = sessionOf(request);
    return session === undefined ? null : support.viewers.authenticate(session);
  };

  return {
    async register(app) {
      app.addHook('onRequest', async (request, reply) => {
        if (!request.url.startsWith('/support/')) return;
        frame(reply, origins());
        const { origin } = request.headers;
        if (origin === undefined || !origins().includes(origin)) return;
        reply.header('access-control-allow-origin', origin).header('vary', 'origin');
      });
      app.options('/support/*', async (request, reply) =>
        mayCall(request.raw)
          ? reply
              .header('access-control-allow-methods', 'GET, POST')
              .header('access-control-allow-headers', 'authorization, content-type')
              .header('access-control-max-age', '600')
              .status(204)
              .send()
          : sendFault(reply, fault('forbidden', 'origin')),
      );
      app.get('/support/openapi.json', async () => describeViewerApi(core.services.version));
      await app.register(async (scope) => {
        takeJson(scope, MAX_FRAME);
        const answer = async (request: FastifyRequest, reply: FastifyReply) => {
          if (!mayCall(request.raw)) return sendFault(reply, fault('forbidden', 'origin'));
          const context: ViewerContext = {
            caller: viewerOf(request.raw),
            addressHash: support.doors.hashOf(request.ip),
            room: () => Promise.resolve(),
          };
          const { matched } = await rest.handle(request, reply, { prefix: '/support/api/v1', context });
          return matched ? reply : sendFault(reply, fault('not_found', request.url));
        };
        const limit = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } });
        scope.all('/support/api/v1/*', limit(API_A_MINUTE), answer);
      });
      await app.register(async (scope) => {
        scope.removeAllContentTypeParsers();
        scope.addContentTypeParser(
          '*',
          { parseAs: 'buffer', bodyLimit: MAX_UPLOAD },
          (_request, body, done) => done(null, body),
        );
        scope.post(
          '/support/files',
          { bodyLimit: MAX_UPLOAD, config: { rateLimit: { max: UPLOADS_A_MINUTE, timeWindow: 60_000 } } },
          upload,
        );
      });
      app.get('/support/files/:id', async (request, reply) => {
        const { id } = request.params as { readonly id: string };
        const { e = '', s = '' } = request.query as { readonly e?: string; readonly s?: string };
        const opened = await support.uploads.open(id, String(e), String(s));
        if (!opened.ok) return sendFault(reply, opened.fault);
        const { mime, bytes } = opened.value;
        return reply
          .type(mime)
          .header('content-security-policy', "default-src 'none'; sandbox")
          .header('cross-origin-resource-policy', 'same-origin')
          .header('cache-control', 'private, max-age=3600')
          .header('content-disposition', `inline; filename="${mime.replace('/', '.')}"`)
          .send(Buffer.from(bytes));
      });
    },
    upgrade(request, socket, head) {
      if (!mayCall(request)) return 403;
      if (sockets.clients.size >= MAX_SOCKETS) return 503;
      const caller = viewerOf(request);
      if (sessionOf(request) !== undefined && caller === null) return 401;
      const addressHash = support.doors.hashOf(request.socket.remoteAddress ?? '');
      const leave = support.doors.connect(addressHash);
      if (leave === null) return 429;
      // Whether it becomes a line or not, it ends with the socket.
      socket.once('close', leave);
      if (socket.destroyed) leave();
      sockets.handleUpgrade(request, socket, head, (ws) => {
        ws.on('error', () => ws.terminate());
        limitFrames(ws);
        void rpc.upgrade(ws, { context: { caller, addressHash, room: () => untilRoom(ws) } });
      });
      return null;
    },
    close() {
      for (const client of sockets.clients) client.terminate();
      sockets.close();
    },
  };

  /** Whoever calls faster than any page does is cut off; what she sent is safe, and she may come back. */
  function limitFrames(ws: WebSocket): void {
    let [minute, frames] = [0, 0];
    ws.on('message', () => {
      const now = Math.floor(clock.now() / 60_000);
      if (now !== minute) [minute, frames] = [now, 0];
      frames += 1;
      if (frames !== FRAMES_A_MINUTE) return;
      support.doors.count('linesCut');
      ws.close(1008, 'too many calls');
    });
  }

  async function upload(request: FastifyRequest, reply: FastifyReply) {
    if (!mayCall(request.raw)) return sendFault(reply, fault('forbidden', 'origin'));
    const { conversation = '', durationMs } = request.query as {
      readonly conversation?: string;
      readonly durationMs?: string;
    };
    const by = await uploader(request.raw, String(conversation));
    if (!by.ok) return sendFault(reply, by.fault);
    if (!Buffer.isBuffer(request.body)) return sendFault(reply, fault('invalid', 'body'));
    const measured = Math.round(Number(durationMs));
    const duration = measured > 0 && measured <= 600_000 ? { durationMs: measured } : {};
    const accepted = await support.uploads.accept(
      { conversationId: String(conversation), by: by.value, ...duration },
      new Uint8Array(request.body),
    );
    if (accepted.ok) return reply.send(accepted.value);
    support.doors.count('uploadsRefused');
    return sendFault(reply, accepted.fault);
  }

  /** The viewer whose conversation it is, or a member of the desk who may see its room. */
  async function uploader(request: IncomingMessage, conversationId: string): Promise<Result<string>> {
    const viewer = viewerOf(request);
    if (viewer !== null) {
      const addressHash = support.doors.hashOf(request.socket.remoteAddress ?? '');
      const refused = support.viewerDesk.refusal({ ...viewer, addressHash });
      if (refused !== undefined) return fail(refused);
      const own = await support.viewerDesk.own(viewer, conversationId);
      return own.ok ? ok(viewer.viewer.id) : own;
    }
    const caller = callerOf(request);
    if (caller === null) return fail(fault('unauthenticated'));
    const isStaff = caller.roles.includes('agent') || caller.roles.includes('supervisor');
    const row = await support.state.get(conversationId);
    if (!row.ok) return row;
    const seesRoom = caller.roomIds === undefined || caller.roomIds.includes(row.value.roomId);
    return isStaff && seesRoom && isSameOrigin(request.headers.origin, request.headers.host)
      ? ok(caller.id)
      : fail(fault('forbidden'));
  }
}

/** The description of the viewers' REST form. */
export function describeViewerApi(version: string): Promise<object> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] });
  return generator.generate(viewerContract, {
    info: {
      title: 'Changkong support, for viewers',
      version,
      description: 'Bearer session from POST /session.',
    },
    servers: [{ url: '/support/api/v1' }],
    security: [{ session: [] }],
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  });
}

/** The widget may stand in frames of the sites that were named; an empty list names none. */
function frame(reply: FastifyReply, origins: readonly string[]): void {
  const policy = String(reply.getHeader('content-security-policy') ?? '');
  reply.header(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors 'self' ${origins.join(' ')}`.trim()),
  );
  reply.removeHeader('x-frame-options');
}

function sessionOf(request: IncomingMessage): string | undefined {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) return authorization.slice(7).trim();
  const offered = String(request.headers['sec-websocket-protocol'] ?? '').split(',');
  return offered
    .map((each) => each.trim())
    .find((each) => each.startsWith('session.'))
    ?.slice('session.'.length);
}

function originOf(text: string): string | undefined {
  try {
    const { origin } = new URL(text);
    return origin === 'null' ? undefined : origin;
  } catch {
    return undefined;
  }
}

async function untilRoom(ws: WebSocket): Promise<void> {
  while (ws.bufferedAmount > FULL_BYTES && ws.readyState === ws.OPEN) await sleep(20);
}
