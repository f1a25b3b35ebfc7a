import { foldText } from '../detect/fold.ts';
import { findLink } from '../detect/links.ts';
import { reason } from '../detect/reasons.ts';
import { countedMoney } from '../domain/event.ts';
import { fenOf } from '../domain/money.ts';
import { exhaustive } from '../domain/result.ts';
import type { Reason } from '../domain/verdict.ts';
import { personAnswer, roomAnswer } from './attributes.ts';
import type { Condition, Matcher } from './condition.ts';
import { describeMatcher } from './describe.ts';
import type { Compiled, Program } from './program-types.ts';
import { hitReason, unfoldedSpan } from './reasons.ts';
import { NO, type Scene, type Tri, UNKNOWN, YES } from './scene.ts';
import type { ListLookup } from './words.ts';

type Asked = Pick<Compiled, 'ask' | 'cost'>;

/** Places in the program of what the rule's matchers look for. */
export interface Places {
  /** The word sets of a matcher. */
  readonly setsOf: (matcher: Extract<Matcher, { readonly kind: 'words' }>) => readonly number[];
  readonly patternOf: (matcher: Extract<Matcher, { readonly kind: 'pattern' }>) => {
    readonly place: number;
    readonly size: number;
  };
  /** For the names of lists in reasons. */
  readonly listOf: ListLookup;
}

const NO_REASONS = (): readonly Reason[] => [];

/** Turns a condition into functions. Answers are three-valued (Kleene): `not` of unknown is unknown. */
export function compileCondition(condition: Condition, places: Places): Compiled {
  switch (condition.kind) {
    case 'all':
      return ordered(condition.of, places, (asked) => (scene) => {
        let answer: Tri = YES;
        for (const each of asked) {
          const one = each.ask(scene);
          if (one === NO) return NO;
          if (one === UNKNOWN) answer = UNKNOWN;
        }
        return answer;
      });
    case 'any':
      return ordered(condition.of, places, (asked) => (scene) => {
        let answer: Tri = NO;
        for (const each of asked) {
          const one = each.ask(scene);
          if (one === YES) return YES;
          if (one === UNKNOWN) answer = UNKNOWN;
        }
        return answer;
      });
    case 'at_least': {
      const { n } = condition;
      return ordered(condition.of, places, (asked) => (scene) => {
        let yes = 0;
        let open = asked.length;
        let unknown = 0;
        for (const each of asked) {
          const one = each.ask(scene);
          open -= 1;
          if (one === YES) yes += 1;
          if (one === UNKNOWN) unknown += 1;
          if (yes >= n) return YES;
          if (yes + unknown + open < n) return NO;
        }
        return yes + unknown >= n ? UNKNOWN : NO;
      });
    }
    case 'not': {
      const inner = compileCondition(condition.of, places);
      return {
        cost: inner.cost,
        why: NO_REASONS,
        ask: (scene) => {
          const answer = inner.ask(scene);
          return answer === UNKNOWN ? UNKNOWN : answer === YES ? NO : YES;
        },
      };
    }
    default: {
      const { ask, cost } = compileMatcher(condition, places);
      return { ask, cost, why: (scene, program) => evidenceOf(condition, places, scene, program) };
    }
  }
}

/** What a matcher that holds has to show: places where it has some, else what it says. */
function evidenceOf(matcher: Matcher, places: Places, scene: Scene, program: Program): readonly Reason[] {
  if (matcher.kind === 'words') {
    const sets = places.setsOf(matcher);
    const own = scene.hits.filter((hit) => sets.includes(hit.set));
    return own.slice(0, 6).map((hit) => hitReason(hit, program.sets[hit.set]));
  }
  const { zh, en } = describeMatcher(matcher, places.listOf);
  return [reason(`rule_${matcher.kind}`, zh, en, 1, spanOf(matcher, places, scene, program))];
}

function spanOf(
  matcher: Matcher,
  places: Places,
  { text }: Scene,
  program: Program,
): readonly [number, number] | undefined {
  if (matcher.kind === 'link') return findLink(text, matcher.allowedHosts ?? [])?.span;
  if (matcher.kind !== 'pattern') return undefined;
  const entry = program.patterns[places.patternOf(matcher).place];
  if (entry === undefined) return undefined;
  if (!entry.isFolded) return entry.pattern.find(text) ?? undefined;
  const found = entry.pattern.find(foldText(text));
  return found === null ? undefined : unfoldedSpan(text, found);
}

function ordered(
  of: readonly Condition[],
  places: Places,
  make: (asked: readonly Compiled[]) => Compiled['ask'],
): Compiled {
  const asked = of.map((each) => compileCondition(each, places)).toSorted((a, b) => a.cost - b.cost);
  const ask = make(asked);
  return {
    cost: asked.reduce((sum, each) => sum + each.cost, 1),
    ask: (scene) => (scene.spend(1) ? ask(scene) : UNKNOWN),
    why: (scene, program) =>
      asked.flatMap((each) => (each.ask(scene) === YES ? each.why(scene, program) : [])),
  };
}

function priced(cost: number, ask: (scene: Scene) => Tri): Asked {
  return { cost, ask: (scene) => (scene.spend(cost) ? ask(scene) : UNKNOWN) };
}

function tri(is: boolean): Tri {
  return is ? YES : NO;
}

function compileMatcher(matcher: Matcher, places: Places): Asked {
  switch (matcher.kind) {
    case 'words': {
      const sets = new Set(places.setsOf(matcher));
      const atLeast = matcher.atLeast ?? 1;
      return priced(1, (scene) => {
        if (scene.hits.length < atLeast) return NO;
        let count = 0;
        const words = new Set<string>();
        for (const hit of scene.hits) {
          if (!sets.has(hit.set) || words.has(hit.word)) continue;
          words.add(hit.word);
          count += 1;
        }
        return tri(count >= atLeast);
      });
    }
    case 'pattern': {
      const { place } = places.patternOf(matcher);
      return { cost: 40, ask: (scene) => tri(scene.hasPattern(place)) };
    }
    case 'length': {
      const { atLeast = 0, atMost = Number.POSITIVE_INFINITY } = matcher;
      return priced(1, ({ text }) => tri(text.length >= atLeast && text.length <= atMost));
    }
    case 'link': {
      const allowed = matcher.allowedHosts ?? [];
      return priced(30, ({ text }) => {
        if (text.length < 4) return NO;
        const link = findLink(text, allowed);
        return tri(link !== undefined && !link.isKnown);
      });
    }
    case 'rate': {
      const { what, atLeast } = matcher;
      const windowMs = matcher.windowSec * 1_000;
      const cost = what === 'person_repeats' || what === 'same_text_accounts' ? 20 : 3;
      return priced(cost, ({ windows }) => tri(windows.reaches(what, windowMs, atLeast)));
    }
    case 'person':
    case 'first_message':
      return priced(60, (scene) => personAnswer(matcher, scene));
    case 'role':
      return priced(1, ({ event }) => tri(matcher.anyOf.some((role) => event.actor?.roles.includes(role))));
    case 'guard':
      return priced(1, ({ event }) => {
        const tier = event.actor?.guardTier;
        return tri(tier !== undefined && tier <= matcher.tier);
      });
    case 'room':
    case 'viewers':
    case 'phase':
    case 'time':
      return priced(2, (scene) => roomAnswer(matcher, scene));
    case 'gift':
      return priced(3, ({ event }) => {
        const money = countedMoney(event);
        if (money === undefined) return NO;
        const amount = matcher.unit === 'fen' ? fenOf(money) : amountIn(money, matcher.unit);
        if (amount === null) return UNKNOWN;
        const { atLeast = 0, below = Number.POSITIVE_INFINITY } = matcher;
        return tri(Number(amount) >= atLeast && Number(amount) < below);
      });
    case 'score':
      return priced(2, ({ verdicts }) =>
        tri(verdicts.some((each) => each.category === matcher.category && each.score >= matcher.atLeast)),
      );
    default:
      return exhaustive(matcher);
  }
}

function amountIn(
  money: { readonly unit: string; readonly amountMinor: string },
  unit: string,
): bigint | null {
  return money.unit === unit ? BigInt(money.amountMinor) : null;
}
