import { spokenEmoji } from '../detect/emoji.ts';
import { FOLD, foldAstral, STAYS } from '../detect/fold.ts';
import { CLASS, classOf } from '../detect/symbols.ts';
import type { Variants } from './words.ts';

/** Whether the list takes every way of writing that folding knows, so that a hit needs no second look. */
export function takesAllWriting(variants: Variants): boolean {
  return variants.width && variants.case && variants.traditional && variants.lookalike;
}

/**
 * The text as it is compared under a list's variants: only the disguises it takes are undone. With `gaps`,
 * signs are left out and repeats stand once.
 */
export function plainForm(text: string, variants: Variants): string {
  let out = '';
  for (const char of text) {
    for (const unit of plainUnits(char, variants)) {
      if (variants.gaps) {
        const kind = classOf(lower(unit));
        if (kind === CLASS.none) continue;
        if (kind !== CLASS.digit && out.endsWith(unit)) continue;
      }
      out += unit;
    }
  }
  return out;
}

function plainUnits(char: string, variants: Variants): string {
  const narrow = variants.width ? toNarrow(char) : char;
  const code = narrow.codePointAt(0) ?? 0;
  const folded = code > 0xffff ? astral(code, variants) : unitFold(code, variants);
  const made = folded ?? narrow;
  return variants.case ? made.toLowerCase() : made;
}

/** What a unit folds to under the variants; undefined where it stays, empty where it is dropped. */
function unitFold(code: number, variants: Variants): string | undefined {
  const to = FOLD[code] ?? 0;
  if (to === code) return variants.lookalike && code >= 0x2600 ? spokenEmoji(code) : undefined;
  const char = String.fromCharCode(code);
  const target = to === 0 ? '' : String.fromCharCode(to);
  if (char.toLowerCase() === target) return undefined;
  const isTraditional = classOf(code) === CLASS.han && classOf(to) === CLASS.han;
  if (isTraditional) return variants.traditional ? target : undefined;
  if (isWide(code) || !variants.lookalike) return undefined;
  const isUpper = char !== char.toLowerCase();
  return isUpper && !variants.case ? target.toUpperCase() : target;
}

function astral(code: number, variants: Variants): string | undefined {
  if (!variants.lookalike) return undefined;
  const to = foldAstral(code);
  if (to === STAYS) return spokenEmoji(code);
  return to === 0 ? '' : String.fromCharCode(to);
}

function isWide(code: number): boolean {
  return (code >= 0xff01 && code <= 0xff5e) || code === 0x3000;
}

function toNarrow(char: string): string {
  const code = char.charCodeAt(0);
  if (code === 0x3000) return ' ';
  return isWide(code) ? String.fromCharCode(code - 0xfee0) : char;
}

function lower(unit: string): number {
  return (FOLD[unit.charCodeAt(0)] ?? 0) || unit.charCodeAt(0);
}
