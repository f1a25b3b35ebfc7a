import { expect, it } from 'vitest';
import { createCredit } from './credit.ts';

it('lets through what fits, in the order of asking, and one that is too large alone', () => {
  const credit = createCredit(10);
  const started: string[] = [];
  const take = (name: string, amount: number) => credit.take(amount, () => started.push(name));
  const look = () => [started.join(''), credit.free(), credit.backlog()];
  take('a', 6);
  take('b', 4);
  expect(look()).toEqual(['ab', 0, 10]);
  take('c', 5);
  take('d', 1);
  take('e', 50);
  take('f', 0);
  expect(look()).toEqual(['ab', 0, 66]);
  credit.give(4);
  expect(look()).toEqual(['ab', 4, 62]);
  credit.give(6);
  expect(look()).toEqual(['abcd', 4, 56]);
  credit.give(5);
  credit.give(1);
  expect(look()).toEqual(['abcde', 0, 50]);
  credit.give(50);
  expect(look()).toEqual(['abcdef', 10, 0]);
});
