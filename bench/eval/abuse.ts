import { DISGUISES, type Disguise, disguise, HELD_OUT } from '../../build/train/disguise.ts';
import { seeded } from '../../build/train/texts/grammar.ts';
import {
  above,
  cutAt,
  detectorWith,
  interval,
  judge,
  linesOf,
  type Split,
  sample,
  splitChat,
} from './data.ts';
import { share, table } from './print.ts';

const BUDGETS = [1, 3, 10] as const;
/** Tricks of form, not of wording. */
const FORMATS: readonly Disguise[] = ['zwsp', 'symbol', 'space', 'repeat', 'trad', 'width', 'latin'];

/** Recall of short real abuse at fixed false alerts on real chat, and how it stands up to disguise. */
export function measureAbuse(size: number): void {
  const random = seeded(7);
  const abuse = sample(linesOf('labelled/stoneskipping-eval-only/train.spam.txt'), size / 4, random);
  const rows: string[][] = [];
  for (const split of ['by day', 'by room'] as const) {
    for (const history of [0, 2000, 10_000, 50_000]) {
      const { cuts, scores } = measured(split, history, size, abuse);
      const [low, high] = interval(
        scores.map((score) => score > (cuts[1] ?? 1)),
        seeded(1),
      );
      rows.push([
        split,
        `${history}`,
        ...cuts.map((cut) => share(above(scores, cut))),
        `${share(low)}-${share(high)}`,
      ]);
    }
  }
  table(
    'Short real abuse against real danmaku: recall at 1 / 3 / 10 false alerts per 1,000 (95 % interval at 3)',
    ['split', 'history', '1', '3', '10', 'interval'],
    rows,
  );
  measureDisguises(size, abuse);
}

function measured(
  split: Split,
  history: number,
  size: number,
  abuse: readonly string[],
): { readonly cuts: readonly number[]; readonly scores: readonly number[] } {
  const chat = splitChat(split, { history, test: size }, seeded(5));
  const detector = detectorWith(chat.history);
  const negatives = chat.test.map((text) => judge(detector, text, 'abuse').score);
  return {
    cuts: BUDGETS.map((budget) => cutAt(negatives, budget)),
    scores: abuse.map((text) => judge(detector, text, 'abuse').score),
  };
}

function measureDisguises(size: number, abuse: readonly string[]): void {
  const chat = splitChat('by room', { history: 50_000, test: size }, seeded(5));
  const detector = detectorWith(chat.history);
  const scoresOf = (texts: readonly string[]): readonly number[] =>
    texts.map((text) => judge(detector, text, 'abuse').score);
  const cuts = BUDGETS.map((budget) => cutAt(scoresOf(chat.test), budget));
  const clean = scoresOf(abuse);
  const plain = chat.test.filter((_, index) => index % 3 === 0);
  const baseline = above(scoresOf(plain), cuts[2] ?? 1);
  const found: (readonly number[])[] = [];
  const alarms: number[] = [];
  const rows = DISGUISES.map((kind) => {
    const random = seeded(9);
    const scores = scoresOf(abuse.map((text) => disguise(text, kind, 0.4, random)));
    const false10 = above(scoresOf(plain.map((text) => disguise(text, kind, 0.4, random))), cuts[2] ?? 1);
    found.push(cuts.map((cut) => above(scores, cut)));
    alarms.push(false10 / baseline);
    const name = HELD_OUT.includes(kind) ? `${kind} (held out)` : kind;
    return [name, ...cuts.map((cut) => share(above(scores, cut))), `${(false10 / baseline).toFixed(2)}x`];
  });
  table(
    'Fourteen disguises (40 % of characters), 50,000 messages of history, by room; false alerts on clean text disguised the same way',
    ['disguise', '1', '3', '10', 'false at 10'],
    [['none', ...cuts.map((cut) => share(above(clean, cut))), '1.00x'], ...rows],
  );
  const plainRecall = cuts.map((cut) => above(clean, cut));
  const drop = (kind: number, budget: number): number =>
    (plainRecall[budget] ?? 0) - (found[kind]?.[budget] ?? 0);
  const mean = (numbers: readonly number[]): number =>
    numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const all = DISGUISES.map((_, kind) => kind);
  const formats = all.filter((kind) => FORMATS.includes(DISGUISES[kind] ?? 'space'));
  const worst = all.reduce((least, kind) => (drop(kind, 2) > drop(least, 2) ? kind : least), 0);
  table(
    'Disguises in short',
    ['what', 'figure'],
    [
      ['mean drop at 3', share(mean(all.map((kind) => drop(kind, 1))))],
      ['mean drop at 10', share(mean(all.map((kind) => drop(kind, 2))))],
      ['largest drop of a format trick at 10', share(Math.max(...formats.map((kind) => drop(kind, 2))))],
      [`worst kind at 10: ${DISGUISES[worst]}`, share(found[worst]?.[2] ?? 0)],
      ['false alerts on disguised clean text, mean', `${mean(alarms).toFixed(2)}x`],
      ['false alerts on disguised clean text, worst', `${Math.max(...alarms).toFixed(2)}x`],
    ],
  );
}
