/** What kind of character a folded unit is; `none` separates words. */
export const CLASS = { none: 0, latin: 1, digit: 2, han: 3, letter: 4 } as const;
export type CharClass = (typeof CLASS)[keyof typeof CLASS];

/** Symbols of the syllable stream: syllables are 1..511, then letters and digits that are none. */
export const LETTER_SYMBOL = 0x400;
export const DIGIT_SYMBOL = 0x420;

const CLASSES: Uint8Array = classes();

/** The kind of a folded unit; surrogates are `none`. */
export function classOf(unit: number): CharClass {
  return (CLASSES[unit] ?? 0) as CharClass;
}

function classes(): Uint8Array {
  const table = new Uint8Array(65536);
  const letter = /^\p{L}|\p{Nl}$/u;
  for (let unit = 0x80; unit < 0xd800; unit += 1) {
    const isHan = unit >= 0x3400 && unit <= 0x9fff;
    const isComponent = unit >= 0x2e80 && unit <= 0x2fd5;
    const isHangul = unit >= 0xac00 && unit <= 0xd7a3;
    if (isHan || isComponent) table[unit] = CLASS.han;
    else if (isHangul || letter.test(String.fromCharCode(unit))) table[unit] = CLASS.letter;
  }
  table.fill(CLASS.latin, 0x61, 0x7b);
  table.fill(CLASS.digit, 0x30, 0x3a);
  return table;
}
