import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import { RPCHandler as PortHandler } from '@orpc/server/message-port';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { Caller } from '../access/members.ts';
import type { Core } from '../core.ts';

/** A client on the other end of a MessagePort, as a page of the desktop has. */
export function portClient(
  core: Core,
  caller: Caller,
): { readonly client: ApiClient; readonly close: () => void } {
  const { port1, port2 } = new MessageChannel();
  new PortHandler(core.router).upgrade(port1, {
    context: { caller, transport: 'local', room: () => Promise.resolve(), stands: () => true },
  });
  port1.start();
  port2.start();
  const client: ApiClient = createORPCClient(new PortLink({ port: port2 }));
  return {
    client,
    close() {
      port1.close();
      port2.close();
    },
  };
}

/** A client over the hub's WebSocket, with a session token. */
export async function socketClient(
  url: string,
  sessionToken: string,
): Promise<{ readonly client: ApiClient; readonly socket: WebSocket; readonly close: () => void }> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/rpc`, {
    headers: { authorization: `Bearer ${sessionToken}` },
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const client: ApiClient = createORPCClient(
    new SocketLink({ websocket: socket as unknown as globalThis.WebSocket }),
  );
  return { client, socket, close: () => socket.terminate() };
}
