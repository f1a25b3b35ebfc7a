import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { soundsOf, squeezeTerm } from '../../shared/detect/lexicon/compile.ts';
import { SHIPPED_GROUPS } from '../../shared/detect/lexicon/shipped.ts';
import { foldText } from '../../shared/detect/fold.ts';
import { syllableOf } from '../../shared/detect/pinyin.ts';
import { commonLevels } from './components.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/labelled/', import.meta.url));
/** Licence-clean text only: COLD (Apache-2.0), the originals of HED-COLD (MIT), SWSR (MIT). */
const SOURCES = ['COLD/train.csv', 'HED-COLD/orig_train.csv', 'SWSR/SexComment.csv'];
const MIN_COUNT = 3;

/** Whether the sources of everyday pairs are here. */
export function hasOrdinarySources(): boolean {
  return SOURCES.every((source) => existsSync(DATA + source));
}

/**
 * Pairs of characters that everyday writing uses and that sound like a pair inside a term of the
 * lexicon: counted in licence-clean text, and words of ICU's dictionary. Terms' own pairs are left out.
 */
export function makeOrdinaryPairs(): string {
  const { sounds, written } = lexiconPairs();
  const found = new Set<string>();
  for (const [pair, count] of countPairs(sounds)) if (count >= MIN_COUNT) found.add(pair);
  for (const pair of dictionaryPairs(sounds)) found.add(pair);
  return [...found].filter((pair) => !written.has(pair)).sort().join('');
}

function lexiconPairs(): { sounds: ReadonlySet<number>; written: ReadonlySet<string> } {
  const sounds = new Set<number>();
  const written = new Set<string>();
  for (const group of SHIPPED_GROUPS) {
    if (!group.disguised && !group.spoken) continue;
    for (const term of group.terms.split(/\s+/)) {
      const { symbols } = squeezeTerm(term);
      const ids = soundsOf(symbols);
      for (let index = 0; index + 1 < ids.length; index += 1) {
        sounds.add((ids[index] ?? 0) * 512 + (ids[index + 1] ?? 0));
        // A pair of a benign-looking longer term may still be an everyday word.
        if (symbols.length === 2) written.add(String.fromCharCode(symbols[0] ?? 0, symbols[1] ?? 0));
      }
    }
  }
  return { sounds, written };
}

function countPairs(sounds: ReadonlySet<number>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const source of SOURCES) {
    const text = foldText(readFileSync(DATA + source, 'utf8'));
    for (let index = 0; index + 1 < text.length; index += 1) {
      const first = syllableOf(text.charCodeAt(index));
      if (first === 0) continue;
      const second = syllableOf(text.charCodeAt(index + 1));
      if (second === 0 || !sounds.has(first * 512 + second)) continue;
      const pair = text.slice(index, index + 2);
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  return counts;
}

function dictionaryPairs(sounds: ReadonlySet<number>): readonly string[] {
  const bySound = new Map<number, string[]>();
  for (const char of commonLevels().keys()) {
    const id = syllableOf(char.charCodeAt(0));
    bySound.set(id, [...(bySound.get(id) ?? []), char]);
  }
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words: string[] = [];
  for (const sound of sounds) {
    for (const first of bySound.get(Math.floor(sound / 512)) ?? []) {
      for (const second of bySound.get(sound % 512) ?? []) {
        const [word] = segmenter.segment(first + second);
        if (word?.segment.length === 2) words.push(first + second);
      }
    }
  }
  return words;
}
