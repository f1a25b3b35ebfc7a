import type { DeskChange } from '../../../shared/api/views.ts';
import { foldVerdicts, type Sla } from '../../../shared/detect/policy.ts';
import type { Detector } from '../../../shared/detect/types.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
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
  /**
   * Resolves when everything accepted so far is committed; rejects when some of it could not be, or
   * when something of the room failed since this was last asked for it.
   */
  readonly flushed: (roomId?: string) => Promise<void>;
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
  readonly onCommitted: (rows: readonly StoredEvent[]) => void;
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
  const failedRooms = new Map<string, Error>();
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
      await facts.load(event.roomId, personId).catch(() => undefined);
    }
    return verdicts;
  };

  /** The same for the flag policy: a bug there costs the event its flag, and is counted. */
  const folded = (event: LiveEvent, fold: () => readonly Flag[]): readonly Flag[] => {
    try {
      return fold();
    } catch (error) {
      deps.log('error', 'flag policy failed', { eventId: event.eventId, error: String(error) });
      deps.onDetectorFault(event);
      return [];
    }
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

  /** What could not be stored may come again, is counted, and is not shown. */
  const lose = (events: readonly LiveEvent[], reason: unknown): void => {
    failed += events.length;
    lastFailure = new Error(String(reason));
    for (const event of events) {
      seen.forget(event.eventId);
      failedRooms.set(event.roomId, lastFailure);
    }
    deps.onFailed(events, String(reason));
  };

  const step = async (batch: readonly LiveEvent[]): Promise<void> => {
    const rows: StoredEvent[] = [];
    const flags = new Map<string, Flag>();
    const raised = new Set<string>();
    const reverts: (() => void)[] = [];
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
      const changed = folded(event, () =>
        foldVerdicts({
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
        ),
      );
      const put = changed.flatMap((flag) =>
        flag.category === 'raid' ? absorbedBy(flag, open.find, clock.now()) : [],
      );
      for (const flag of [...changed, ...put]) {
        if (!desk.flags.has(flag.id)) raised.add(flag.id);
        flags.set(flag.id, flag);
        reverts.push(desk.stage([{ kind: 'flag', flag }]));
        open.note(flag);
      }
    }
    if (rows.length === 0) {
      leave(batch.length);
      return;
    }
    // Somebody may have decided on a flag while this batch was looked at: the newest is what is kept.
    const records = [...flags.values()].map(
      (flag) => ({ kind: 'flag', flag: desk.flags.get(flag.id) ?? flag }) as const,
    );
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
    commit(rows, records, ops, batch.length, () => {
      for (const revert of reverts.toReversed()) revert();
    });
    if (writes.size >= WRITES_IN_FLIGHT) await Promise.race(writes);
  };

  const commit = (
    rows: readonly StoredEvent[],
    changes: readonly DeskChange[],
    ops: readonly StoreOp[],
    taken: number,
    revert: () => void,
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
        deps.onCommitted(rows);
      },
      (error: unknown) => {
        revert();
        lose(
          rows.map((row) => row.event),
          error,
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
      await step(batch).catch((error: unknown) => {
        deps.log('error', 'pipeline step failed', { error: String(error) });
        lose(batch, error);
        leave(batch.length);
      });
      if (queue.length > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    }
    running = false;
  };

  return {
    async accept(events) {
      if (events.length === 0) return;
      queue = queue.concat(events);
      onRoad += events.length;
      void run();
      if (onRoad >= ROAD_CREDIT) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async flushed(roomId) {
      const failedBefore = failed;
      while (queue.length > 0 || running) await new Promise<void>((resolve) => setImmediate(resolve));
      await tail;
      const earlier = roomId === undefined ? undefined : failedRooms.get(roomId);
      if (roomId !== undefined) failedRooms.delete(roomId);
      if (earlier !== undefined) throw earlier;
      if (failed > failedBefore && lastFailure !== undefined) throw lastFailure;
    },
    backlog: () => onRoad,
    counts: () => ({ stored, duplicates, failed }),
  };
}
