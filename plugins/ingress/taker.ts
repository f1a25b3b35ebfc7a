import type { EventKind } from '../../shared/domain/event.ts';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ConnectContext, SourceMemory } from '../../shared/plugin/plugin.ts';
import type { Batch } from './batch-body.ts';
import { createRecent } from './memory.ts';
import { type Arrival, normalise, seqOf } from './normalise.ts';
import { type Judged, planBatch, type StreamState } from './plan.ts';
import type { IngressReply } from './protocol.ts';

/** Batches that may wait for the core at once, over all requests and sockets of a room. */
export const MAX_WAITING = 4;
/** Streams of one room. */
const MAX_STREAMS = 64;
/** Ids known by heart, beside those the store knows. */
const RECENT_IDS = 20_000;

/** Takes batches into the core, one after the other. */
export interface BatchTaker {
  /**
   * Resolves when the batch is committed; `overloaded` at once where too many wait already (nothing
   * of the batch was taken), `store_failed` where the core broke (send it again: repeats are known).
   */
  readonly take: (batch: Batch) => Promise<Result<IngressReply>>;
  /** The highest number taken from a stream; null before the first. */
  readonly cursor: (stream: string) => Promise<number | null>;
}

type Context = Pick<ConnectContext<unknown>, 'roomId' | 'clock' | 'emit' | 'count' | 'log' | 'status'>;

/** Makes the taker of one connection; `session` is the connection's epoch. */
export function createTaker(context: Context, memory: SourceMemory, session: string): BatchTaker {
  const streams = new Map<string, StreamState>();
  const recent = createRecent(RECENT_IDS);
  let nextSeq = 0;
  let waiting = 0;
  let tail: Promise<unknown> = Promise.resolve();
  let live = false;

  async function takeNow(batch: Batch): Promise<Result<IngressReply>> {
    const stream = await stateOf(batch.stream);
    if (stream === null) return fail(fault('invalid', `more than ${MAX_STREAMS} sources in one room`));
    const arrival: Arrival = {
      roomId: context.roomId,
      source: `ingress/${batch.stream}`,
      session,
      receivedAt: context.clock.now(),
    };
    const judged = batch.events.map(
      (event, index): Judged => ({ index, seq: seqOf(event), result: normalise(event, arrival) }),
    );
    const ids = judged.flatMap(({ result }) => (result.ok ? [result.value.eventId] : []));
    const known = new Set([...(await memory.known(ids)), ...recent.among(ids)]);
    const plan = planBatch(judged, stream, known, arrival, nextSeq);
    nextSeq += plan.emit.length;
    if (plan.emit.length > 0) await context.emit(plan.emit);
    const moved = plan.emit.length > 0 || plan.seq !== stream.seq;
    if (moved && plan.seq !== null) await memory.setCursor(batch.stream, plan.seq);
    // Only now: a batch that was not committed must be taken again when it is sent again.
    recent.add(plan.emit.map((event) => event.eventId));
    streams.set(batch.stream, { seq: plan.seq, lastAt: arrival.receivedAt });
    tell(plan.reply, plan.late, plan.emit);
    return ok(plan.reply);
  }

  async function stateOf(name: string): Promise<StreamState | null> {
    const state = streams.get(name);
    if (state !== undefined) return state;
    if (streams.size >= MAX_STREAMS) return null;
    return { seq: await memory.cursor(name), lastAt: null };
  }

  function tell(reply: IngressReply, late: number, emitted: readonly { readonly kind: EventKind }[]): void {
    const unknown = emitted.filter((event) => event.kind === 'unknown').length;
    const counts = {
      duplicate: reply.duplicate,
      refused_event: reply.rejected.length,
      gap: reply.gaps.length,
      late,
      unknown_kind: unknown,
    };
    for (const [what, n] of Object.entries(counts)) if (n > 0) context.count(what, n);
    if (!live) context.status({ state: 'live' });
    live = true;
  }

  return {
    take(batch) {
      if (waiting >= MAX_WAITING) {
        context.count('slowed');
        return Promise.resolve(
          fail(fault('overloaded', 'the core is catching up; nothing of this batch was taken')),
        );
      }
      waiting += 1;
      const done = tail
        .then(() => takeNow(batch))
        .catch((error: unknown) => {
          context.log('error', `ingress batch: ${error instanceof Error ? error.message : String(error)}`);
          return fail<IngressReply>(fault('store_failed'));
        })
        .finally(() => {
          waiting -= 1;
        });
      tail = done;
      return done;
    },
    cursor: async (stream) => streams.get(stream)?.seq ?? (await memory.cursor(stream)),
  };
}
