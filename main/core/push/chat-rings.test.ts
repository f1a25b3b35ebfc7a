import { expect, it } from 'vitest';
import { chatEvent } from '../../../shared/testing/events.ts';
import { createChatRings } from './chat-rings.ts';

it('keeps the rows of rooms that are looked at, a while longer, and the count of all', () => {
  let now = 0;
  const rings = createChatRings(new Map([['a', 7]]), () => now);
  const say = (roomId: string, offset: number) =>
    rings.push([{ offset, event: chatEvent({ key: `${roomId}${offset}`, roomId }), verdicts: [] }]);
  say('a', 8);
  say('b', 1);
  expect(rings.size()).toBe(0);
  const one = rings.enter('a');
  const two = rings.enter('a');
  say('a', 9);
  say('b', 2);
  expect([one.ring.newest(), one.ring.since(8)?.length, one.ring.since(7)]).toEqual([9, 1, null]);
  one.leave();
  one.leave();
  now = 100_000;
  say('a', 10);
  expect(two.ring.newest()).toBe(10);
  two.leave();
  now = 150_000;
  say('a', 11);
  expect(rings.enter('a').ring).toBe(two.ring);
  rings.enter('b').leave();
  now = 300_000;
  say('b', 3);
  expect([rings.size(), rings.enter('b').ring.newest()]).toEqual([1, 3]);
});
