import { createStreams } from '../../../shared/detect/streams.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { type LiveEvent, textOf, timeOf } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { RoomModes } from '../../../shared/domain/room.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { climb, type Rung } from '../../../shared/rules/ladder.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import { compileProgram } from '../../../shared/rules/program.ts';
import type { Program } from '../../../shared/rules/program-types.ts';
import type { RuleDefinition, Step } from '../../../shared/rules/rule.ts';
import { createRunner, type Runner } from '../../../shared/rules/run.ts';
import type { BacktestRow, BacktestView } from '../../../shared/rules/views.ts';
import { createWindows, type Windows } from '../../../shared/rules/windows.ts';
import type { ListLookup } from '../../../shared/rules/words.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import { createPastFacts, type PastFacts } from './past-facts.ts';
import { modesAfter, startsOf } from './past-room.ts';

/** What is to be tried. */
export interface BacktestRequest {
  readonly roomId: string;
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly subject: RuleDefinition;
  readonly against: RuleDefinition | undefined;
  /** Lists as who asked sees them. */
  readonly listOf: ListLookup;
}

/** Back-tests: one runs at a time, in slices, so that the room's events go first. */
export interface Backtests {
  readonly start: (request: BacktestRequest) => Result<BacktestView>;
  readonly get: (id: string) => Result<BacktestView>;
  readonly cancel: (id: string) => Result<BacktestView>;
  /** Ends what runs. */
  readonly close: () => void;
}

const PAGE = 200;
/** Milliseconds of work before others have their turn. */
const SLICE_MS = 6;
const MOST_ROWS = 200;
const MOST_WAITING = 4;
const KEEP_MS = 3_600_000;
const MOST_KEPT = 50;

interface Job {
  readonly id: string;
  readonly request: BacktestRequest;
  view: BacktestView;
  isCancelled: boolean;
}

/** Two programs walk the same history, each with windows of its own. */
interface Side {
  readonly program: Program;
  readonly windows: Windows;
}

/** Makes the desk for back-tests. */
export function createBacktests(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly engine: PatternEngine;
  readonly isAllowed: (roomId: string, personId: string | undefined, text: string) => boolean;
}): Backtests {
  const { store, clock, engine } = deps;
  const jobs = new Map<string, Job>();
  let tail: Promise<void> = Promise.resolve();
  const runner = createRunner({ streams: createStreams(), engine, isAllowed: deps.isAllowed });

  const forget = (): void => {
    const now = clock.now();
    for (const [id, job] of jobs)
      if (isOver(job) && (now - (job.view.endedAt ?? now) > KEEP_MS || jobs.size > MOST_KEPT))
        jobs.delete(id);
  };
  const found = (id: string): Result<Job> => {
    const job = jobs.get(id);
    return job === undefined ? fail(fault('not_found', id)) : ok(job);
  };
  const end = (job: Job, state: BacktestView['state'], problem?: BacktestView['problem']): void => {
    job.view = {
      ...job.view,
      state,
      endedAt: clock.now(),
      ...(state === 'done' ? { progress: 1 } : {}),
      ...(problem === undefined ? {} : { problem }),
    };
  };
  const work = async (job: Job): Promise<void> => {
    if (job.isCancelled) return;
    job.view = { ...job.view, state: 'running' };
    try {
      await walk(job, { store, engine, runner, elapsed: engine.elapsed });
      end(job, job.isCancelled ? 'cancelled' : 'done');
    } catch (error) {
      const said = String(error).slice(0, 300);
      end(job, 'failed', { zh: `回测没有完成：${said}`, en: `The back-test did not finish: ${said}` });
    }
  };

  return {
    start(request) {
      forget();
      const waiting = [...jobs.values()].filter((job) => !isOver(job)).length;
      if (waiting >= MOST_WAITING) return fail(fault('overloaded', `${waiting}`));
      const id = deps.ids.next();
      const job: Job = { id, request, view: emptyView(id, request, clock.now()), isCancelled: false };
      jobs.set(id, job);
      tail = tail.then(() => work(job));
      return ok(job.view);
    },
    get(id) {
      const job = found(id);
      return job.ok ? ok(job.value.view) : job;
    },
    cancel(id) {
      const job = found(id);
      if (!job.ok) return job;
      job.value.isCancelled = true;
      if (job.value.view.state === 'waiting') end(job.value, 'cancelled');
      return ok(job.value.view);
    },
    close() {
      for (const job of jobs.values()) job.isCancelled = true;
    },
  };
}

function isOver({ view }: Job): boolean {
  return view.state !== 'waiting' && view.state !== 'running';
}

async function walk(
  job: Job,
  deps: {
    readonly store: Store;
    readonly engine: PatternEngine;
    readonly runner: Runner;
    readonly elapsed: () => number;
  },
): Promise<void> {
  const { store, elapsed } = deps;
  const { request } = job;
  const { roomId, from, to, most } = request;
  const sideOf = (definition: RuleDefinition): Side => ({
    program: compileProgram(
      [{ ruleId: 'tried', version: 1, mode: 'live', definition }],
      request.listOf,
      deps.engine,
    ),
    windows: createWindows(),
  });
  const subject = sideOf(request.subject);
  const against = request.against === undefined ? undefined : sideOf(request.against);
  const afterOffset = Math.max(0, ((await store.nextOffsets())[roomId] ?? 1) - 1 - most);
  const starts = await startsOf(store, roomId, to);
  const facts = createPastFacts(store, roomId, from);
  const tally = createTally(job);
  let modes: RoomModes = {};
  let cursor: string | undefined;
  let since = elapsed();
  do {
    const page = await store.events({ roomId, from, to, afterOffset, order: 'oldest', limit: PAGE, cursor });
    for (const stored of page.rows) {
      if (job.isCancelled) return;
      const { event } = stored;
      modes = modesAfter(modes, event);
      const look = (side: Side) => lookAt(side, stored, { modes, starts, facts, runner: deps.runner });
      const now = await look(subject);
      const other = against === undefined ? undefined : await look(against);
      tally.take(stored, now, other);
      facts.observe(event);
      if (elapsed() - since > SLICE_MS) {
        tally.show();
        await new Promise<void>((resolve) => setImmediate(resolve));
        since = elapsed();
      }
    }
    cursor = page.cursor;
  } while (cursor !== undefined && tally.scanned() < most);
  const first = tally.firstOffset();
  tally.show(afterOffset > 0 && first !== undefined && first === afterOffset + 1);
}

interface Look {
  readonly verdict: Verdict | undefined;
  readonly isOverspent: boolean;
}

async function lookAt(
  { program, windows }: Side,
  { event, verdicts }: StoredEvent,
  past: {
    readonly modes: RoomModes;
    readonly starts: readonly number[];
    readonly facts: PastFacts;
    readonly runner: Runner;
  },
): Promise<Look> {
  const at = timeOf(event);
  const personId = event.actor === undefined ? undefined : personIdOf(event.platform, event.actor);
  const startedAt = past.starts.findLast((start) => start <= at);
  const room = { modes: past.modes, ...(startedAt === undefined ? {} : { startedAt }) };
  const builtIn = verdicts.filter((verdict) => !verdict.category.startsWith('rule:'));
  const ask = (facts: ReturnType<PastFacts['peek']>, isSame: boolean) =>
    past.runner.run(program, windows, { event, verdicts: builtIn, facts, room }, isSame);
  let result = ask(personId === undefined ? undefined : past.facts.peek(personId, at), false);
  if (result.wantsFacts && personId !== undefined) result = ask(await past.facts.load(personId, at), true);
  return { verdict: result.verdicts[0], isOverspent: result.troubles.length > 0 };
}

/** Counts and keeps the newest rows of each kind. */
function createTally(job: Job) {
  const { request } = job;
  const counts = { scanned: 0, messages: 0, matched: 0, newly: 0, stopped: 0, same: 0, overspent: 0 };
  const rows: Record<'newly' | 'stopped' | 'same', BacktestRow[]> = { newly: [], stopped: [], same: [] };
  const steps: Record<string, number> = {};
  const people = new Set<string>();
  const rungs = new Map<string, Rung>();
  const { does } = request.subject;
  let firstOffset: number | undefined;
  let lastAt = request.from;

  const stepFor = (event: LiveEvent, personId: string): Step | undefined => {
    if (does.kind === 'flag') return undefined;
    const next = climb(does, rungs.get(personId), timeOf(event));
    if (next.kind === 'rest') return undefined;
    rungs.set(personId, next.rung);
    if (rungs.size > 50_000) rungs.delete(rungs.keys().next().value ?? '');
    steps[next.step.action] = (steps[next.step.action] ?? 0) + 1;
    return next.step;
  };
  const keep = (
    kind: keyof typeof rows,
    stored: StoredEvent,
    verdict: Verdict,
    step: Step | undefined,
  ): void => {
    const row = toChatRow(stored.offset, stored.event, stored.verdicts);
    rows[kind].push({ row, reasons: verdict.reasons, ...(step === undefined ? {} : { step }) });
    if (rows[kind].length > MOST_ROWS) rows[kind].shift();
  };

  return {
    scanned: () => counts.scanned,
    firstOffset: () => firstOffset,
    take(stored: StoredEvent, now: Look, other: Look | undefined): void {
      const { event } = stored;
      firstOffset ??= stored.offset;
      counts.scanned += 1;
      lastAt = Math.max(lastAt, timeOf(event));
      if (textOf(event) !== '') counts.messages += 1;
      if (now.isOverspent) counts.overspent += 1;
      const personId = event.actor === undefined ? '' : personIdOf(event.platform, event.actor);
      if (now.verdict === undefined) {
        if (other?.verdict === undefined) return;
        counts.stopped += 1;
        keep('stopped', stored, other.verdict, undefined);
        return;
      }
      counts.matched += 1;
      if (personId !== '') people.add(personId);
      const kind = other?.verdict === undefined ? 'newly' : 'same';
      counts[kind] += 1;
      keep(kind, stored, now.verdict, stepFor(event, personId));
    },
    /** Puts what is known so far where it can be asked for. */
    show(truncated = job.view.truncated): void {
      const span = Math.max(1, request.to - request.from);
      const { scanned, messages, matched, newly, stopped, same, overspent } = counts;
      job.view = {
        ...job.view,
        scanned,
        truncated,
        progress: Math.min(0.99, Math.max(scanned / request.most, (lastAt - request.from) / span)),
        matched,
        newly,
        stopped,
        same,
        overspent,
        people: people.size,
        steps: { ...steps },
        perThousand: messages === 0 ? 0 : Math.round((matched / messages) * 100_000) / 100,
        rows: {
          newly: rows.newly.toReversed(),
          stopped: rows.stopped.toReversed(),
          same: rows.same.toReversed(),
        },
      };
    },
  };
}

function emptyView(id: string, request: BacktestRequest, now: number): BacktestView {
  const { roomId, from, to, most } = request;
  return {
    id,
    roomId,
    from,
    to,
    most,
    state: 'waiting',
    scanned: 0,
    progress: 0,
    startedAt: now,
    truncated: false,
    matched: 0,
    people: 0,
    newly: 0,
    stopped: 0,
    same: 0,
    steps: {},
    overspent: 0,
    perThousand: 0,
    rows: { newly: [], stopped: [], same: [] },
  };
}
