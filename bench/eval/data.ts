import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createDetector } from '../../shared/detect/detector.ts';
import { said, someone } from '../../shared/detect/fixture.ts';
import type { Detector } from '../../shared/detect/types.ts';
import type { BuiltinCategory } from '../../shared/domain/verdict.ts';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const ROOMS = 'rooms/bilibili-2019';

/** Whether the measuring data are here; they never enter the project. */
export function hasData(): boolean {
  return existsSync(DATA + ROOMS);
}

/** The lines of a file of the data folder, without empty ones. */
export function linesOf(path: string): readonly string[] {
  return readFileSync(DATA + path, 'utf8')
    .split('\n')
    .map((line) => line.replace(/\r$/, ''))
    .filter((line) => line !== '');
}

/** The rooms by name. */
export function roomIds(): readonly string[] {
  return readdirSync(DATA + ROOMS).sort();
}

/** A room's messages in order, of one day or of all. */
export function roomChat(id: string, day = ''): readonly string[] {
  return readdirSync(`${DATA}${ROOMS}/${id}`)
    .filter((file) => file.startsWith(day))
    .sort()
    .flatMap((file) => linesOf(`${ROOMS}/${id}/${file}`))
    .filter((line) => !/^(TIME\d|SPEAKERNUM)/.test(line));
}

/** Frozen splits of the rooms: by day, or by room (id mod 3). */
export type Split = 'by day' | 'by room';

/** Unlabelled history and test chat that do not overlap, sampled with a seed to the sizes asked for. */
export function splitChat(
  split: Split,
  sizes: { readonly history: number; readonly test: number },
  random: () => number,
): { readonly history: readonly string[]; readonly test: readonly string[] } {
  const ids = roomIds();
  const isTestRoom = (id: string): boolean => Number(id) % 3 === 0;
  const history =
    split === 'by day'
      ? ids.flatMap((id) => roomChat(id, '2019-5-10'))
      : ids.filter((id) => !isTestRoom(id)).flatMap((id) => roomChat(id));
  const test =
    split === 'by day'
      ? ids.flatMap((id) => roomChat(id, '2019-5-11'))
      : ids.filter(isTestRoom).flatMap((id) => roomChat(id));
  return { history: sample(history, sizes.history, random), test: sample(test, sizes.test, random) };
}

/** Keeps about `size` of the items, in order. */
export function sample<T>(items: readonly T[], size: number, random: () => number): readonly T[] {
  return items.filter(() => random() < size / items.length);
}

/** A detector at the default budget that has read a room's history. */
export function detectorWith(history: readonly string[]): Detector {
  return createDetector({
    roomId: 'room',
    budgetPerThousand: 3,
    memory: { hype: [], allowedPersons: [], allowedTexts: [] },
    history,
  });
}

let clock = 0;

/** Scores and flag of a text said once, by somebody new each time. */
export function judge(
  detector: Detector,
  text: string,
  category: BuiltinCategory,
): { readonly score: number; readonly flag: boolean } {
  clock += 5000;
  const verdicts = detector.inspectAll({ event: said(text, clock, someone(`reader${clock}`)) });
  const verdict = verdicts.find((each) => each.category === category);
  return { score: verdict?.score ?? 0, flag: verdict?.flag ?? false };
}

/** The score that only so many in a thousand of the scores exceed. */
export function cutAt(scores: readonly number[], perThousand: number): number {
  const sorted = [...scores].sort((left, right) => right - left);
  return sorted[Math.floor((sorted.length * perThousand) / 1000)] ?? 1;
}

/** Part of the scores above a cut. */
export function above(scores: readonly number[], cut: number): number {
  return scores.filter((score) => score > cut).length / Math.max(1, scores.length);
}

/** The middle 95 % of a share under resampling (2,000 times, seeded by the caller). */
export function interval(hits: readonly boolean[], random: () => number): readonly [number, number] {
  const shares = Array.from({ length: 2000 }, () => {
    let count = 0;
    for (let index = 0; index < hits.length; index += 1)
      if (hits[Math.floor(random() * hits.length)] === true) count += 1;
    return count / Math.max(1, hits.length);
  }).sort((left, right) => left - right);
  return [shares[50] ?? 0, shares[1949] ?? 0];
}
