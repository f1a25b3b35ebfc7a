import type { Reading } from './reading.ts';
import { CLASS, classOf } from './symbols.ts';

/** An account number or name that somebody is told to add. */
export interface ContactId {
  /** Offsets in the original text. */
  readonly span: readonly [number, number];
  /** 0..1: how much it looks like one. */
  readonly strength: number;
}

const HAN_DIGITS = '零一二三四五六七八九';
const BIG_DIGITS = '〇壹贰叁肆伍陆柒捌玖';
const OTHER_DIGITS: Readonly<Record<string, number>> = {
  两: 2,
  俩: 2,
  幺: 1,
  参: 3,
  弎: 3,
  弌: 1,
  弍: 2,
  〇: 0,
  洞: 0,
  拐: 7,
  勾: 9,
};

const DIGIT_OF: Int8Array = digits();

/**
 * The longest run that reads as an account: 5 to 14 digits, disguised ones and separators included,
 * or letters and digits mixed. Runs of few different digits (`8888888`, `233333`) are cheering.
 */
export function findContactId(reading: Reading): ContactId | undefined {
  const { chars } = reading.streams;
  let best: ContactId | undefined;
  let from = -1;
  let to = -1;
  let count = 0;
  let letters = 0;
  let han = 0;
  let seen = 0;
  let skipped = 0;
  const close = (): void => {
    const strength = from < 0 ? 0 : strengthOf(count, letters, han, seen);
    if (strength > (best?.strength ?? 0)) {
      best = { span: [chars.starts[from] ?? 0, chars.ends[to] ?? 0], strength };
    }
    from = -1;
    count = 0;
    letters = 0;
    han = 0;
    seen = 0;
    skipped = 0;
  };
  for (let index = 0; index < chars.length; index += 1) {
    const unit = chars.units[index] ?? 0;
    const digit = DIGIT_OF[unit] ?? -1;
    const isLetter = classOf(unit) === CLASS.latin;
    if (digit >= 0 || isLetter || (unit === 0x5f && from >= 0)) {
      if (from < 0) from = index;
      to = index;
      skipped = 0;
      if (digit >= 0) {
        count += 1;
        seen |= 1 << digit;
        if (unit > 0x7f) han += 1;
      } else letters += 1;
    } else if (from >= 0 && isSeparator(unit, letters) && skipped < (letters > 0 ? 1 : 2)) {
      skipped += 1;
    } else close();
  }
  close();
  return best;
}

/** Between digits anything that is no letter; between letters a hyphen or a dot, as names have. */
function isSeparator(unit: number, letters: number): boolean {
  if (letters > 0) return unit === 0x2d || unit === 0x2e;
  return classOf(unit) === CLASS.none && unit < 0xd800;
}

function strengthOf(count: number, letters: number, han: number, seen: number): number {
  const distinct = popCount(seen);
  if (letters > 0) {
    const total = letters + count;
    if (count < 2 || total < 6 || total > 20 || han > 0) return 0;
    return count >= 3 && distinct >= 2 ? 0.8 : 0.5;
  }
  if (count < 5 || count > 14 || distinct < 3) return 0;
  // Numbers in words are common in speech; a real account in words is long.
  if (han * 2 > count && count < 6) return 0;
  if (count >= 7) return distinct >= 4 ? 1 : 0.5;
  return distinct >= 4 ? 0.8 : 0.4;
}

function popCount(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function digits(): Int8Array {
  const table = new Int8Array(65536).fill(-1);
  for (let digit = 0; digit < 10; digit += 1) {
    table[0x30 + digit] = digit;
    table[HAN_DIGITS.charCodeAt(digit)] = digit;
    table[BIG_DIGITS.charCodeAt(digit)] = digit;
  }
  for (const [char, digit] of Object.entries(OTHER_DIGITS)) table[char.charCodeAt(0)] = digit;
  return table;
}
