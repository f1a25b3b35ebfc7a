import { detectorWith, judge } from './data.ts';
import { BLIND_FAIR, BLIND_UNFAIR } from './lists/blind-fair.ts';
import { share, table } from './print.ts';

/** Speech against prejudice, and prejudice: a stand-in for the human-labelled comments that are not here. */
export function measureFair(): void {
  const detector = detectorWith([]);
  const scoreOf = (text: string): number => judge(detector, text, 'abuse').score;
  const fair = BLIND_FAIR.map((text) => ({ text, score: scoreOf(text) }));
  const unfair = BLIND_UNFAIR.map((text) => ({ text, score: scoreOf(text) }));
  const right = (list: typeof fair, isRight: (score: number) => boolean): string =>
    share(list.filter(({ score }) => isRight(score)).length / list.length);
  table(
    `Speech against prejudice (${fair.length}) and prejudice (${unfair.length})`,
    ['score from', 'fair called fair', 'prejudice found'],
    [0.3, 0.5, 0.7, 0.8].map((cut) => [
      `${cut}`,
      right(fair, (score) => score < cut),
      right(unfair, (score) => score >= cut),
    ]),
  );
  console.log(
    [
      ...fair.filter(({ score }) => score >= 0.5).map(({ text }) => `called abuse: ${text}`),
      ...unfair.filter(({ score }) => score < 0.5).map(({ text }) => `missed: ${text}`),
    ].join('\n'),
  );
}
