import { z } from 'zod';
import type { Dispose } from '../../shared/domain/effects.ts';
import { type Fault, fault } from '../../shared/domain/fault.ts';
import type { ConnectContext, PluginSocket } from '../../shared/plugin/plugin.ts';
import { DEFAULT_STREAM, decodeJson, readBatch } from './batch-body.ts';
import type { Gate } from './gate.ts';
import { errorOf, INGRESS_LIMITS, RETRY_AFTER_SEC } from './protocol.ts';
import { readSignature } from './signing.ts';
import type { BatchTaker } from './taker.ts';

/** Refused frames after which a socket is closed. */
export const MAX_BAD_FRAMES = 20;
/** Bytes a peer may leave unread before its socket is closed. */
const MAX_UNREAD = 4 * 1_048_576;
/** Codes of RFC 6455 §7.4.1 and our own for a hello that was refused. */
export const CLOSE = { goingAway: 1001, policy: 1008, tooBig: 1009, tryLater: 1013, refused: 4401 } as const;

const FrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('hello'),
    timestamp: z.string(),
    nonce: z.string(),
    signature: z.string(),
    source: z
      .string()
      .regex(/^[\w.-]{1,64}$/)
      .default(DEFAULT_STREAM),
  }),
  /** `id` comes back in the answer, so that answers can be told apart. */
  z.object({ type: z.literal('events'), events: z.unknown(), id: z.string().max(128).optional() }),
  z.object({ type: z.literal('resume') }),
]);
type Frame = z.infer<typeof FrameSchema>;
type Hello = Extract<Frame, { type: 'hello' }>;

type Context = Pick<ConnectContext<unknown>, 'roomId' | 'count' | 'log'>;

/**
 * Serves sockets: `hello` signed over `timestamp.nonce.room`, then `events` and `resume`. A socket
 * that has not said hello after `helloMs` milliseconds is closed.
 */
export function createSocketDoor(
  context: Context,
  gate: Gate,
  taker: BatchTaker,
  helloMs: number,
): (socket: PluginSocket) => Dispose {
  return (socket) => {
    let stream: string | null = null;
    let greeted = false;
    let open = true;
    let bad = 0;

    function close(code: number, reason: string): void {
      if (!open) return;
      open = false;
      clearTimeout(patience);
      stopMessages();
      stopClose();
      socket.close(code, reason);
    }

    function send(frame: Readonly<Record<string, unknown>>): void {
      if (!open) return;
      if (socket.buffered() > MAX_UNREAD) close(CLOSE.policy, 'answers are not read');
      else socket.send(JSON.stringify(frame));
    }

    function refuse(fault: Fault, echo: Readonly<Record<string, unknown>> = {}): void {
      context.count('hostile_frame');
      bad += 1;
      send({ type: 'error', error: errorOf(fault), ...echo });
      if (bad >= MAX_BAD_FRAMES) close(CLOSE.policy, 'too many refused frames');
    }

    async function greet(hello: Hello): Promise<void> {
      if (greeted) return refuse(fault('invalid', 'hello was said already'));
      greeted = true;
      clearTimeout(patience);
      const parts = readSignature(hello);
      const fresh = parts.ok ? gate.fresh(parts.value) : parts;
      const admitted = fresh.ok ? await gate.admit(fresh.value, context.roomId) : fresh;
      if (!admitted.ok) {
        refuse(admitted.fault);
        return close(CLOSE.refused, admitted.fault.code);
      }
      stream = hello.source;
      const { events, bytes } = INGRESS_LIMITS;
      send({
        type: 'welcome',
        room: context.roomId,
        source: stream,
        seq: await nextSeq(stream),
        limits: { events, bytes },
      });
    }

    async function takeEvents(name: string, events: unknown, echo: { id?: string }): Promise<void> {
      const batch = readBatch({ source: name, events });
      if (!batch.ok) return refuse(batch.fault, echo);
      const taken = await taker.take(batch.value);
      if (taken.ok) {
        const { ack, ...rest } = taken.value;
        send({ type: 'ack', seq: ack.seq, ...rest, ...echo });
      } else if (taken.fault.code === 'invalid') refuse(taken.fault, echo);
      else
        send({
          type: 'slow_down',
          retryAfterMs: RETRY_AFTER_SEC * 1_000,
          error: errorOf(taken.fault),
          ...echo,
        });
    }

    async function nextSeq(name: string): Promise<number> {
      return ((await taker.cursor(name)) ?? 0) + 1;
    }

    async function serve(data: Uint8Array): Promise<void> {
      if (data.byteLength > INGRESS_LIMITS.bytes) {
        context.count('hostile_frame');
        return close(CLOSE.tooBig, 'frame too large');
      }
      const json = decodeJson(data);
      if (!json.ok) return refuse(json.fault);
      const frame = FrameSchema.safeParse(json.value);
      if (!frame.success)
        return refuse(fault('invalid', 'not a frame of the contract: hello, events or resume'));
      if (frame.data.type === 'hello') return greet(frame.data);
      if (stream === null) return refuse(fault('bad_signature', 'say hello and wait for welcome first'));
      if (frame.data.type === 'resume') return send({ type: 'resume_from', seq: await nextSeq(stream) });
      const { id, events } = frame.data;
      return takeEvents(stream, events, id === undefined ? {} : { id });
    }

    const stopMessages = socket.onMessage((data) => {
      if (!open) return;
      serve(data).catch((error: unknown) => {
        context.log('error', `ingress frame: ${error instanceof Error ? error.message : String(error)}`);
        send({ type: 'error', error: errorOf(fault('store_failed')) });
      });
    });
    const stopClose = socket.onClose(() => {
      open = false;
      clearTimeout(patience);
      stopMessages();
    });
    const patience = setTimeout(() => close(CLOSE.policy, 'no hello'), helloMs);
    return () => close(CLOSE.goingAway, 'room closed');
  };
}
