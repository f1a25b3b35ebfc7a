import { rowsOf } from '../../build/train/corpora.ts';
import type { BuiltinCategory } from '../../shared/domain/verdict.ts';
import { detectorWith, judge, linesOf, roomChat, roomIds } from './data.ts';
import { share, table } from './print.ts';

/** COLD's development part: labels made half by machine, so only for comparison, never for tuning. */
export function measureComments(): void {
  const detector = detectorWith([]);
  const rows = rowsOf('COLD/dev.csv').filter((row) => (row[4] ?? '') !== '');
  const judged = rows.map((row) => ({
    isOffensive: row[3] === '1',
    score: judge(detector, row[4] ?? '', 'abuse').score,
  }));
  table(
    'COLD development part (half-automatic labels)',
    ['score from', 'macro-F1', 'accuracy'],
    [0.3, 0.5, 0.7].map((cut) => {
      const count = (isOffensive: boolean, isAbove: boolean): number =>
        judged.filter((each) => each.isOffensive === isOffensive && each.score >= cut === isAbove).length;
      const [tp, fp, fn, tn] = [
        count(true, true),
        count(false, true),
        count(true, false),
        count(false, false),
      ];
      const macro = tp / (2 * tp + fp + fn) + tn / (2 * tn + fp + fn);
      return [`${cut}`, share(macro), share((tp + tn) / judged.length)];
    }),
  );
}

/** Disputes, appeals and advertisements: found, missed, and false alarms on all real chat; with the lists. */
export function measureLists(): void {
  const detector = detectorWith([]);
  const seed = linesOf('labelled/disputes-seed/refund_appeal_seed.tsv')
    .slice(1)
    .map((line) => line.split('\t'));
  const chat = roomIds().flatMap((id) => roomChat(id));
  const ads = linesOf('raids/ads-and-raids.txt').map((text) => ['ad', text]);
  const rows: string[][] = [];
  const confusions: string[] = [];
  const measure = (category: BuiltinCategory, label: string, list: readonly (readonly string[])[]): void => {
    const judged = list.map(([kind = '', text = '']) => ({
      kind,
      text,
      flag: judge(detector, text, category).flag,
    }));
    const hits = judged.filter((each) => each.flag);
    const wanted = judged.filter((each) => each.kind === label);
    const right = hits.filter((each) => each.kind === label);
    const false100k = chat.filter((text) => judge(detector, text, category).flag);
    rows.push([
      category,
      share(right.length / hits.length),
      share(right.length / wanted.length),
      ((false100k.length / chat.length) * 100_000).toFixed(1),
    ]);
    confusions.push(...wanted.filter((each) => !each.flag).map((each) => `missed ${category}: ${each.text}`));
    confusions.push(
      ...hits.filter((each) => each.kind !== label).map((each) => `false ${category}: ${each.text}`),
    );
    confusions.push(...false100k.slice(0, 20).map((text) => `chat as ${category}: ${text}`));
  };
  measure('dispute', 'refund', seed);
  measure('appeal', 'appeal', seed);
  measure('ad', 'ad', ads);
  table('Lists (no history)', ['category', 'precision', 'recall', 'hits per 100,000 messages of chat'], rows);
  console.log(confusions.join('\n'));
}

/** Honest messages flagged when whole rooms are replayed in order by simulated people. */
export function measureHonest(): void {
  const counts = new Map<string, number>();
  let total = 0;
  let flagged = 0;
  for (const id of roomIds().filter((_, index) => index % 4 === 0)) {
    const history = roomChat(id, '2019-5-10');
    const test = roomChat(id, '2019-5-11');
    const detector = detectorWith(history);
    for (const text of test) {
      total += 1;
      const found = (['abuse', 'ad', 'dispute', 'appeal'] as const).filter(
        (category) => judge(detector, text, category).flag,
      );
      if (found.length > 0) flagged += 1;
      for (const category of found) counts.set(category, (counts.get(category) ?? 0) + 1);
    }
  }
  table(
    `A day of a room after a day of its history: flagged per 1,000 of ${total} messages (budget 3)`,
    ['all', ...counts.keys()],
    [[flagged, ...counts.values()].map((count) => ((count / total) * 1000).toFixed(2))],
  );
}
