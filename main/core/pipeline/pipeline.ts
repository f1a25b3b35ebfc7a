import type { ChatRow, DeskChange } from '../../../shared/api/views.ts';
import { foldVerdicts, type Sla } from '../../../shared/detect/policy.ts';
import type { Detector } from '../../../shared/detect/types.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { Store, StoredEvent, StoreOp } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Log } from '../effects.ts';
import { absorbedBy, joinEscalated, withoutParts } from '../flags/absorb.ts';
import { createOpenFlags } from '../flags/open-index.ts';
import type { FactsCache } from '../people/facts.ts';
import type { LatencyMeter } from '../stats/latency.ts';
import type { Seen } from './seen.ts';

/** The one road: dedupe → number → detect → flag policy → store → push. */
export interface Pipeline {
  /** Takes events in order; resolves when there is room for more. */
  readonly accept: (events: readonly LiveEvent[]) => Promise<void>;
  /** Resolves when everything accepted so far is committed; rejects when some of it could not be. */
  readonly flushed: () => Promise<void>;
  /** Events taken and not yet committed. */
  readonly backlog: () => number;
  readonly counts: () => { readonly stored: number; readonly duplicates: number; readonly failed: number };
}

/** What the road needs of the rest. */
export interface PipelineDeps {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly seen: Seen;
  readonly facts: FactsCache;
  readonly offsets: Readonly<Record<string, number>>;
  readonly detectorOf: (roomId: string) => Detector | null;
  /** Milliseconds until a flag of each severity turns red. */
  readonly sla: () => Sla;
  /** After commit, in order. */
  readonly onCommitted: (rows: readonly StoredEvent[], chat: readonly ChatRow[]) => void;
  readonly onDetectorFault: (event: LiveEvent) => void;
  readonly onFailed: (events: readonly LiveEvent[], error: string) => void;
  readonly intakeLatency: LatencyMeter;
  readonly flagLatency: LatencyMeter;
  readonly log: Log;
}

const BATCH = 500;
/** Events that may be on the road at once; beyond it `accept` waits. */
export const ROAD_CREDIT = 5_000;
const WRITES_IN_FLIGHT = 3;

/** Detection runs here; the store commits on its own thread, so a slow disk never delays a verdict. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { store, desk, clock, seen, facts } = deps;
  const open = createOpenFlags(desk.flags);
  const next = new Map<string, number>(Object.entries(deps.offsets));
  let queue: LiveEvent[] = [];
  let onRoad = 0;
  let stored = 0;
  let duplicates = 0;
  let failed = 0;
  let lastFailure: Error | undefined;
  let running = false;
  let tail: Promise<void> = Promise.resolve();
  const writes = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];

  const leave = (count: number): void => {
    onRoad -= count;
    while (onRoad < ROAD_CREDIT && waiting.length > 0) waiting.shift()?.();
  };

  /** A bug in detection costs one event its verdicts, never the event. */
  const guarded = (look: () => readonly Verdict[], event: LiveEvent): readonly Verdict[] => {
    try {
      return look();
    } catch (error) {
      deps.log('error', 'detector failed', { eventId: event.eventId, error: String(error) });
      deps.onDetectorFault(event);
      return [];
    }
  };

  const inspect = async (event: LiveEvent): Promise<readonly Verdict[]> => {
    const detector = deps.detectorOf(event.roomId);
    if (detector === null) return [];
    const personId = event.actor === undefined ? undefined : personIdOf(event.platform, event.actor);
    const person = personId === undefined ? undefined : facts.peek(event.roomId, personId);
    const verdicts = guarded(() => detector.inspect({ event, person }), event);
    facts.observe(event);
    if (
      personId !== undefined &&
      person === undefined &&
      verdicts.some((verdict) => verdict.flag && verdict.category === 'dispute')
    ) {
      await facts.load(event.roomId, personId);
    }
    return verdicts;
  };

  /** What a person spent here: as the store has it, or at least as this detector saw it. */
  const spentBy = (
    roomId: string,
    personId: string | undefined,
    detector: Detector | null,
  ): readonly Money[] => {
    if (personId === undefined) return [];
    const known = facts.peek(roomId, personId)?.totals ?? [];
    return known.length > 0 ? known : (detector?.spent(personId) ?? []);
  };

  const step = async (batch: readonly LiveEvent[]): Promise<void> => {
    const rows: StoredEvent[] = [];
    const flags = new Map<string, Flag>();
    const raised = new Set<string>();
    for (const event of batch) {
      if (!seen.take(event.eventId)) {
        duplicates += 1;
        continue;
      }
      const offset = next.get(event.roomId) ?? 1;
      next.set(event.roomId, offset + 1);
      const verdicts = await inspect(event);
      rows.push({
        offset,
        event,
        verdicts: verdicts.filter((verdict) => verdict.flag || verdict.score >= 0.3),
      });
      if (!verdicts.some((verdict) => verdict.flag)) continue;
      const detector = deps.detectorOf(event.roomId);
      const personId = event.actor === undefined ? undefined : personIdOf(event.platform, event.actor);
      const changed = foldVerdicts({
        event,
        verdicts: withoutParts(verdicts),
        openFlag: open.find,
        newId: deps.ids.next,
        now: clock.now(),
        sla: deps.sla(),
        spent: spentBy(event.roomId, personId, detector),
        cluster: detector === null ? undefined : detector.cluster,
      }).map((flag) =>
        desk.flags.has(flag.id) ? flag : (joinEscalated(flag, open.escalated(flag), clock.now()) ?? flag),
      );
      const put = changed.flatMap((flag) =>
        flag.category === 'raid' ? absorbedBy(flag, open.find, clock.now()) : [],
      );
      for (const flag of [...changed, ...put]) {
        if (!desk.flags.has(flag.id)) raised.add(flag.id);
        flags.set(flag.id, flag);
        desk.stage([{ kind: 'flag', flag }]);
        open.note(flag);
      }
    }
    if (rows.length === 0) {
      leave(batch.length);
      return;
    }
    const records = [...flags.values()].map((flag) => ({ kind: 'flag', flag }) as const);
    const ops: StoreOp[] = [
      { op: 'events', rows },
      ...records.map(({ flag }): StoreOp => ({ op: 'put', table: 'flags', row: flag })),
    ];
    for (const id of raised) {
      const flag = flags.get(id);
      if (flag !== undefined)
        ops.push({
          op: 'audit',
          entry: auditOf(clock.now(), SYSTEM, 'flag.raise', {
            roomId: flag.roomId,
            subject: id,
            detail: flag.category,
          }),
        });
    }
    commit(rows, records, ops, batch.length);
    if (writes.size >= WRITES_IN_FLIGHT) await Promise.race(writes);
  };

  const commit = (
    rows: readonly StoredEvent[],
    changes: readonly DeskChange[],
    ops: readonly StoreOp[],
    taken: number,
  ): void => {
    const write = store.write(ops).then(
      () => {
        const now = clock.now();
        stored += rows.length;
        for (const row of rows) {
          deps.intakeLatency.add(now - row.event.receivedAt);
          if (row.verdicts.some((verdict) => verdict.flag)) deps.flagLatency.add(now - row.event.receivedAt);
        }
        desk.announce(changes);
        deps.onCommitted(
          rows,
          rows.map((row) => toChatRow(row.offset, row.event, row.verdicts)),
        );
      },
      (error: unknown) => {
        failed += rows.length;
        lastFailure = new Error(String(error));
        for (const row of rows) seen.forget(row.event.eventId);
        deps.onFailed(
          rows.map((row) => row.event),
          String(error),
        );
      },
    );
    const done = write.finally(() => {
      writes.delete(done);
      leave(taken);
    });
    writes.add(done);
    tail = Promise.all([tail, done]).then(() => undefined);
  };

  const run = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (queue.length > 0) {
      const batch = queue.length <= BATCH ? queue : queue.slice(0, BATCH);
      queue = queue.length <= BATCH ? [] : queue.slice(BATCH);
      await step(batch);
      if (queue.length > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    running = false;
  };

  return {
    async accept(events) {
      if (events.length === 0) return;
      queue = queue.concat(events);
      onRoad += events.length;
      void run().catch((error: unknown) => {
        running = false;
        deps.log('error', 'pipeline step failed', { error: String(error) });
      });
      if (onRoad >= ROAD_CREDIT) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async flushed() {
      const failedBefore = failed;
      while (queue.length > 0 || running) await new Promise<void>((resolve) => setImmediate(resolve));
      await tail;
      if (failed > failedBefore && lastFailure !== undefined) throw lastFailure;
    },
    backlog: () => onRoad,
    counts: () => ({ stored, duplicates, failed }),
  };
}
