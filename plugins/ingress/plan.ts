import type { EventOf, LiveEvent } from '../../shared/domain/event.ts';
import type { Result } from '../../shared/domain/result.ts';
import { type Arrival, PARSER_VERSION } from './normalise.ts';
import type { IngressReply, RejectedEvent, SequenceGap } from './protocol.ts';

/** One event of a batch after its own checks. */
export interface Judged {
  readonly index: number;
  /** Null where it had no usable one; then it is rejected. */
  readonly seq: number | null;
  readonly result: Result<LiveEvent>;
}

/** Where a stream of a sender stands. */
export interface StreamState {
  /** Highest sequence number taken; null before the first. */
  readonly seq: number | null;
  /** When the last event of it arrived, epoch ms; null after a restart. */
  readonly lastAt: number | null;
}

/** What to do with a batch. */
export interface Plan {
  /** In order, gaps before the event that showed them; `seq` counts from `firstSeq` without holes. */
  readonly emit: readonly LiveEvent[];
  readonly reply: IngressReply;
  /** Events that filled a hole afterwards. */
  readonly late: number;
  readonly seq: number | null;
}

/**
 * Decides over a batch. Events are taken in order of their sequence numbers. A hole is declared
 * once and what follows is accepted; a known id is a duplicate whatever its number; an unknown id
 * with an old number fills a hole late. A rejected event with a number counts as arrived.
 */
export function planBatch(
  judged: readonly Judged[],
  stream: StreamState,
  known: ReadonlySet<string>,
  arrival: Arrival,
  firstSeq: number,
): Plan {
  const emit: LiveEvent[] = [];
  const gaps: SequenceGap[] = [];
  const rejected: RejectedEvent[] = [];
  const here = new Set<string>();
  let cursor = stream.seq;
  let accepted = 0;
  let duplicate = 0;
  let late = 0;
  const push = (event: LiveEvent) => emit.push({ ...event, seq: firstSeq + emit.length });
  for (const { index, seq, result } of [...judged].sort(bySeq)) {
    const behind = seq !== null && cursor !== null && seq <= cursor;
    if (seq !== null && cursor !== null && seq > cursor + 1) {
      const gap = { fromSeq: cursor + 1, toSeq: seq - 1 };
      gaps.push(gap);
      push(gapEvent(gap, stream.lastAt, arrival));
    }
    if (seq !== null) cursor = Math.max(cursor ?? seq, seq);
    if (!result.ok) {
      const { code, detail = '' } = result.fault;
      rejected.push({ index, ...(seq === null ? {} : { seq }), code, detail });
    } else if (known.has(result.value.eventId) || here.has(result.value.eventId)) {
      duplicate += 1;
    } else {
      here.add(result.value.eventId);
      accepted += 1;
      if (behind) late += 1;
      push(result.value);
    }
  }
  rejected.sort((a, b) => a.index - b.index);
  return {
    emit,
    late,
    seq: cursor,
    reply: { accepted, duplicate, rejected, gaps, ack: { seq: cursor ?? 0 } },
  };
}

function bySeq(a: Judged, b: Judged): number {
  return (a.seq ?? 0) - (b.seq ?? 0) || a.index - b.index;
}

function gapEvent(gap: SequenceGap, lastAt: number | null, arrival: Arrival): EventOf<'gap'> {
  const missing = gap.toSeq - gap.fromSeq + 1;
  return {
    ...arrival,
    v: 1,
    kind: 'gap',
    eventId: `ingress:${arrival.roomId}:gap:${arrival.source}:${gap.fromSeq}-${gap.toSeq}`,
    platform: 'ingress',
    seq: 0,
    occurredAt: null,
    tsPrecision: 'ms',
    historical: false,
    raw: { encoding: 'none', data: '' },
    parserVersion: PARSER_VERSION,
    body: {
      fromAt: Math.min(lastAt ?? arrival.receivedAt, arrival.receivedAt),
      toAt: arrival.receivedAt,
      reason: 'sequence_gap',
      estimate: Math.min(missing, 1e12),
    },
  };
}
