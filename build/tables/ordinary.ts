import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { foldText } from '../../shared/detect/fold.ts';
import { PAIR_PLACES, pairHash } from '../../shared/detect/hash.ts';
import { soundsOf, squeezeTerm } from '../../shared/detect/lexicon/compile.ts';
import { SHIPPED_GROUPS } from '../../shared/detect/lexicon/shipped.ts';
import { syllableOf } from '../../shared/detect/pinyin.ts';
import { commonLevels } from './components.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/labelled/', import.meta.url));
/** Licence-clean text only: COLD (Apache-2.0), the originals of HED-COLD (MIT), SWSR (MIT). */
const SOURCES = ['COLD/train.csv', 'HED-COLD/orig_train.csv', 'SWSR/SexComment.csv'];
const MIN_COUNT = 3;
const ABUSE_TAGS: ReadonlySet<string> = new Set(['insult', 'obscene', 'threat']);

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
  return [...found]
    .filter((pair) => !written.has(pair))
    .sort()
    .join('');
}

function lexiconPairs(): {
  readonly sounds: ReadonlySet<number>;
  readonly written: ReadonlySet<string>;
  /** Sounds of whole two-character insults. */
  readonly words: ReadonlySet<number>;
} {
  const sounds = new Set<number>();
  const written = new Set<string>();
  const words = new Set<number>();
  for (const group of SHIPPED_GROUPS) {
    if (!group.disguised && !group.spoken) continue;
    for (const term of group.terms.split(/\s+/)) {
      const { symbols } = squeezeTerm(term);
      const ids = soundsOf(symbols);
      for (let index = 0; index + 1 < ids.length; index += 1) {
        sounds.add((ids[index] ?? 0) * 512 + (ids[index + 1] ?? 0));
        // A pair of a benign-looking longer term may still be an everyday word.
        if (symbols.length !== 2) continue;
        written.add(String.fromCharCode(symbols[0] ?? 0, symbols[1] ?? 0));
        if (ABUSE_TAGS.has(group.tag)) words.add((ids[0] ?? 0) * 512 + (ids[1] ?? 0));
      }
    }
  }
  return { sounds, written, words };
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
    const seconds = bySound.get(sound % 512) ?? [];
    const pairs = (bySound.get(Math.floor(sound / 512)) ?? []).flatMap((first) =>
      seconds.map((second) => first + second),
    );
    // A line each: words do not cross lines, and one call a sound is ten times faster than one a pair.
    for (const { segment } of segmenter.segment(pairs.join('\n'))) {
      if (segment.length === 2) words.push(segment);
    }
  }
  return words;
}

const COMMON_BITS = 19;
const COMMON_FROM = 5;

/**
 * A table of bits for pairs of Han characters that everyday writing uses at least `COMMON_FROM` times in the
 * sources; pairs that sound like a whole two-character term stay out.
 */
export function makeCommonPairs(): string {
  const { words } = lexiconPairs();
  const counts = new Map<string, number>();
  for (const source of SOURCES) {
    const text = foldText(readFileSync(DATA + source, 'utf8'));
    for (let index = 0; index + 1 < text.length; index += 1) {
      const pair = text.slice(index, index + 2);
      if (/^[一-鿿]{2}$/.test(pair)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  }
  const bytes = Buffer.alloc(2 ** (COMMON_BITS - 3));
  for (const [pair, count] of counts) {
    const first = pair.charCodeAt(0);
    const second = pair.charCodeAt(1);
    if (count < COMMON_FROM || words.has(syllableOf(first) * 512 + syllableOf(second))) continue;
    for (let place = 0; place < PAIR_PLACES; place += 1) {
      const bit = pairHash(first, second, place) & (2 ** COMMON_BITS - 1);
      bytes[bit >>> 3] = (bytes[bit >>> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return bytes.toString('base64');
}
