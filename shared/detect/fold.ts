import { FOLD_ASTRAL, FOLD_DROPPED, FOLD_PAIRS } from './tables/fold.generated.ts';

/** The fold of every code unit; 0 where it is dropped. Surrogates map to themselves. */
export const FOLD: Uint16Array = unpackFold();

/**
 * Folds width, case, look-alikes of other scripts, marks and invisible characters, and traditional
 * to simplified characters. Idempotent; never longer than the text; lone surrogates are dropped.
 */
export function foldText(text: string): string {
  let out = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const isPlain = unit < 0xd800 || unit > 0xdfff;
    if (isPlain && FOLD[unit] === unit) continue;
    out += text.slice(from, index);
    if (isPlain) {
      const to = FOLD[unit] ?? 0;
      if (to !== 0) out += String.fromCharCode(to);
    } else if (isPairAt(text, index)) {
      const to = foldAstral(text.codePointAt(index) ?? 0);
      if (to === STAYS) out += text.slice(index, index + 2);
      else if (to !== 0) out += String.fromCharCode(to);
      index += 1;
    }
    from = index + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}

/** Answer of `foldAstral` for a code point that folds to nothing else. */
export const STAYS = -1;

/** The unit a code point beyond the first plane folds to, 0 if it is dropped, or `STAYS`. */
export function foldAstral(point: number): number {
  if (point >= 0xe0000 && point <= 0xe0fff) return 0;
  for (const [from, to, units] of FOLD_ASTRAL) {
    if (point < from || point > to) continue;
    const unit = units.charCodeAt(point - from);
    return unit === 0 ? STAYS : unit;
  }
  return STAYS;
}

/** Whether a whole surrogate pair starts there. */
export function isPairAt(text: string, index: number): boolean {
  const low = text.charCodeAt(index + 1);
  return text.charCodeAt(index) < 0xdc00 && low >= 0xdc00 && low <= 0xdfff;
}

function unpackFold(): Uint16Array {
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit += 1) table[unit] = unit;
  for (let index = 0; index < FOLD_PAIRS.length; index += 2) {
    table[FOLD_PAIRS.charCodeAt(index)] = FOLD_PAIRS.charCodeAt(index + 1);
  }
  for (let index = 0; index < FOLD_DROPPED.length; index += 2) {
    table.fill(0, FOLD_DROPPED[index], (FOLD_DROPPED[index + 1] ?? 0) + 1);
  }
  return table;
}
