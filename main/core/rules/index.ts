import { z } from 'zod';
import { createStreams, type Streams } from '../../../shared/detect/streams.ts';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock, Dispose, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fenOf } from '../../../shared/domain/money.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Capability } from '../../../shared/plugin/plugin.ts';
import { checkRule, costOf, patternSizes } from '../../../shared/rules/check.ts';
import { describeRule } from '../../../shared/rules/describe.ts';
import { ruleOf } from '../../../shared/rules/reasons.ts';
import {
  type Halt,
  type RuleDefinition,
  RuleDefinitionSchema,
  type RuleHead,
} from '../../../shared/rules/rule.ts';
import type { RoomFacts } from '../../../shared/rules/scene.ts';
import type {
  BundleReport,
  RuleBundle,
  RuleCheck,
  RuleCountsOf,
  RuleDetail,
  RuleHitRow,
  RuleTrial,
  RuleView,
} from '../../../shared/rules/views.ts';
import type { ListLookup } from '../../../shared/rules/words.ts';
import { toChatRow } from '../../../shared/view/chat-row.ts';
import type { Store } from '../../store/store.ts';
import type { Actions } from '../actions/service.ts';
import type { Desk } from '../desk.ts';
import type { Log } from '../effects.ts';
import type { RoomMemories } from '../flags/memory.ts';
import type { RoadRules } from '../pipeline/pipeline.ts';
import { createActing } from './acting.ts';
import { createAllowed } from './allowed.ts';
import { type Backtests, createBacktests } from './backtest.ts';
import { exportBundle, importBundle } from './bundle.ts';
import { createCounter } from './counts.ts';
import { createKeeper, type Editor, type Keeper, loadLists } from './keeper.ts';
import { createLibrary } from './library.ts';
import { createWordLists, type WordLists } from './lists.ts';
import { createLiveRules } from './live.ts';
import { createNewsLine, type News } from './news.ts';
import { createRe2Engine } from './re2.ts';
import { ruleCounts, ruleDetail, ruleView } from './rule-views.ts';
import { createRungs } from './rungs.ts';
import { listsSeen, type Scope, sees } from './scope.ts';
import { tryTexts } from './trial.ts';

/** Rules of the hub's own. */
export interface Rules {
  /** For the pipeline. */
  readonly road: RoadRules;
  readonly keeper: Keeper;
  readonly lists: WordLists;
  readonly backtests: Backtests;
  readonly views: (scope: Scope, roomId: string | undefined, archived: boolean) => readonly RuleView[];
  /** What those rules did that the session sees. */
  readonly counts: (ruleIds: readonly string[], scope: Scope) => readonly RuleCountsOf[];
  /** Hears of every change of a rule or list, and of every count. */
  readonly listen: (listener: (news: News) => void) => Dispose;
  readonly detail: (ruleId: string, scope: Scope) => Promise<Result<RuleDetail>>;
  readonly check: (definition: RuleDefinition, scope: Scope) => Promise<RuleCheck>;
  readonly try: (
    definition: RuleDefinition,
    texts: readonly string[],
    scope: Scope,
  ) => Promise<readonly RuleTrial[]>;
  /** Lists as a session sees them. */
  readonly listsFor: (scope: Scope) => ListLookup;
  readonly hits: (query: HitQuery, scope: Scope) => Promise<Result<HitPage>>;
  /** A version's definition, where the session may see it. */
  readonly definitionOf: (ruleId: string, version: number, scope: Scope) => Promise<Result<RuleDefinition>>;
  readonly schema: () => Record<string, unknown>;
  readonly exportAll: (ruleIds: readonly string[] | undefined, scope: Scope) => RuleBundle;
  readonly importAll: (bundle: unknown, editor: Editor) => Promise<Result<BundleReport>>;
  readonly prepare: (definition: RuleDefinition) => Promise<void>;
  /** Resolves when what was changed runs and what was matched is acted on. */
  readonly settled: () => Promise<void>;
  readonly forgetRoom: (roomId: string) => void;
  /** Writes counts, forgets old rungs; call it now and then. */
  readonly tick: () => Promise<void>;
  /** Ends back-tests, finishes what is being acted on, writes counts. */
  readonly close: () => Promise<void>;
}

export interface HitQuery {
  readonly ruleId: string;
  readonly roomId?: string | undefined;
  readonly mode?: 'shadow' | 'live' | undefined;
  readonly version?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export interface HitPage {
  readonly rows: readonly RuleHitRow[];
  readonly cursor?: string | undefined;
}

/** What rules need of the rest; what is made later is asked for when needed. */
export interface RulesDeps {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly memories: RoomMemories;
  readonly actions: () => Pick<Actions, 'perform'>;
  readonly roomFacts: (roomId: string) => RoomFacts;
  readonly capabilitiesOf: (roomId: string) => readonly Capability[];
  readonly topSupporterFen: () => number;
  readonly count: (roomId: string, what: string) => void;
  readonly roomIds: () => readonly string[];
  /** May be the detectors' own: then a message is read once. */
  readonly streams?: Streams | undefined;
}

/** Loads rules, lists, counts and ladders, and puts what runs in its place. */
export async function createRules(deps: RulesDeps): Promise<Rules> {
  const { store, desk, clock, ids, log } = deps;
  const engine = createRe2Engine();
  const library = await createLibrary({ store, desk });
  const news = createNewsLine();
  // A hit is told of when it is stored: who hears of it may ask for it.
  const counter = await createCounter(store, (ruleId, what) => {
    if (what !== 'hit') news.tell({ kind: 'counted', ruleId });
  });
  const rungs = await createRungs(store, clock.now());
  const allowed = createAllowed(deps.memories);
  const keeper = createKeeper({ library, engine, clock });
  const lists = createWordLists({ library, clock });
  const streams = createStreams();
  const stop = async (ruleId: string, halt: Halt): Promise<void> => {
    log('warn', `rule ${halt.kind}`, { ruleId, reason: halt.reason.en });
    for (const roomId of deps.roomIds()) deps.count(roomId, `rule_${halt.kind}`);
    const stopped = await keeper.halt(ruleId, halt, SYSTEM);
    if (!stopped.ok) log('error', 'rule could not be stopped', { ruleId, fault: stopped.fault });
  };
  const live = createLiveRules({
    library,
    engine,
    streams: deps.streams,
    clock,
    counter,
    isAllowed: allowed.is,
    roomFacts: deps.roomFacts,
    suspend: (ruleId, halt) => void stop(ruleId, halt),
  });
  library.onChange(() => news.tell({ kind: 'library' }));
  await live.refreshed();
  const acting = createActing({
    desk,
    actions: deps.actions,
    clock,
    ids,
    library,
    counter,
    rungs,
    isAllowed: allowed.is,
    // From the store itself: a cache may not know of a gift of a moment ago.
    spentFen: async (roomId, personId) =>
      ((await store.person(personId, roomId))?.totals ?? []).reduce(
        (sum, each) => sum + (fenOf(each) ?? 0n),
        0n,
      ),
    topSupporterFen: deps.topSupporterFen,
    capabilitiesOf: deps.capabilitiesOf,
    brake: stop,
    onFault: (what, detail) => log('error', what, { detail }),
  });
  const backtests = createBacktests({
    store,
    clock,
    ids,
    engine,
    isAllowed: allowed.is,
  });
  const tick = async (): Promise<void> => {
    acting.tick();
    const counted = counter.take();
    if (counted.ops.length === 0) return;
    const saved = await desk.commit([], [], counted.ops);
    if (!saved.ok) counted.revert();
  };
  const views = { library, counter, engine };
  const seen = (ruleId: string, scope: Scope): Result<RuleHead> => {
    const head = library.head(ruleId);
    if (head === undefined) return fail(fault('not_found', ruleId));
    return ruleView(views, head, scope) === undefined ? fail(fault('forbidden', ruleId)) : ok(head);
  };

  return {
    keeper,
    lists,
    backtests,
    road: {
      inspect: live.inspect,
      take: counter.take,
      committed(rows, flags) {
        const hit = new Set(
          rows.flatMap((row) => row.verdicts.flatMap((verdict) => ruleOf(verdict.by)?.ruleId ?? [])),
        );
        if (hit.size === 0) return;
        for (const ruleId of hit) news.tell({ kind: 'counted', ruleId });
        acting.committed(rows, flags);
      },
    },
    views: (scope, roomId, archived) =>
      library.heads().flatMap((head) => {
        if ((head.archivedAt !== undefined) !== archived) return [];
        const view = ruleView(views, head, scope);
        const isHere = roomId === undefined || view?.roomIds === undefined || view.roomIds.includes(roomId);
        return view === undefined || !isHere ? [] : [view];
      }),
    counts: (ruleIds, scope) =>
      ruleIds.flatMap((ruleId) => {
        const head = library.head(ruleId);
        return (head === undefined ? undefined : ruleCounts(views, head, scope)) ?? [];
      }),
    listen: news.listen,
    async detail(ruleId, scope) {
      const head = seen(ruleId, scope);
      if (!head.ok) return head;
      const detail = await ruleDetail(views, head.value, scope);
      return detail === undefined ? fail(fault('not_found', ruleId)) : ok(detail);
    },
    listsFor: (scope) => listsSeen(scope, library.list),
    async check(definition, scope) {
      await loadLists(library, definition);
      const listOf = listsSeen(scope, library.list);
      return {
        problems: checkRule(definition, listOf, engine),
        lines: describeRule(definition, listOf),
        cost: costOf(definition, patternSizes(definition, engine)),
      };
    },
    async try(definition, texts, scope) {
      await loadLists(library, definition);
      const listOf = listsSeen(scope, library.list);
      return tryTexts(definition, texts, { streams, engine, listOf, now: clock.now() });
    },
    async hits(query, scope) {
      const head = seen(query.ruleId, scope);
      return head.ok ? ok(await hitPage(store, query, scope)) : head;
    },
    async definitionOf(ruleId, version, scope) {
      const head = seen(ruleId, scope);
      if (!head.ok) return head;
      const found = await library.version(ruleId, version);
      if (!found.ok) return found;
      const { definition } = found.value;
      return sees(scope, definition.roomIds) ? ok(definition) : fail(fault('forbidden', ruleId));
    },
    schema: () =>
      z.toJSONSchema(RuleDefinitionSchema, { io: 'input', unrepresentable: 'any' }) as Record<
        string,
        unknown
      >,
    exportAll: (ruleIds, scope) => exportBundle({ library, clock }, ruleIds, scope),
    async importAll(bundle, editor) {
      const taken = await importBundle({ library, keeper, lists }, bundle, editor);
      return 'problem' in taken ? fail(fault('invalid', taken.problem)) : ok(taken);
    },
    prepare: (definition) => loadLists(library, definition),
    async settled() {
      await live.refreshed();
      await acting.settled();
    },
    forgetRoom: live.forgetRoom,
    tick,
    async close() {
      backtests.close();
      await acting.settled();
      await tick();
    },
  };
}

/** Pages read until enough rows fit. */
const MOST_PAGES = 20;

async function hitPage(store: Store, query: HitQuery, scope: Scope): Promise<HitPage> {
  const rows: RuleHitRow[] = [];
  let cursor = query.cursor;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page = await store.events({
      category: `rule:${query.ruleId}`,
      order: 'newest',
      limit: query.limit - rows.length,
      ...(query.roomId === undefined ? {} : { roomId: query.roomId }),
      ...(cursor === undefined ? {} : { cursor }),
    });
    for (const { offset, event, verdicts } of page.rows) {
      if (!sees(scope, [event.roomId])) continue;
      for (const verdict of verdicts) {
        const rule = ruleOf(verdict.by);
        const isShadow = verdict.shadow === true;
        if (rule === undefined || rule.ruleId !== query.ruleId) continue;
        if (query.version !== undefined && query.version !== rule.version) continue;
        if (query.mode !== undefined && (query.mode === 'shadow') !== isShadow) continue;
        const row = toChatRow(offset, event, verdicts);
        rows.push({ row, ...rule, shadow: isShadow, reasons: verdict.reasons });
      }
    }
    cursor = page.cursor;
    if (cursor === undefined || rows.length >= query.limit) break;
  }
  return { rows, ...(cursor === undefined ? {} : { cursor }) };
}
