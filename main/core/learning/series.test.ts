import { expect, it } from 'vitest';
import { chatEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { createAlertCounts, rateSeries } from './series.ts';

const HALF_HOUR = 1_800_000;
const BEGIN = 1_772_366_400_000;

it('gives messages and flags by half hour, each flag once, oldest first', async () => {
  const store = createMemoryStore();
  const times = [0, 1_000, 2_000, HALF_HOUR + 5, 4 * HALF_HOUR];
  await store.write([
    {
      op: 'events',
      rows: times.map((at, index) => ({
        offset: index + 1,
        event: chatEvent({ key: `m${index}`, at: BEGIN + at }),
        verdicts: [],
      })),
    },
  ]);
  const counts = createAlertCounts();
  for (const [id, at] of [
    ['a', 10],
    ['a', 10],
    ['b', 900],
    ['c', 4 * HALF_HOUR],
  ] as const)
    counts.note({ id, firstAt: BEGIN + at });
  expect(await rateSeries(store, 'room', BEGIN + 4 * HALF_HOUR, counts)).toEqual([
    { at: BEGIN, messages: 3, alerts: 2 },
    { at: BEGIN + HALF_HOUR, messages: 1, alerts: 0 },
    { at: BEGIN + 4 * HALF_HOUR, messages: 1, alerts: 1 },
  ]);
});

it('forgets what lies days back', () => {
  const counts = createAlertCounts();
  counts.note({ id: 'a', firstAt: BEGIN });
  counts.note({ id: 'b', firstAt: BEGIN + 200 * HALF_HOUR });
  expect([counts.at(BEGIN), counts.at(BEGIN + 200 * HALF_HOUR)]).toEqual([0, 1]);
});
