import { Converter } from 'opencc-js';
import { DIGIT_LOOKALIKES, HAN_LOOKALIKES, LATIN_LOOKALIKES } from './lookalikes.ts';

/** Code units that vanish: controls, joiners, fillers, direction marks, combining marks. */
const DROPPED: readonly (readonly [number, number])[] = [
  [0x00, 0x08],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x300, 0x36f],
  [0x483, 0x489],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x200b, 0x200f],
  [0x202a, 0x202e],
  [0x2060, 0x206f],
  [0x20d0, 0x20ff],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfe20, 0xfe2f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xfff0, 0xfffb],
];

/**
 * The fold of every code unit: width and case (NFKC), look-alikes, traditional to simplified,
 * dropped marks. Surrogates map to themselves. 0 stands for "dropped".
 */
export function makeFold(): Uint16Array {
  const toSimplified = Converter({ from: 't', to: 'cn' });
  const looks = lookalikes();
  const table = new Uint16Array(65536);
  for (let unit = 0; unit < 65536; unit += 1) table[unit] = foldUnit(unit, looks, toSimplified);
  for (const [from, to] of DROPPED) table.fill(0, from, to + 1);
  for (let pass = 0; pass < 4; pass += 1) {
    for (let unit = 0; unit < 65536; unit += 1) table[unit] = table[table[unit] ?? 0] ?? 0;
  }
  return table;
}

/** Where folds beyond the first plane lie: mathematical letters, enclosed letters, compatibility Han. */
export const ASTRAL_RANGES: readonly (readonly [number, number])[] = [
  [0x1d400, 0x1d7ff],
  [0x1f100, 0x1f1ff],
  [0x2f800, 0x2fa1f],
];

/** Per range of `ASTRAL_RANGES`, the unit each code point folds to; 0 where it stays. */
export function makeAstralFolds(bmp: Uint16Array): readonly (readonly number[])[] {
  return ASTRAL_RANGES.map(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => bmp[astralUnit(from + index)] ?? 0),
  );
}

function foldUnit(
  unit: number,
  looks: ReadonlyMap<number, number>,
  toSimplified: (text: string) => string,
): number {
  if (unit >= 0xd800 && unit <= 0xdfff) return unit;
  if (unit === 0x09 || unit === 0x0a || unit === 0x0d || unit === 0x0b || unit === 0x0c) return 0x20;
  const look = looks.get(unit);
  if (look !== undefined) return look;
  const char = String.fromCharCode(unit);
  const wide = char.normalize('NFKC').toLowerCase();
  if (/^\([\da-z一-鿿]\)$/.test(wide)) return wide.charCodeAt(1);
  if (wide.length !== 1) return baseLetter(char) ?? unit;
  const base = baseLetter(wide) ?? wide.charCodeAt(0);
  const known = looks.get(base);
  if (known !== undefined) return known;
  if (base < 0x3400 || base > 0x9fff) return base;
  const simple = toSimplified(String.fromCharCode(base));
  return simple.length === 1 ? simple.charCodeAt(0) : base;
}

/** `é` is read as `e`. Only Latin letters lose their marks. */
function baseLetter(char: string): number | undefined {
  const first = char.normalize('NFKD').toLowerCase().charCodeAt(0);
  const code = char.charCodeAt(0);
  const isLatin = (code >= 0xc0 && code <= 0x24f) || (code >= 0x1e00 && code <= 0x1eff);
  return isLatin && first >= 0x61 && first <= 0x7a ? first : undefined;
}

function astralUnit(point: number): number {
  if (point >= 0x1f1e6) return 0x61 + point - 0x1f1e6;
  if (point >= 0x1f170 && point <= 0x1f189) return 0x61 + point - 0x1f170;
  if (point >= 0x1f150 && point <= 0x1f169) return 0x61 + point - 0x1f150;
  if (point >= 0x1f130 && point <= 0x1f149) return 0x61 + point - 0x1f130;
  if (point >= 0x1f110 && point <= 0x1f129) return 0x61 + point - 0x1f110;
  if (point === 0x1f10b || point === 0x1f10c || point === 0x1f100) return 0x30;
  const wide = String.fromCodePoint(point).normalize('NFKC').toLowerCase();
  return wide.length === 1 ? wide.charCodeAt(0) : 0;
}

function lookalikes(): ReadonlyMap<number, number> {
  const map = new Map<number, number>();
  for (const line of [...LATIN_LOOKALIKES, ...HAN_LOOKALIKES, ...DIGIT_LOOKALIKES]) {
    const target = line.charCodeAt(0);
    for (let index = 1; index < line.length; index += 1) {
      const unit = line.charCodeAt(index);
      map.set(unit, target);
    }
  }
  return map;
}
