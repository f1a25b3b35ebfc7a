import { expect, it } from 'vitest';
import { createSerialQueue } from './queue.ts';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));

it('runs one at a time, and lets a single action pass a waiting bulk', async () => {
  const queue = createSerialQueue({ now: () => Date.now() });
  const done: string[] = [];
  let atOnce = 0;
  const work = (name: string) => async () => {
    atOnce += 1;
    expect(atOnce).toBe(1);
    await turn();
    done.push(name);
    atOnce -= 1;
  };
  for (const name of ['b1', 'b2', 'b3']) queue.add({ key: 'mute', bulk: true, run: work(name) });
  queue.add({ key: 'mute', bulk: false, run: work('single') });
  while (done.length < 4) await turn();
  expect(done).toEqual(['b1', 'single', 'b2', 'b3']);
});

it('keeps within the rate, and stops when closed', async () => {
  let now = 0;
  const queue = createSerialQueue({ now: () => now });
  const starts: number[] = [];
  for (let i = 0; i < 3; i += 1)
    queue.add({
      key: 'say',
      bulk: false,
      rate: { n: 2, perSec: 0.05 },
      run: async () => void starts.push(now),
    });
  await turn();
  expect(starts).toEqual([0, 0]);
  now = 50;
  await new Promise((resolve) => setTimeout(resolve, 80));
  expect(starts).toEqual([0, 0, 50]);
  queue.close();
  queue.add({ key: 'say', bulk: false, run: async () => void starts.push(-1) });
  await turn();
  expect(starts).toEqual([0, 0, 50]);
});
