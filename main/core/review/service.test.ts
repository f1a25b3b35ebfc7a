import { expect, it } from 'vitest';
import { createMemoryStore } from '../../store/memory-store.ts';
import { createReview } from './service.ts';

it.each([
  [1_000, 10_000],
  [10_000, 10_000],
  [15_000, 20_000],
  [60_000, 60_000],
])('a timeline asked in steps of %d ms says that its steps are %d ms long', async (asked, given) => {
  const store = createMemoryStore();
  const view = await createReview(store).timeline('room', 0, 600_000, asked);
  expect([view.bucketMs, view.buckets.length]).toEqual([given, 600_000 / given]);
});
