import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { onError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import { type WebSocket, WebSocketServer } from 'ws';
import { toPluginSocket } from '../../../plugins/ingress/node-http.ts';
import { INGRESS_LIMITS } from '../../../plugins/ingress/protocol.ts';
import type { Caller } from '../access/members.ts';
import { bugLogger } from '../api/bug-log.ts';
import type { CallContext } from '../api/context.ts';
import { sleep } from '../effects.ts';
import type { HostedCore } from '../host.ts';
import { isSameOrigin, SECURITY_HEADERS } from './security.ts';
import type { ViewerDoor } from './support.ts';

const MAX_FRAME = 4 * 1_048_576;
const FULL_BYTES = 1_048_576;

/** `/rpc` for pages, `/ingress/v1/rooms/{room}/events` for platforms. */
export function serveSockets(
  server: Server,
  core: HostedCore,
  callerOf: (request: IncomingMessage) => Caller | null,
  viewers: Pick<ViewerDoor, 'upgrade'>,
): () => void {
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME });
  const doors = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: INGRESS_LIMITS.bytes,
  });
  const rpc = new RPCHandler(core.router, { interceptors: [onError(bugLogger(core.log))] });

  const accept = (use: (ws: WebSocket) => void) => (ws: WebSocket) => {
    // A malformed or oversize frame ends its own connection, never the hub.
    ws.on('error', () => ws.terminate());
    use(ws);
  };

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    // A line that breaks before it is upgraded ends alone.
    socket.on('error', () => socket.destroy());
    const path = pathOf(request.url);
    const room = /^\/ingress\/v1\/rooms\/([\w.-]{1,64})\/events$/.exec(path)?.[1];
    if (path === '/support/rpc') {
      const refused = viewers.upgrade(request, socket, head);
      if (refused !== null) refuse(socket, refused);
      return;
    }
    if (path === '/rpc') {
      const caller = callerOf(request);
      if (!isSameOrigin(request.headers.origin, request.headers.host)) refuse(socket, 403);
      else if (caller === null) refuse(socket, 401);
      else
        sockets.handleUpgrade(
          request,
          socket,
          head,
          accept((ws) => void rpc.upgrade(ws, { context: contextOf(core, caller, ws) })),
        );
      return;
    }
    const serve = room === undefined ? undefined : core.services.rooms.get(room)?.connection?.socket;
    if (serve === undefined) refuse(socket, 404);
    else
      doors.handleUpgrade(
        request,
        socket,
        head,
        accept((ws) => void serve(toPluginSocket(ws, request.socket.remoteAddress ?? ''))),
      );
  });
  return () => {
    for (const client of [...sockets.clients, ...doors.clients]) client.terminate();
    sockets.close();
    doors.close();
  };
}

function contextOf(core: HostedCore, caller: Caller, ws: WebSocket): CallContext {
  return {
    caller,
    transport: 'hub',
    stands: () => core.services.members.stands(caller.id),
    async room() {
      while (ws.bufferedAmount > FULL_BYTES && ws.readyState === ws.OPEN) await sleep(20);
    },
  };
}

/** The path of a request line, which may be anything at all. */
function pathOf(url: string | undefined): string {
  return (url ?? '/').split('?', 1)[0] ?? '/';
}

function refuse(socket: Duplex, status: number): void {
  const headers = Object.entries(SECURITY_HEADERS).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(
    `HTTP/1.1 ${status} Refused\r\n${headers.join('')}connection: close\r\ncontent-length: 0\r\n\r\n`,
  );
}
