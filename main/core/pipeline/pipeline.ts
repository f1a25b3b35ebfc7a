import { setImmediate as nextTurn } from 'node:timers/promises';
import { wantsFacts, withLateFacts } from '../../../shared/detect/late-facts.ts';
import { foldVerdicts, type Sla } from '../../../shared/detect/policy.ts';
import type { Detector, PersonFacts } from '../../../shared/detect/types.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { Store, StoredEvent, StoreOp } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';
import { type Log, within } from '../effects.ts';
import { absorbedBy, joinEscalated, withoutParts } from '../flags/absorb.ts';
import { createOpenFlags } from '../flags/open-index.ts';
import type { FactsCache } from '../people/facts.ts';
import type { LatencyMeter } from '../stats/latency.ts';
import { emptyDraft } from './draft.ts';
import { createQueue } from './queue.ts';
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
  /** Rules of the hub's own, asked after the detector. */
  readonly rules: RoadRules;
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

/** What the road needs of own rules. */
export interface RoadRules {
  /** `isSame`: the same event again, with the facts it wanted or without. */
  readonly inspect: (
    event: LiveEvent,
    verdicts: readonly Verdict[],
    facts: PersonFacts | undefined,
    isSame: boolean,
  ) => { readonly verdicts: readonly Verdict[]; readonly wantsFacts: boolean };
  /** What they counted since, to be written with the events. */
  readonly take: () => { readonly ops: readonly StoreOp[]; readonly revert: () => void };
  readonly committed: (rows: readonly StoredEvent[], flags: readonly Flag[]) => void;
}

/** Events looked at in one go: between two goes what was committed leaves, so that a burst holds no flag up. */
const SLICE = 100;
/** How long events without a flag gather before they are written together, ms; pages get chat every 50 ms. */
const GATHER_MS = 10;
/** Events without a flag that are not gathered any longer. */
const FULL_WRITE = 400;
/**
 * Events looked at and not yet on their way to the store; beyond it looking waits. So many gather beside a write on
 * its way where flags grew: the fewer writes, the fewer times a raid's five hundred people are written again.
 */
const MOST_DRAFTED = 1_200;
const WRITES_IN_FLIGHT = 2;
/** Facts that a long search holds up any longer are done without: every room waits with this one, ms. */
const FACTS_MS = 100;
/** Events that may be on the road at once; beyond it `accept` waits. */
export const ROAD_CREDIT = 5_000;

/** Detection runs here; the store commits on its own thread, so a slow disk never delays a verdict. */
export function createPipeline(deps: PipelineDeps): Pipeline {
  const { store, desk, clock, seen, facts } = deps;
  const open = createOpenFlags(desk.flags);
  const next = new Map<string, number>(Object.entries(deps.offsets));
  const queue = createQueue<LiveEvent>();
  let draft = emptyDraft();
  let accepted = 0;
  let left = 0;
  let stored = 0;
  let duplicates = 0;
  let failed = 0;
  let lastFailure: Error | undefined;
  const failedRooms = new Map<string, Error>();
  let isRunning = false;
  let isGathering = false;
  const writes = new Set<Promise<void>>();
  const waiting: (() => void)[] = [];
  const flushing: { readonly until: number; readonly resolve: () => void }[] = [];

  /** What came first leaves first. */
  const leave = (count: number): void => {
    left += count;
    while (accepted - left < ROAD_CREDIT && waiting.length > 0) waiting.shift()?.();
    while ((flushing[0]?.until ?? Number.MAX_SAFE_INTEGER) <= left) flushing.shift()?.resolve();
  };

  /** A bug in detection or in the flag policy costs one event its verdicts or its flags, never the event. */
  const guarded = (what: string, event: LiveEvent, work: () => void): void => {
    try {
      work();
    } catch (error) {
      blame(what, event, error);
    }
  };
  const blame = (what: string, event: LiveEvent, error: unknown): void => {
    deps.log('error', `${what} failed`, { eventId: event.eventId, error: String(error) });
    deps.onDetectorFault(event);
  };

  const detected = (event: LiveEvent, person: PersonFacts | undefined): readonly Verdict[] => {
    try {
      return deps.detectorOf(event.roomId)?.inspect({ event, person }) ?? NO_VERDICTS;
    } catch (error) {
      blame('detector', event, error);
      return NO_VERDICTS;
    }
  };

  const rulesSay = (
    event: LiveEvent,
    found: readonly Verdict[],
    known: PersonFacts | undefined,
    isSame: boolean,
  ): ReturnType<RoadRules['inspect']> => {
    try {
      return deps.rules.inspect(event, found, known, isSame);
    } catch (error) {
      blame('rules', event, error);
      return NOTHING_SAID;
    }
  };

  /**
   * What the detector and own rules say. Facts about a person are waited for only where a rule hangs on them, or
   * a dispute or an appeal: what somebody spent decides how urgent it is.
   */
  const inspect = (event: LiveEvent): readonly Verdict[] | Promise<readonly Verdict[]> => {
    const personId = event.actor === undefined ? undefined : personIdOf(event.platform, event.actor);
    const person = personId === undefined ? undefined : facts.peek(event.roomId, personId);
    const found = detected(event, person);
    const own = rulesSay(event, found, person, false);
    try {
      facts.observe(event);
    } catch (error) {
      blame('facts', event, error);
    }
    const said = joined(found, own.verdicts);
    const isBlind = person === undefined && found.some(wantsFacts);
    if (!own.wantsFacts && !isBlind) return said;
    const loading = personId === undefined ? Promise.resolve(undefined) : facts.load(event.roomId, personId);
    return within(FACTS_MS, loading).then((known) => {
      const rules = own.wantsFacts ? rulesSay(event, found, known, true).verdicts : own.verdicts;
      return joined(isBlind && known !== undefined ? withLateFacts(found, event, known) : found, rules);
    });
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

  /** Looks at one event; only what hangs on facts that are not there has to wait. */
  const look = (event: LiveEvent): Promise<void> | undefined => {
    if (!seen.take(event.eventId)) {
      duplicates += 1;
      draft.taken += 1;
      return undefined;
    }
    const offset = next.get(event.roomId) ?? 1;
    next.set(event.roomId, offset + 1);
    const verdicts = inspect(event);
    if (verdicts instanceof Promise) return verdicts.then((late) => take(offset, event, late));
    take(offset, event, verdicts);
    return undefined;
  };

  /** An event and its flags enter the draft together. */
  const take = (offset: number, event: LiveEvent, verdicts: readonly Verdict[]): void => {
    draft.taken += 1;
    draft.rows.push({ offset, event, verdicts: verdicts.length === 0 ? verdicts : verdicts.filter(isKept) });
    if (verdicts.some((verdict) => verdict.flag)) guarded('flag policy', event, () => raise(event, verdicts));
  };

  const raise = (event: LiveEvent, verdicts: readonly Verdict[]): void => {
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
      const before = desk.flags.get(flag.id);
      if (before === undefined) draft.raised.add(flag.id);
      if (before?.state !== flag.state || before.severity !== flag.severity) draft.isPressing = true;
      draft.flags.set(flag.id, flag);
      draft.reverts.push(desk.stage([{ kind: 'flag', flag }]));
      open.note(flag);
    }
  };

  /**
   * Sends the draft: at once where a flag of it is new or stands differently or somebody waits for it, else when
   * it has gathered: one that only grew is told a few times a second anyway. Beside a write on its way goes only
   * what is urgent or much; the rest takes along what comes meanwhile.
   */
  const send = (): void => {
    if (draft.taken === 0) return;
    const most = draft.flags.size === 0 ? FULL_WRITE : MOST_DRAFTED;
    const isPressing = draft.isPressing || draft.rows.length >= most;
    if (!isPressing && !draft.isDue && flushing.length === 0 && draft.rows.length > 0) {
      if (isGathering) return;
      isGathering = true;
      setTimeout(() => {
        isGathering = false;
        draft.isDue = true;
        send();
      }, GATHER_MS);
      return;
    }
    if (writes.size >= (isPressing ? WRITES_IN_FLIGHT : 1)) return;
    const { rows, flags, raised, reverts, taken } = draft;
    draft = emptyDraft();
    if (rows.length === 0) {
      leave(taken);
      return;
    }
    // Somebody may have decided on a flag while this was looked at: the newest is what is kept.
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
    const counted = deps.rules.take();
    ops.push(...counted.ops);
    commit(rows, records, ops, taken, () => {
      counted.revert();
      for (const revert of reverts.toReversed()) revert();
    });
  };

  const commit = (
    rows: readonly StoredEvent[],
    changes: readonly { readonly kind: 'flag'; readonly flag: Flag }[],
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
        deps.rules.committed(
          rows,
          changes.map((change) => change.flag),
        );
      },
      (error: unknown) => {
        revert();
        lose(
          rows.map((row) => row.event),
          error,
        );
      },
    );
    const told = write.catch((error: unknown) =>
      deps.log('error', 'telling failed', { error: String(error) }),
    );
    const done = told.finally(() => {
      writes.delete(done);
      leave(taken);
      send();
    });
    writes.add(done);
  };

  const run = async (): Promise<void> => {
    while (queue.size() > 0) {
      for (let n = 0; n < SLICE; n += 1) {
        const event = queue.take();
        if (event === undefined) break;
        const waits = look(event);
        if (waits !== undefined) await waits;
      }
      send();
      while (draft.rows.length >= MOST_DRAFTED) await Promise.race(writes);
      if (queue.size() > 0) await nextTurn();
    }
    isRunning = false;
  };

  return {
    async accept(events) {
      if (events.length === 0) return;
      queue.push(events);
      accepted += events.length;
      if (!isRunning) {
        isRunning = true;
        // What else this turn of the loop brings goes along.
        setImmediate(() => void run());
      }
      if (accepted - left >= ROAD_CREDIT) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    async flushed(roomId) {
      const failedBefore = failed;
      const until = accepted;
      if (left < until) {
        const done = new Promise<void>((resolve) => flushing.push({ until, resolve }));
        send();
        await done;
      }
      const earlier = roomId === undefined ? undefined : failedRooms.get(roomId);
      if (roomId !== undefined) failedRooms.delete(roomId);
      if (earlier !== undefined) throw earlier;
      if (failed > failedBefore && lastFailure !== undefined) throw lastFailure;
    },
    backlog: () => accepted - left,
    counts: () => ({ stored, duplicates, failed }),
  };
}

const NO_VERDICTS: readonly Verdict[] = [];
const NOTHING_SAID: ReturnType<RoadRules['inspect']> = { verdicts: NO_VERDICTS, wantsFacts: false };

/** Verdicts that are stored beside their event. */
function isKept(verdict: Verdict): boolean {
  return verdict.flag || verdict.score >= 0.3;
}

function joined(found: readonly Verdict[], own: readonly Verdict[]): readonly Verdict[] {
  return own.length === 0 ? found : [...found, ...own];
}
