import { compileCondition, type Places } from './conditions.ts';
import { GROUP_MOST, GROUPED_SIZE, type Pattern, type PatternEngine, type PatternGroup } from './patterns.ts';
import type { Program, ProgramRule, RuleSource } from './program-types.ts';
import { RULE_EVENTS, type RuleDefinition } from './rule.ts';
import { createWordScanner, type WordSet } from './scanner.ts';
import { matchersOfKind } from './walk.ts';
import { DEFAULT_VARIANTS, type ListLookup, type Variants, type WordList } from './words.ts';

/** Compiles rules together. A rule that does not compile is left out and named; the others run. */
export function compileProgram(
  sources: readonly RuleSource[],
  listOf: ListLookup,
  engine: PatternEngine,
): Program {
  const lists = pinned(listOf);
  const sets = createSets(lists);
  const patterns = createPatterns(engine);
  const rules: ProgramRule[] = [];
  const broken: { source: RuleSource; why: string }[] = [];
  for (const source of sources) {
    const why = patterns.take(source.definition);
    if (why !== undefined) {
      broken.push({ source, why });
      continue;
    }
    const places: Places = { setsOf: sets.placesOf, patternOf: patterns.placeOf, listOf: lists };
    const condition = compileCondition(source.definition.when, places);
    rules.push({ ...source, condition });
  }
  return {
    rules,
    sets: sets.all,
    scanner: createWordScanner(sets.all),
    ...patterns.finished(),
    rates: new Set(
      rules.flatMap((rule) => matchersOfKind(rule.definition.when, 'rate').map((matcher) => matcher.what)),
    ),
    byKind: new Map(
      RULE_EVENTS.map((kind) => [kind, rules.filter((rule) => rule.definition.on.includes(kind))]),
    ),
    broken,
  };
}

/** A list may get a newer version while a program runs: the program stays with the one it was made of. */
function pinned(listOf: ListLookup): ListLookup {
  const held = new Map<string, WordList | undefined>();
  return (id, version) => {
    const key = `${id}@${version ?? ''}`;
    if (!held.has(key)) held.set(key, listOf(id, version));
    return held.get(key);
  };
}

/** Each version of a list is compiled once, however many rules name it. */
function createSets(listOf: ListLookup) {
  const all: WordSet[] = [];
  const places = new Map<string, number>();
  const placeOf = (key: string, make: () => WordSet): number => {
    const held = places.get(key) ?? all.length;
    if (held === all.length) all.push(make());
    places.set(key, held);
    return held;
  };
  const placesOf: Places['setsOf'] = (matcher) => {
    const found: number[] = [];
    for (const { id, version } of matcher.lists) {
      const list = listOf(id, version);
      if (list !== undefined) found.push(placeOf(`${list.id}@${list.version}`, () => setOf(list)));
    }
    const words = matcher.words ?? [];
    const variants: Variants = matcher.variants ?? DEFAULT_VARIANTS;
    if (words.length > 0)
      found.push(
        placeOf(JSON.stringify([variants, words]), () => ({ name: '', variants, words, except: [] })),
      );
    return found;
  };
  return { all, placesOf };
}

function setOf(list: WordList): WordSet {
  const { name, version, variants, words, except } = list;
  return { name, version, variants, words, except };
}

function createPatterns(engine: PatternEngine) {
  const compiled = new Map<string, { readonly place: number; readonly size: number }>();
  const list: { readonly pattern: Pattern; readonly isFolded: boolean }[] = [];
  const keyOf = (matcher: {
    readonly source: string;
    readonly ignoreCase?: boolean | undefined;
    readonly on?: string | undefined;
  }): string => `${matcher.on ?? 'original'}|${matcher.ignoreCase === true}|${matcher.source}`;
  return {
    /** Compiles a rule's patterns; says why if one cannot be. */
    take(definition: RuleDefinition): string | undefined {
      for (const matcher of matchersOfKind(definition.when, 'pattern')) {
        if (compiled.has(keyOf(matcher))) continue;
        const made = engine.compile(matcher.source, matcher.ignoreCase === true);
        if (!made.ok) return made.fault.detail ?? made.fault.code;
        compiled.set(keyOf(matcher), { place: list.length, size: made.value.size });
        list.push({ pattern: made.value, isFolded: matcher.on === 'folded' });
      }
      return undefined;
    },
    placeOf: ((matcher) => compiled.get(keyOf(matcher)) ?? { place: -1, size: 0 }) as Places['patternOf'],
    finished() {
      const groups: { readonly group: PatternGroup; readonly isFolded: boolean }[] = [];
      const where = new Map<number, { readonly group: number; readonly placeInGroup: number }>();
      for (const isFolded of [false, true]) {
        const small = list.flatMap((each, place) =>
          each.isFolded === isFolded && each.pattern.size <= GROUPED_SIZE ? [place] : [],
        );
        for (let from = 0; from < small.length; from += GROUP_MOST) {
          const members = small.slice(from, from + GROUP_MOST);
          members.forEach((place, placeInGroup) => {
            where.set(place, { group: groups.length, placeInGroup });
          });
          const patterns = members.flatMap((place) => list[place]?.pattern ?? []);
          groups.push({ group: engine.group(patterns), isFolded });
        }
      }
      const patterns = list.map((each, place) => ({
        ...each,
        ...(where.get(place) ?? { group: -1, placeInGroup: -1 }),
      }));
      return { patterns, groups };
    },
  };
}
