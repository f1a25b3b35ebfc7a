import { rowsOf } from '../../build/train/corpora.ts';
import { disguise } from '../../build/train/disguise.ts';
import { seeded } from '../../build/train/texts/grammar.ts';
import { said, someone } from '../../shared/detect/fixture.ts';
import { detectorWith, linesOf, roomChat, roomIds } from './data.ts';
import { table } from './print.ts';

type Random = () => number;

interface Line {
  readonly at: number;
  readonly text: string;
  readonly user: string;
  readonly raid?: number;
}

const KINDS = ['copies', 'suffix', 'homophones', 'edits', 'rotation', 'one person', 'slow drip'] as const;
type Kind = (typeof KINDS)[number];
const FILLERS = ['的', '了', '啊', '我', '大', '小', ''];

/** Raids put into real chat, seven kinds: found, by which message, and honest messages flagged. */
export function measureRaids(rooms: number, perKind: number): void {
  const random = seeded(7);
  const clauses = rowsOf('COLD/train.csv')
    .flatMap((row) => (row[4] ?? '').split(/[，。！？、,\s]+/))
    .filter((clause) => /^[一-鿿]{8,16}$/.test(clause));
  const found = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
  let honest = 0;
  let wrong = 0;
  const busiest = roomIds()
    .map((id) => roomChat(id))
    .sort((left, right) => right.length - left.length)
    .slice(0, rooms);
  for (const chat of busiest) {
    const { lines, kinds } = scene(chat, perKind, clauses, random);
    const detector = detectorWith([]);
    const seen = new Map<number, number>();
    const first = new Map<number, number>();
    for (const line of lines) {
      const verdicts = detector.inspect({ event: said(line.text, Math.round(line.at), someone(line.user)) });
      const isRaid = verdicts.some((verdict) => verdict.flag && verdict.category === 'raid');
      const isFlood = verdicts.some((verdict) => verdict.flag && verdict.category === 'flood');
      if (line.raid === undefined) {
        honest += 1;
        if (isRaid) wrong += 1;
        continue;
      }
      seen.set(line.raid, (seen.get(line.raid) ?? 0) + 1);
      if ((isRaid || isFlood) && !first.has(line.raid)) first.set(line.raid, seen.get(line.raid) ?? 0);
    }
    kinds.forEach((kind, raid) => {
      found.get(kind)?.push(first.get(raid) ?? Number.POSITIVE_INFINITY);
    });
  }
  table(
    `Raids in the ${rooms} busiest rooms, simulated people`,
    ['kind', 'found', 'median message', 'p90 message'],
    [...found].map(([kind, places]) => {
      const sorted = [...places].sort((left, right) => left - right);
      const hits = sorted.filter(Number.isFinite).length;
      return [
        kind,
        `${hits}/${sorted.length}`,
        ...[0.5, 0.9].map((part) => `${sorted[Math.floor(sorted.length * part)] ?? '-'}`),
      ];
    }),
  );
  console.log(
    `honest messages flagged as raid: ${((wrong / honest) * 1000).toFixed(2)} per 1,000 of ${honest}`,
  );
}

/** Texts that honest crowds repeat, said as waves by people of the room in the middle of its chat. */
export function measureWaves(): void {
  const waves = linesOf('raids/organic-waves.txt').filter((_, index) => index % 17 === 0);
  const chat = roomIds()
    .map((id) => roomChat(id))
    .sort((left, right) => right.length - left.length)[0]
    ?.slice(0, 40_000);
  const rows = (['in its history', 'new to the room'] as const).map((kind) => {
    const random = seeded(3);
    const detector = detectorWith(kind === 'new to the room' ? [] : waves);
    const anyone = (): string => `u${Math.floor(3000 * random() ** 2.2)}`;
    const hit = new Set<string>();
    let at = 0;
    const say = (text: string, pause: number): boolean => {
      at += pause;
      const verdicts = detector.inspect({ event: said(text, at, someone(anyone())) });
      return verdicts.some((verdict) => verdict.flag && verdict.category === 'raid');
    };
    const every = Math.floor((chat?.length ?? 0) / (waves.length + 20));
    (chat ?? []).forEach((text, index) => {
      say(text, 830);
      const wave = index % every === 0 ? waves[index / every - 20] : undefined;
      for (let each = 0; wave !== undefined && each < 12; each += 1) if (say(wave, 700)) hit.add(wave);
    });
    return [kind, `${waves.length}`, ((hit.size / waves.length) * 100).toFixed(1)];
  });
  table('Organic waves of twelve messages by people of the room', ['text is', 'waves', '% flagged'], rows);
}

function scene(
  chat: readonly string[],
  perKind: number,
  clauses: readonly string[],
  random: Random,
): { readonly lines: readonly Line[]; readonly kinds: readonly Kind[] } {
  const lines: Line[] = [];
  const users = Math.max(50, Math.floor(chat.length / 12));
  let at = 0;
  for (const text of chat) {
    at += -Math.log(1 - random()) * 830;
    lines.push({ at, text, user: `u${Math.floor(users * random() ** 2.2)}` });
  }
  const kinds = Array.from(
    { length: perKind * KINDS.length },
    (_, index) => KINDS[index % KINDS.length] ?? 'copies',
  );
  kinds.forEach((kind, raid) => {
    lines.push(...raidLines(kind, raid, at * (0.02 + 0.9 * random()), clauses, random));
  });
  return { lines: lines.sort((left, right) => left.at - right.at), kinds };
}

function raidLines(
  kind: Kind,
  raid: number,
  start: number,
  clauses: readonly string[],
  random: Random,
): readonly Line[] {
  const pick = (): string => clauses[Math.floor(random() * clauses.length)] ?? '';
  const base = pick();
  const script = Array.from({ length: 6 }, pick);
  const senders = kind === 'one person' ? 1 : 10 + Math.floor(random() * 40);
  const pause = kind === 'slow drip' ? 60_000 : 1000 / (0.5 + random() * 1.5);
  let at = start;
  return Array.from({ length: kind === 'slow drip' ? 40 : 60 }, (_, index) => {
    at += -Math.log(1 - random()) * pause;
    const text = kind === 'rotation' ? (script[index % script.length] ?? '') : varied(base, kind, random);
    return { at, text, user: `x${raid}-${Math.floor(random() * senders)}`, raid };
  });
}

function varied(text: string, kind: Kind, random: Random): string {
  switch (kind) {
    case 'suffix':
      return `${text}${['a', '!!', '哈', 'qwe', '~'][Math.floor(random() * 5)]}${Math.floor(random() * 1000)}`;
    case 'homophones':
      return disguise(disguise(text, 'homophone', 0.35, random), 'symbol', 0.2, random);
    case 'edits':
      return Array.from(text, (char) =>
        random() < 0.2 ? FILLERS[Math.floor(random() * FILLERS.length)] : char,
      ).join('');
    default:
      return text;
  }
}
