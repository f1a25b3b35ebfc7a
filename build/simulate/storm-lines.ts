import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../shared/api/client.ts';

/** A member's line. */
export async function staffClient(
  base: string,
  session: string,
): Promise<{ readonly client: ApiClient; readonly socket: WebSocket }> {
  const socket = await open(`${base}/rpc`, { headers: { authorization: `Bearer ${session}` } });
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    socket,
  };
}

/** Opens a WebSocket; refused ones reject. */
export function open(
  url: string,
  how: { readonly protocols?: readonly string[]; readonly headers?: Readonly<Record<string, string>> },
): Promise<WebSocket> {
  const socket = new WebSocket(url, [...(how.protocols ?? [])], {
    headers: { ...how.headers },
    handshakeTimeout: 5_000,
  });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => undefined);
  });
}
