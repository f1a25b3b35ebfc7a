import type { LiveEvent } from '../domain/event.ts';
import { personIdOf } from '../domain/person.ts';
import { buildAutomaton } from './automaton.ts';
import { foldText } from './fold.ts';
import { squeezeTerm } from './lexicon/compile.ts';
import type { Streams } from './streams.ts';
import type { DetectorOptions, RoomMemory } from './types.ts';

/** What a room allows, blocks and is called. */
export interface Allowance {
  readonly learn: (memory: RoomMemory) => void;
  readonly isExempt: (event: LiveEvent) => boolean;
  readonly isAllowedText: (text: string) => boolean;
  readonly namesStreamer: (streams: Streams) => boolean;
  readonly blockedTerm: (
    streams: Streams,
  ) => { readonly term: string; readonly span: readonly [number, number] } | undefined;
}

/** Compiles a room's own lists. Empty entries match nothing. */
export function createAllowance(options: DetectorOptions): Allowance {
  const blocked = sharedFinder(options.blockedTerms ?? []);
  const names = finder((options.streamerNames ?? []).filter((name) => name.length >= 2));
  let persons: ReadonlySet<string> = new Set();
  let fragments: readonly string[] = [];
  let harmless: ReadonlySet<string> = new Set();
  return {
    learn: (memory) => {
      persons = new Set(memory.allowedPersons);
      fragments = memory.allowedTexts.map(foldText).filter((fragment) => fragment !== '');
      harmless = new Set(memory.hype.map(foldText));
    },
    isExempt: (event) =>
      persons.size > 0 && event.actor !== undefined && persons.has(personIdOf(event.platform, event.actor)),
    isAllowedText: (text) => {
      if (fragments.length === 0 && harmless.size === 0) return false;
      const folded = foldText(text);
      return harmless.has(folded) || fragments.some((fragment) => folded.includes(fragment));
    },
    namesStreamer: (streams) => names(streams) !== undefined,
    blockedTerm: blocked,
  };
}

const finders = new WeakMap<readonly string[], Allowance['blockedTerm']>();

/** Rooms with one and the same list share what is made from it: ten thousand words take 80 ms and a megabyte. */
function sharedFinder(raw: readonly string[]): Allowance['blockedTerm'] {
  const held = finders.get(raw);
  if (held !== undefined) return held;
  const made = finder(raw);
  finders.set(raw, made);
  return made;
}

function finder(raw: readonly string[]): Allowance['blockedTerm'] {
  const terms = raw
    .map((term) => ({ term, symbols: squeezeTerm(foldText(term)).symbols }))
    .filter((each) => each.symbols.length > 0);
  if (terms.length === 0) return () => undefined;
  const automaton = buildAutomaton(terms.map(({ symbols }, value) => ({ symbols, value })));
  return (streams) => {
    let found = -1;
    let from = 0;
    let to = 0;
    automaton.scan(streams.squeezed.units, streams.squeezed.length, (value, start, end) => {
      if (found >= 0) return;
      found = value;
      from = start;
      to = end;
    });
    if (found < 0) return undefined;
    const { starts, ends } = streams.squeezed;
    return { term: terms[found]?.term ?? '', span: [starts[from] ?? 0, ends[to - 1] ?? 0] };
  };
}
