import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import { fault } from '../../../shared/domain/fault.ts';
import type { IngressConnection } from '../index.ts';
import { toPluginRequest, toPluginSocket, writePluginResponse } from '../node-http.ts';
import { INGRESS_LIMITS, refuse } from '../protocol.ts';

/** The doors of a hub, and nothing behind them but the given connections. */
export interface HubDoors {
  readonly url: (room: string) => string;
  readonly wsUrl: (room: string) => string;
  readonly close: () => Promise<void>;
}

/** Serves `/ingress/v1/rooms/{room}/events` by HTTP and WebSocket on a free loopback port. */
export async function openDoors(
  connectionOf: (room: string) => IngressConnection | undefined,
): Promise<HubDoors> {
  const find = (url: string | undefined) => {
    const match = /^\/ingress\/v1\/rooms\/([\w.-]{1,64})\/events$/.exec(url ?? '');
    return match?.[1] === undefined ? undefined : connectionOf(match[1]);
  };
  const server = createServer((request, response) => {
    const connection = find(request.url);
    const answer = connection?.http(toPluginRequest(request)) ?? Promise.resolve(refuse(fault('not_found')));
    answer.then((value) => writePluginResponse(request, response, value));
  });
  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: INGRESS_LIMITS.bytes,
    perMessageDeflate: false,
  });
  server.on('upgrade', (request, stream, head) => {
    const connection = find(request.url);
    if (connection === undefined)
      return void stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n');
    sockets.handleUpgrade(request, stream, head, (socket) => {
      connection.socket(toPluginSocket(socket, request.socket.remoteAddress ?? ''));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const path = (room: string) => `127.0.0.1:${port}/ingress/v1/rooms/${room}/events`;
  return {
    url: (room) => `http://${path(room)}`,
    wsUrl: (room) => `ws://${path(room)}`,
    close: () =>
      new Promise((resolve) => {
        for (const client of sockets.clients) client.terminate();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
