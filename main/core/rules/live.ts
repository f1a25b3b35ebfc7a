import { createStreams, type Streams } from '../../../shared/detect/streams.ts';
import type { PersonFacts } from '../../../shared/detect/types.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { type LiveEvent, timeOf } from '../../../shared/domain/event.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import { compileProgram } from '../../../shared/rules/program.ts';
import type { Program, RuleSource } from '../../../shared/rules/program-types.ts';
import { ruleOf } from '../../../shared/rules/reasons.ts';
import type { Halt } from '../../../shared/rules/rule.ts';
import { createRunner, type RuleTrouble } from '../../../shared/rules/run.ts';
import type { RoomFacts } from '../../../shared/rules/scene.ts';
import { listsNamed } from '../../../shared/rules/walk.ts';
import { createWindows, type Windows } from '../../../shared/rules/windows.ts';
import type { Counter } from './counts.ts';
import { keyOf, type Library } from './library.ts';

/** Own rules on the road of events. */
export interface LiveRules {
  /** Verdicts of the rules that run in the room. `isSame`: asked again, with facts it wanted. */
  readonly inspect: (
    event: LiveEvent,
    verdicts: readonly Verdict[],
    facts: PersonFacts | undefined,
    isSame: boolean,
  ) => { readonly verdicts: readonly Verdict[]; readonly wantsFacts: boolean };
  /** Resolves when what runs is what the library says. */
  readonly refreshed: () => Promise<void>;
  readonly forgetRoom: (roomId: string) => void;
}

/** Times within {@link STRIKE_MS} that a rule may cost too much before it is suspended. */
const STRIKES = 3;
const STRIKE_MS = 600_000;
const NOTHING = { verdicts: [], wantsFacts: false } as const;

/** Compiles what runs, room by room; rooms with the same rules share one program. */
export function createLiveRules(deps: {
  readonly library: Library;
  readonly engine: PatternEngine;
  /** May be the detectors' own: then a message is read once. */
  readonly streams?: Streams | undefined;
  readonly clock: Clock;
  readonly counter: Counter;
  readonly isAllowed: (roomId: string, personId: string | undefined, text: string) => boolean;
  readonly roomFacts: (roomId: string) => RoomFacts;
  /** A rule is not to be looked at any more. */
  readonly suspend: (ruleId: string, halt: Halt) => void;
}): LiveRules {
  const { library, engine, clock, counter } = deps;
  const runner = createRunner({
    streams: deps.streams ?? createStreams(),
    engine,
    isAllowed: deps.isAllowed,
  });
  const windows = new Map<string, Windows>();
  const strikes = new Map<string, number[]>();
  let programs = new Map<string, Program>();
  const ofRoom = new Map<string, Program>();
  let isAny = false;
  let stale = true;
  let refreshing: Promise<void> = Promise.resolve();

  const sourcesOf = (roomId: string): readonly RuleSource[] =>
    library.heads().flatMap((head) => {
      if (head.archivedAt !== undefined) return [];
      const wanted = [
        { version: head.live, mode: 'live' },
        { version: head.shadow, mode: 'shadow' },
      ] as const;
      return wanted.flatMap(({ version, mode }): RuleSource[] => {
        const held = version === undefined ? undefined : library.held(head.id, version);
        if (held === undefined || version === undefined) return [];
        if (head.halt?.kind === 'suspended' && head.halt.version === version) return [];
        const { roomIds } = held.definition;
        if (roomIds !== undefined && !roomIds.includes(roomId)) return [];
        return [{ ruleId: head.id, version, mode, definition: held.definition }];
      });
    });
  /** What a program depends on, lists included. */
  const nameOf = (sources: readonly RuleSource[]): string =>
    sources
      .map(({ ruleId, version, mode, definition }) => {
        const lists = listsNamed(definition.when).map(
          (each) => `${each.id}@${each.version ?? library.list(each.id)?.version ?? 0}`,
        );
        return `${mode}:${keyOf(ruleId, version)}(${lists.join()})`;
      })
      .join(';');
  const programOf = (roomId: string, next: Map<string, Program>): Program => {
    const sources = sourcesOf(roomId);
    const name = nameOf(sources);
    const made = next.get(name) ?? programs.get(name) ?? compileProgram(sources, library.list, engine);
    next.set(name, made);
    return made;
  };
  /** One program a turn, so that events go on in between; until then rooms run what they ran. */
  const refresh = async (): Promise<void> => {
    await loadPinned(library);
    const next = new Map<string, Program>();
    for (const roomId of [...ofRoom.keys()]) {
      const made = programOf(roomId, next);
      ofRoom.set(roomId, made);
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    programs = next;
  };
  const changed = (): void => {
    isAny = library.heads().some((head) => head.live !== undefined || head.shadow !== undefined);
    if (stale) return;
    stale = true;
    refreshing = refreshing
      .then(() => {
        stale = false;
        return refresh();
      })
      .catch(() => undefined);
  };
  library.onChange(changed);
  stale = false;
  changed();

  const struck = ({ rule, kind, detail }: RuleTrouble): void => {
    const { ruleId, version } = rule;
    counter.trouble(ruleId, version, kind);
    const now = clock.now();
    const key = keyOf(ruleId, version);
    const times = [...(strikes.get(key) ?? []), now].filter((at) => now - at < STRIKE_MS);
    strikes.set(key, times);
    if (kind === 'overspent' && times.length < STRIKES) return;
    strikes.delete(key);
    const reason =
      kind === 'failed'
        ? { zh: `规则出错：${detail}`, en: `The rule failed: ${detail}` }
        : { zh: `太耗时，已停用（${detail}）`, en: `Too costly, suspended (${detail})` };
    deps.suspend(ruleId, { kind: 'suspended', at: now, version, reason: clipped(reason) });
  };

  return {
    inspect(event, verdicts, facts, isSame) {
      if (!isAny) return NOTHING;
      const { roomId } = event;
      let program = ofRoom.get(roomId);
      if (program === undefined) {
        program = programOf(roomId, programs);
        ofRoom.set(roomId, program);
      }
      if (program.rules.length === 0) return NOTHING;
      const counts = windows.get(roomId) ?? createWindows();
      windows.set(roomId, counts);
      const situation = { event, verdicts, facts, room: deps.roomFacts(roomId) };
      const result = runner.run(program, counts, situation, isSame);
      for (const trouble of result.troubles) struck(trouble);
      // What it says without facts it wanted is asked again with them, and counted then.
      if (result.wantsFacts && !isSame) return { verdicts: result.verdicts, wantsFacts: true };
      const at = timeOf(event);
      for (const rule of result.exempt)
        counter.add(rule.ruleId, rule.version, roomId, at, { kind: 'spared', why: 'exempt' });
      for (const verdict of result.verdicts) {
        const rule = ruleOf(verdict.by);
        if (rule !== undefined)
          counter.add(rule.ruleId, rule.version, roomId, at, {
            kind: 'hit',
            shadow: verdict.shadow === true,
          });
      }
      return { verdicts: result.verdicts, wantsFacts: false };
    },
    async refreshed() {
      let seen: Promise<void>;
      do {
        seen = refreshing;
        await seen;
      } while (seen !== refreshing);
    },
    forgetRoom(roomId) {
      ofRoom.delete(roomId);
      windows.delete(roomId);
    },
  };
}

/** Versions of lists that running rules name must be at hand before anything is compiled. */
async function loadPinned(library: Library): Promise<void> {
  for (const head of library.heads())
    for (const version of [head.live, head.shadow]) {
      const held = version === undefined ? undefined : library.held(head.id, version);
      for (const list of held === undefined ? [] : listsNamed(held.definition.when))
        if (list.version !== undefined && library.list(list.id, list.version) === undefined)
          await library.loadList(list.id, list.version);
    }
}

function clipped(line: { readonly zh: string; readonly en: string }): { zh: string; en: string } {
  return { zh: line.zh.slice(0, 300), en: line.en.slice(0, 300) };
}
