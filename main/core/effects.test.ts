import { expect, it } from 'vitest';
import { within } from './effects.ts';

it('waits for work only so long, and takes a failure for nothing', async () => {
  const never = new Promise<number>(() => undefined);
  const answers = [
    within(1_000, Promise.resolve(1)),
    within(1_000, Promise.reject<number>(new Error('no'))),
    within(1, never),
  ];
  expect(await Promise.all(answers)).toEqual([1, undefined, undefined]);
});
