import { makeCompositions } from './components.ts';
import { ASTRAL_RANGES, makeAstralFolds, makeFold } from './fold.ts';
import { makeCommonPairs, makeOrdinaryPairs } from './ordinary.ts';
import { makePinyin, PINYIN_RANGE } from './pinyin.ts';

const HEAD = '// Written by `npm run build:tables`; do not edit.\n';

/** The source text of `fold.generated.ts`. */
export function generateFold(): string {
  const fold = makeFold();
  const dropped: string[] = [];
  let pairs = '';
  for (let unit = 0; unit < 65536; unit += 1) {
    const to = fold[unit] ?? unit;
    if (to === 0 && fold[unit - 1] !== 0) dropped.push(`${unit}`);
    if (to !== 0 && unit > 0 && fold[unit - 1] === 0) dropped.push(`${unit - 1}`);
    if (to !== unit && to !== 0) pairs += escaped(unit) + escaped(to);
  }
  const astral = makeAstralFolds(fold).map(
    (units, index) => `  [${ASTRAL_RANGES[index]?.join(', ')}, '${units.map(escaped).join('')}'],\n`,
  );
  return [
    HEAD,
    '// Traditional forms: opencc-js (MIT, Apache-2.0 data). Width and case: Unicode NFKC.\n',
    '/** First and last unit of each dropped run, in pairs. */\n',
    `export const FOLD_DROPPED: readonly number[] = [${dropped.join(', ')}];\n`,
    '/** Unit and what it folds to, in pairs. */\n',
    `export const FOLD_PAIRS = '${pairs}';\n`,
    '/** Runs beyond the first plane: first and last code point, and the unit of each (U+0000: stays). */\n',
    `export const FOLD_ASTRAL: readonly (readonly [number, number, string])[] = [\n${astral.join('')}];\n`,
  ].join('');
}

/** The source text of `pinyin.generated.ts`. */
export function generatePinyin(): string {
  const { syllables, ids } = makePinyin();
  return [
    HEAD,
    '// Readings: pinyin-pro (MIT).\n',
    `export const PINYIN_FIRST = ${PINYIN_RANGE[0]};\n`,
    '/** Toneless syllables, in order; an id is the position + 1. */\n',
    `export const SYLLABLES = '${syllables.join(' ')}';\n`,
    '/** Per character from `PINYIN_FIRST`: 256 + the id of its syllable, 256 for none. */\n',
    `export const PINYIN_IDS = '${[...ids].map((id) => escaped(256 + id)).join('')}';\n`,
  ].join('');
}

/** A unit inside a quoted literal: letters and Han as they are, all else by number. */
function escaped(unit: number): string {
  const char = String.fromCharCode(unit);
  return /[a-z0-9一-鿿Ā-ɏ]/.test(char) ? char : `\\u${unit.toString(16).padStart(4, '0')}`;
}

/** The source text of `compose.generated.ts`; needs the decompositions (`hasChaizi`). */
export function generateCompose(): string {
  return [
    HEAD,
    '// Derived from kfcd/chaizi (CC BY 3.0), https://github.com/kfcd/chaizi\n',
    '/** Parts and the character they make, e.g. `女马妈`. */\n',
    `export const COMPOSITIONS =\n  '${makeCompositions(makeFold()).join(',')}';\n`,
  ].join('');
}

/** The source text of `ordinary.generated.ts`; needs the licence-clean sets (`hasOrdinarySources`). */
export function generateOrdinary(): string {
  return [
    HEAD,
    '// Counted in COLD (Apache-2.0), HED-COLD originals and SWSR (MIT); words of ICU.\n',
    '/** Everyday pairs of characters that sound like part of a term. */\n',
    `export const ORDINARY_PAIRS =\n  '${makeOrdinaryPairs()}';\n`,
    '/** Common pairs of characters: bits, base64. */\n',
    `export const COMMON_PAIRS =\n  '${makeCommonPairs()}';\n`,
  ].join('');
}
