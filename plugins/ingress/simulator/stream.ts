import { WebSocket } from 'ws';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { sign } from '../signing.ts';

/** A frame as it came. */
export type StreamFrame = Readonly<Record<string, unknown>> & { readonly type: string };

/** A platform's side of the WebSocket form. */
export interface Stream {
  /** Sends a frame, or raw bytes or text to be hostile with. */
  readonly send: (frame: StreamFrame | Uint8Array | string) => void;
  /** The next frame from the hub; a frame of type `closed` with `code` and `reason` after the end. */
  readonly next: () => Promise<StreamFrame>;
  readonly close: () => Promise<void>;
}

/** Where to connect, and as whom. */
export interface StreamOptions {
  /** `ws://…/ingress/v1/rooms/{room}/events` */
  readonly url: string;
  readonly room: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly source?: string;
}

/** Connects, without saying hello. */
export async function openStream(options: StreamOptions): Promise<Stream> {
  const socket = new WebSocket(options.url, { perMessageDeflate: false });
  const frames: StreamFrame[] = [];
  const waiting: ((frame: StreamFrame) => void)[] = [];
  const deliver = (frame: StreamFrame) => {
    const taker = waiting.shift();
    if (taker === undefined) frames.push(frame);
    else taker(frame);
  };
  socket.on('message', (data) => deliver(JSON.parse(String(data))));
  const closed = new Promise<void>((resolve) => {
    socket.on('close', (code, reason) => {
      deliver({ type: 'closed', code, reason: String(reason) });
      resolve();
    });
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', () => resolve());
    socket.once('error', reject);
  });
  socket.on('error', () => undefined);
  return {
    send: (frame) =>
      socket.send(typeof frame === 'string' || frame instanceof Uint8Array ? frame : JSON.stringify(frame), {
        binary: false,
      }),
    next: () => {
      const frame = frames.shift();
      return frame === undefined ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve(frame);
    },
    close: () => {
      socket.close();
      return closed;
    },
  };
}

/** The signed first frame. */
export function helloFrame(options: StreamOptions, skewMs = 0): StreamFrame {
  const timestamp = String(options.clock.now() + skewMs);
  const nonce = options.ids.next();
  return {
    type: 'hello',
    timestamp,
    nonce,
    signature: sign(options.secret, timestamp, nonce, options.room),
    ...(options.source === undefined ? {} : { source: options.source }),
  };
}
