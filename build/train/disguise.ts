import { FOLD } from '../../shared/detect/fold.ts';
import { initialOf, SYLLABLE_NAMES, syllableOf } from '../../shared/detect/pinyin.ts';
import { COMPOSITIONS } from '../../shared/detect/tables/compose.generated.ts';
import { HAN_LOOKALIKES, LATIN_LOOKALIKES } from '../tables/lookalikes.ts';

/** The fourteen ways to disguise a text that are measured. */
export const DISGUISES = [
  'zwsp',
  'symbol',
  'space',
  'repeat',
  'trad',
  'homophone',
  'pinyin',
  'initials',
  'parts',
  'lookalike',
  'martian',
  'emoji',
  'width',
  'latin',
] as const;
export type Disguise = (typeof DISGUISES)[number];

/** Never used in training, so that they measure what was not practised. */
export const HELD_OUT: readonly Disguise[] = ['martian', 'lookalike', 'initials', 'emoji'];

type Random = () => number;

/** Disguises about `rate` of the characters of a text, at least one where any can be. */
export function disguise(text: string, kind: Disguise, rate: number, random: Random): string {
  const chars = Array.from(text);
  const able = chars.flatMap((char, index) => (changed(char, kind, () => 0.5) === char ? [] : [index]));
  if (able.length === 0) return text;
  const chosen = new Set(able.filter(() => random() < rate));
  if (chosen.size === 0) chosen.add(able[Math.floor(random() * able.length)] ?? 0);
  return chars.map((char, index) => (chosen.has(index) ? changed(char, kind, random) : char)).join('');
}

function changed(char: string, kind: Disguise, random: Random): string {
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? char;
  const unit = char.charCodeAt(0);
  const sound = char.length === 1 ? syllableOf(unit) : 0;
  switch (kind) {
    case 'zwsp':
      return char + pick(['\u200b', '\u200d', '\u2060', '\ufeff']);
    case 'symbol':
      return char + pick(['*', '.', '/', '-', '|', '~', '·', '_']);
    case 'space':
      return `${char} `;
    case 'repeat':
      return sound === 0 ? char : char.repeat(2 + Math.floor(random() * 2));
    case 'emoji':
      return char + pick(['😀', '🌸', '✨', '🎵', '🍀', '😂']);
    case 'trad':
      return pick(TRADITIONAL.get(char) ?? [char]);
    case 'homophone':
      return sound === 0 ? char : pick((BY_SOUND.get(sound) ?? []).filter((other) => other !== char));
    case 'pinyin':
      return sound === 0 ? char : (SYLLABLE_NAMES[sound - 1] ?? char);
    case 'initials':
      return sound === 0 ? char : String.fromCharCode(initialOf(sound));
    case 'parts':
      return pick(PARTS.get(char) ?? [char]);
    case 'lookalike':
      return pick(ALIKE.get(char) ?? [char]);
    case 'martian':
      return pick(MARTIAN.get(char) ?? TRADITIONAL.get(char) ?? [char]);
    case 'width':
      return unit > 0x20 && unit < 0x7f ? String.fromCharCode(unit + 0xfee0) : char;
    case 'latin':
      return pick(LATIN.get(char.toLowerCase()) ?? [char]);
  }
}

/** The simplified characters people write, by level 1 of GB 2312. */
const COMMON: readonly string[] = commonHan();
const BY_SOUND: ReadonlyMap<number, readonly string[]> = grouped(COMMON, (char) =>
  syllableOf(char.charCodeAt(0)),
);
const TRADITIONAL = reversed();
const MARTIAN = lookalikes(HAN_LOOKALIKES);
const LATIN: ReadonlyMap<string, readonly string[]> = new Map([
  ...lookalikes(LATIN_LOOKALIKES),
  ...Object.entries({ '0': ['o'], '1': ['l'] }),
]);
const { parts: PARTS, alike: ALIKE } = composed();

function commonHan(): readonly string[] {
  const decoder = new TextDecoder('gb18030');
  const chars: string[] = [];
  for (let row = 0xb0; row < 0xd8; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^[一-鿿]$/.test(char)) chars.push(char);
    }
  }
  return chars;
}

function grouped<K>(chars: readonly string[], keyOf: (char: string) => K): ReadonlyMap<K, readonly string[]> {
  const groups = new Map<K, string[]>();
  for (const char of chars) {
    const key = keyOf(char);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [char]);
    else group.push(char);
  }
  return groups;
}

function reversed(): ReadonlyMap<string, readonly string[]> {
  const forms = new Map<string, string[]>();
  for (let unit = 0x4e00; unit <= 0x9fff; unit += 1) {
    const to = String.fromCharCode(FOLD[unit] ?? unit);
    if (FOLD[unit] !== unit) forms.set(to, [...(forms.get(to) ?? []), String.fromCharCode(unit)]);
  }
  return forms;
}

function lookalikes(lines: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return new Map(lines.map((line) => [line.charAt(0), Array.from(line.slice(1))]));
}

/** Parts of a character, and characters that share a part and differ in the other. */
function composed(): {
  readonly parts: ReadonlyMap<string, readonly string[]>;
  readonly alike: ReadonlyMap<string, readonly string[]>;
} {
  const parts = new Map<string, string[]>();
  const common = new Set(COMMON);
  const pairs: (readonly [string, string])[] = [];
  for (const entry of COMPOSITIONS.split(',')) {
    const char = entry.slice(-1);
    const way = entry.slice(0, -1);
    parts.set(char, [...(parts.get(char) ?? []), way]);
    if (way.length === 2 && common.has(char)) pairs.push([char, way.slice(1)]);
  }
  const byPart = grouped(
    pairs.map(([char]) => char),
    (char) => pairs.find(([other]) => other === char)?.[1] ?? '',
  );
  const alike = new Map<string, readonly string[]>();
  for (const group of byPart.values()) {
    for (const char of group) {
      const others = group.filter((other) => other !== char);
      if (others.length > 0) alike.set(char, others);
    }
  }
  return { parts, alike };
}
