import { seeded } from '../../build/train/texts/grammar.ts';
import { createDetector } from '../../shared/detect/detector.ts';
import { said, someone } from '../../shared/detect/fixture.ts';
import { learnRoom } from '../../shared/detect/training.ts';
import { roomChat, roomIds } from './data.ts';
import { table } from './print.ts';

const DAYS = ['2019-5-10', '2019-5-11'] as const;
const MOST_ROOMS = 8;
const MOST_MESSAGES = 8_000;

/** Alerts per 1,000 messages of a day after a day of history, with limits that follow the room and without. */
export function measureBudget(): void {
  const rooms = roomIds()
    .filter((id) => roomChat(id, DAYS[0]).length > 1_000 && roomChat(id, DAYS[1]).length > 2_000)
    .slice(0, MOST_ROOMS);
  const learnt = new Map(rooms.map((id) => [id, learnRoom({ samples: roomChat(id, DAYS[0]) })]));
  const rows = [false, true].flatMap((adapts) =>
    [1, 3, 10].map((budget) => {
      const rates = rooms.map((roomId) => {
        const detector = createDetector({
          roomId,
          budgetPerThousand: budget,
          memory: { hype: [], allowedPersons: [], allowedTexts: [] },
          learnt: learnt.get(roomId),
          adapts,
        });
        return alertRate(detector, roomChat(roomId, DAYS[1]).slice(0, MOST_MESSAGES));
      });
      const mean = rates.reduce((sum, rate) => sum + rate, 0) / Math.max(1, rates.length);
      return [
        adapts ? 'follow the room' : 'as trained',
        `${budget}`,
        mean.toFixed(1),
        rates.map((rate) => rate.toFixed(1)).join(' '),
      ];
    }),
  );
  table(
    `Alerts per 1,000 messages of the next day, ${rooms.length} rooms (a raid is one alert)`,
    ['limits', 'budget', 'mean', 'each room'],
    rows,
  );
}

function alertRate(detector: ReturnType<typeof createDetector>, chat: readonly string[]): number {
  const random = seeded(3);
  const users = Math.max(50, chat.length / 12);
  const raids = new Set<string>();
  let alerts = 0;
  chat.forEach((text, index) => {
    const person = someone(`u${Math.floor(users * random() ** 2.2)}`);
    const verdicts = detector.inspect({ event: said(text, index * 830, person) });
    const isAlert = verdicts.some(({ flag, category, clusterId = '' }) => {
      if (!flag || category !== 'raid') return flag;
      const isNew = !raids.has(clusterId);
      raids.add(clusterId);
      return isNew;
    });
    if (isAlert) alerts += 1;
  });
  return (alerts / chat.length) * 1_000;
}
