import { rowsOf } from '../../build/train/corpora.ts';
import { seeded } from '../../build/train/texts/grammar.ts';
import { said, someone } from '../../shared/detect/fixture.ts';
import { detectorWith, roomChat, roomIds } from './data.ts';
import { table } from './print.ts';

interface Line {
  readonly at: number;
  readonly text: string;
  readonly user: string;
  readonly drip?: number;
}

/** Messages a second, and of how many the chat is made. */
const ROOMS = [
  [1.2, 30_000],
  [10, 120_000],
  [30, 150_000],
] as const;
const PAUSES = [60, 180, 300] as const;
const DRIPS = 15;
const DROPS = 24;
const SENDERS = 20;

/** Slow drips in rooms of different speed: found, by which message, and honest messages flagged as raid. */
export function measureDrips(): void {
  const random = seeded(5);
  const clauses = rowsOf('COLD/train.csv')
    .flatMap((row) => (row[4] ?? '').split(/[，。！？、,\s]+/))
    .filter((clause) => /^[一-鿿]{8,16}$/.test(clause));
  const chat = roomIds()
    .flatMap((id) => roomChat(id))
    .slice(0, 150_000);
  const rows = ROOMS.flatMap(([perSecond, size]) =>
    PAUSES.map((pause) => {
      const lines = scene(chat.slice(0, size), 1_000 / perSecond, pause * 1_000, clauses, random);
      const { places, wrong } = replayed(lines);
      return [
        `${perSecond}`,
        `${pause}`,
        `${places.length}/${DRIPS}`,
        `${places[places.length >> 1] ?? '-'}`,
        ((wrong / size) * 1_000).toFixed(1),
      ];
    }),
  );
  table(
    `Drips of ${DROPS} messages by ${SENDERS} new people, no history`,
    ['messages/s', 'seconds between drops', 'found', 'median drop', 'honest flagged per 1,000'],
    rows,
  );
}

function replayed(lines: readonly Line[]): { readonly places: readonly number[]; readonly wrong: number } {
  const detector = detectorWith([]);
  const seen = new Map<number, number>();
  const first = new Map<number, number>();
  let wrong = 0;
  for (const { at, text, user, drip } of lines) {
    const verdicts = detector.inspect({ event: said(text, Math.round(at), someone(user)) });
    const isRaid = verdicts.some((verdict) => verdict.flag && verdict.category === 'raid');
    if (drip === undefined) {
      if (isRaid) wrong += 1;
      continue;
    }
    const place = (seen.get(drip) ?? 0) + 1;
    seen.set(drip, place);
    if (isRaid && !first.has(drip)) first.set(drip, place);
  }
  return { places: [...first.values()].sort((left, right) => left - right), wrong };
}

function scene(
  chat: readonly string[],
  gap: number,
  pause: number,
  clauses: readonly string[],
  random: () => number,
): readonly Line[] {
  const users = Math.max(50, chat.length / 12);
  const span = gap * chat.length;
  const lines: Line[] = chat.map((text, index) => ({
    at: index * gap,
    text,
    user: `u${Math.floor(users * random() ** 2.2)}`,
  }));
  for (let drip = 0; drip < DRIPS; drip += 1) {
    const text = clauses[Math.floor(random() * clauses.length)] ?? '';
    let at = span * 0.3 * random();
    for (let drop = 0; drop < DROPS; drop += 1) {
      at += -Math.log(1 - random()) * pause;
      if (at < span) lines.push({ at, text, user: `x${drip}-${Math.floor(random() * SENDERS)}`, drip });
    }
  }
  return lines.sort((left, right) => left.at - right.at);
}
