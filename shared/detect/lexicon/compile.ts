import { type Automaton, buildAutomaton, type Pattern } from '../automaton.ts';
import { foldText } from '../fold.ts';
import { initialOf, syllableOf } from '../pinyin.ts';
import { CLASS, classOf } from '../symbols.ts';
import type { Tag, TermGroup } from './term.ts';

/** How a term was found: as written, with initials for some characters, or by its sound. */
export const FORM = { exact: 0, mixed: 1, sound: 2 } as const;
export type Form = (typeof FORM)[keyof typeof FORM];

/** A term of the compiled lexicon. */
export interface Term {
  readonly text: string;
  readonly tag: Tag;
  readonly weight: number;
  /** Positions in the squeezed term whose symbol stands twice (`ass`, `妹妹`): there the text must repeat it too. */
  readonly doubles: readonly number[];
}

/** The lexicon ready to scan with; a reported value is `term * 4 + form`. */
export interface Lexicon {
  readonly terms: readonly Term[];
  /** Over squeezed or composed characters. */
  readonly written: Automaton;
  /** Over syllables. */
  readonly spoken: Automaton;
}

/** Compiles groups of terms. Terms are folded and squeezed like the text they are looked for in. */
export function compileLexicon(groups: readonly TermGroup[]): Lexicon {
  const terms: Term[] = [];
  const written: Pattern[] = [];
  const spoken: Pattern[] = [];
  for (const group of groups) {
    for (const raw of new Set(group.terms.split(/\s+/).filter((each) => each !== ''))) {
      const isExactOnly = raw.endsWith('=');
      const { symbols, doubles } = squeezeTerm(raw);
      if (symbols.length === 0) continue;
      const value = terms.length * 4;
      terms.push({
        text: raw.replaceAll('_', ' ').replace(/=$/, ''),
        tag: group.tag,
        weight: group.weight,
        doubles,
      });
      written.push({ symbols, value: value + FORM.exact });
      if (isExactOnly) continue;
      if (group.disguised) {
        for (const mixed of withInitials(symbols, isAbuseTag(group.tag) && group.weight >= 6))
          written.push({ symbols: mixed, value: value + FORM.mixed });
      }
      if (group.disguised || group.spoken) {
        const sounds = soundsOf(symbols);
        if (sounds.length >= 2) spoken.push({ symbols: sounds, value: value + FORM.sound });
      }
    }
  }
  return { terms, written: buildAutomaton(written), spoken: buildAutomaton(spoken) };
}

/** The syllables of a term all of whose characters have one; else empty. */
export function soundsOf(symbols: readonly number[]): readonly number[] {
  const ids = symbols.map(syllableOf);
  return ids.includes(0) ? [] : ids;
}

/** A term as symbols of the squeezed stream. */
export function squeezeTerm(raw: string): { readonly symbols: number[]; readonly doubles: number[] } {
  const symbols: number[] = [];
  const doubles: number[] = [];
  let isApart = false;
  for (const char of foldText(raw)) {
    const unit = char.charCodeAt(0);
    const kind = classOf(unit);
    if (kind === CLASS.none) {
      isApart = true;
      continue;
    }
    // The text joins equal characters too, but letters only within a word.
    if (kind !== CLASS.digit && symbols.at(-1) === unit && (!isApart || kind === CLASS.han)) {
      doubles.push(symbols.length - 1);
      continue;
    }
    symbols.push(unit);
    isApart = false;
  }
  return { symbols, doubles };
}

function isAbuseTag(tag: Tag): boolean {
  return tag === 'insult' || tag === 'obscene' || tag === 'threat';
}

/**
 * Every way to write some, not all, characters of a short Han term by their first letter; unless `isBold`,
 * only longer terms and no more letters than characters.
 */
function withInitials(symbols: readonly number[], isBold: boolean): readonly (readonly number[])[] {
  const isShort = symbols.length >= (isBold ? 2 : 3) && symbols.length <= 4;
  if (!isShort || symbols.some((unit) => syllableOf(unit) === 0)) return [];
  const ways: number[][] = [];
  for (let mask = 1; mask < 2 ** symbols.length - 1; mask += 1) {
    const way = symbols.map((unit, index) => ((mask >> index) & 1 ? initialOf(syllableOf(unit)) : unit));
    const letters = way.filter((unit, index) => unit !== symbols[index]).length;
    if (!isBold && letters * 2 > symbols.length) continue;
    if (way.every((unit, index) => index === 0 || way[index - 1] !== unit)) ways.push(way);
  }
  return ways;
}
