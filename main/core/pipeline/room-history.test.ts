import { expect, it } from 'vitest';
import { chatEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { roomHistory } from './room-history.ts';

it('takes the newest unflagged chat over page borders, and no more than asked', async () => {
  const store = createMemoryStore();
  const rows = Array.from({ length: 2_500 }, (_, i) => ({
    offset: i + 1,
    event: chatEvent({ key: `m${i}`, text: `第${i}句` }),
    verdicts:
      i === 2_499 ? [{ category: 'abuse' as const, score: 1, flag: true, reasons: [], by: 'abuse@1' }] : [],
  }));
  await store.write([{ op: 'events', rows }]);
  const all = await roomHistory(store, 'room', 10_000);
  const some = await roomHistory(store, 'room', 1_200);
  expect([all.length, all[0], all.at(-1), some.length, some.at(-1)]).toEqual([
    2_499,
    '第2498句',
    '第0句',
    1_200,
    '第1299句',
  ]);
});
