import { readableText } from '../detect/readable.ts';
import { MAX_TEXT, type Streams } from '../detect/streams.ts';
import { countedMoney, textOf, timeOf } from '../domain/event.ts';
import { personIdOf } from '../domain/person.ts';
import type { Verdict } from '../domain/verdict.ts';
import { isExempt } from './exempt.ts';
import { createPatternDesk } from './pattern-desk.ts';
import type { PatternEngine } from './patterns.ts';
import type { Program, ProgramRule } from './program-types.ts';
import { verdictOf } from './reasons.ts';
import type { WordHit } from './scanner.ts';
import { NO, type Scene, type Situation, UNKNOWN, YES } from './scene.ts';
import { sayingOf, type Windows } from './windows.ts';

/** Work units one rule may use on one event; a unit is about a tenth of a microsecond at most. */
export const RULE_BUDGET = 6_000;

/** Something that went wrong with a rule on one event. */
export interface RuleTrouble {
  readonly rule: ProgramRule;
  readonly kind: 'overspent' | 'failed';
  readonly detail: string;
}

/** What the rules of a room say of one event. */
export interface RunResult {
  readonly verdicts: readonly Verdict[];
  /** Rules that matched and spared the person. */
  readonly exempt: readonly ProgramRule[];
  /** Some rule could not decide without facts about the person. */
  readonly wantsFacts: boolean;
  /** Rules that hang on what is not known, facts about the person or other things. */
  readonly open: readonly ProgramRule[];
  readonly troubles: readonly RuleTrouble[];
}

/** Asks the rules of a program about events; its buffers are used again for the next event. */
export interface Runner {
  /** `isSame`: the same event again, with facts; the windows stay as they are. */
  readonly run: (program: Program, windows: Windows, situation: Situation, isSame: boolean) => RunResult;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

const NOTHING: RunResult = { verdicts: [], exempt: [], wantsFacts: false, open: [], troubles: [] };
const NO_HITS: readonly WordHit[] = [];

/** Makes a runner. `isAllowed` tells whether a person or a text is always allowed in a room. */
export function createRunner(deps: {
  readonly streams: Streams;
  readonly engine: PatternEngine;
  readonly isAllowed: (roomId: string, personId: string | undefined, text: string) => boolean;
}): Runner {
  const { streams, engine } = deps;
  const desk = createPatternDesk(engine);
  let left = 0;
  let missed = false;
  const spend = (units: number): boolean => {
    left -= units;
    return left >= 0;
  };

  return {
    run(program, windows, situation, isSame) {
      const { event } = situation;
      const rules = program.byKind.get(event.kind) ?? [];
      const isAsked = rules.length > 0;
      if (!isAsked && program.rates.size === 0) return NOTHING;
      const at = timeOf(event);
      const personId = event.actor === undefined ? undefined : personIdOf(event.platform, event.actor);
      const text = cut(readableText(event));
      const needsNone = program.scanner.isEmpty && program.rates.size === 0;
      // The detector, where it shares these streams, has just read the same text.
      if (text !== '' && !needsNone && streams.text !== text) streams.read(text);
      if (program.rates.size > 0 && !isSame) {
        const isGift = countedMoney(event) !== undefined;
        const said = text === '' || textOf(event) === '' ? undefined : sayingOf(streams);
        windows.advance({ personId, at, said, isGift }, program.rates);
      }
      if (!isAsked) return NOTHING;
      const hits = text === '' || program.scanner.isEmpty ? NO_HITS : program.scanner.scan(streams);
      desk.open(program, text);
      const { verdicts, facts, room } = situation;
      return ask(program, rules, {
        event,
        verdicts,
        facts,
        room,
        windows,
        text,
        at,
        personId,
        hits,
        spend,
        missFacts,
        hasPattern,
      });
    },
  };

  function missFacts(): void {
    missed = true;
  }

  function hasPattern(place: number): boolean {
    return desk.has(place, spend);
  }

  function ask(program: Program, rules: readonly ProgramRule[], scene: Scene): RunResult {
    let result: Open<{
      verdicts: Verdict[];
      exempt: ProgramRule[];
      wantsFacts: boolean;
      open: ProgramRule[];
      troubles: RuleTrouble[];
    }> | null = null;
    const made = () => {
      result ??= { verdicts: [], exempt: [], wantsFacts: false, open: [], troubles: [] };
      return result;
    };
    for (const rule of rules) {
      left = RULE_BUDGET;
      missed = false;
      try {
        const answer = rule.condition.ask(scene);
        const slow = desk.takeSlow();
        if (left < 0 || slow !== '')
          made().troubles.push({ rule, kind: 'overspent', detail: slow === '' ? 'units' : slow });
        if (answer === NO || left < 0) continue;
        if (answer === UNKNOWN) {
          made().open.push(rule);
          if (missed) made().wantsFacts = true;
          continue;
        }
        const spared = isAllowed(scene) ? YES : isExempt(rule.definition.exempt, scene);
        if (spared === YES) made().exempt.push(rule);
        else if (spared === UNKNOWN) made().wantsFacts = true;
        else made().verdicts.push(verdictOf(rule, program, scene));
      } catch (error) {
        made().troubles.push({ rule, kind: 'failed', detail: String(error) });
      }
    }
    return result ?? NOTHING;
  }

  function isAllowed({ event, personId, text }: Scene): boolean {
    return deps.isAllowed(event.roomId, personId, text);
  }
}

function cut(text: string): string {
  return text.length > MAX_TEXT ? text.slice(0, MAX_TEXT) : text;
}
