import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RawData, WebSocket } from 'ws';
import type { PluginHttpRequest, PluginHttpResponse, PluginSocket } from '../../shared/plugin/plugin.ts';

/** Bytes of a refused body that are read and thrown away, so that its sender gets to read the refusal. */
const MAX_DISCARDED = 32 * 1_048_576;

/** A Node request as a connection takes it, its body unread. */
export function toPluginRequest(request: IncomingMessage): PluginHttpRequest {
  return {
    method: request.method ?? '',
    headers: request.headers,
    body: request.iterator({ destroyOnReturn: false }),
    remote: request.socket.remoteAddress ?? '',
  };
}

/** Writes the answer; what is left of the body is discarded unkept, and the connection cut where it goes on. */
export function writePluginResponse(
  request: IncomingMessage,
  response: ServerResponse,
  answer: PluginHttpResponse,
): void {
  response.writeHead(answer.status, { ...answer.headers, 'content-length': Buffer.byteLength(answer.body) });
  response.end(answer.body);
  if (request.readableEnded) return;
  let left = MAX_DISCARDED;
  request.on('data', (chunk: Uint8Array) => {
    left -= chunk.byteLength;
    if (left < 0) request.destroy();
  });
  request.resume();
}

/** A `ws` socket as a connection takes it. Give its server `maxPayload` and `perMessageDeflate: false`. */
export function toPluginSocket(socket: WebSocket, remote: string): PluginSocket {
  // A broken frame closes the socket; without a listener its error would end the process.
  socket.on('error', () => undefined);
  return {
    remote,
    send: (text) => socket.send(text),
    close: (code, reason) => socket.close(code, reason),
    buffered: () => socket.bufferedAmount,
    onMessage(listener) {
      const receive = (data: RawData) => listener(bytesOf(data));
      socket.on('message', receive);
      return () => socket.off('message', receive);
    },
    onClose(listener) {
      socket.on('close', listener);
      return () => socket.off('close', listener);
    },
  };
}

function bytesOf(data: RawData): Uint8Array {
  if (Array.isArray(data)) return Buffer.concat(data);
  return data instanceof ArrayBuffer ? new Uint8Array(data) : data;
}
