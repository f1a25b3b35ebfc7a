import { expect, it } from 'vitest';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { createDesk } from '../desk.ts';
import { createFacts } from './facts.ts';

it('loads who spoke in one read, keeps their sums, and lets go of who was quiet', async () => {
  const memory = createMemoryStore();
  await memory.write([
    {
      op: 'events',
      rows: ['a', 'b', 'c'].map((user, at) => ({
        offset: at + 1,
        event: chatEvent({ key: user, user }),
        verdicts: [],
      })),
    },
  ]);
  const reads: number[] = [];
  const store: typeof memory = {
    ...memory,
    persons: (asked) => {
      reads.push(asked.length);
      return memory.persons(asked);
    },
  };
  const desk = await createDesk({ store, clock: { now: () => 1 } });
  const facts = createFacts({ store, desk, capacity: 4 });
  const known = (user: string) => facts.peek('room', `demo:${user}`)?.messages;
  const loaded = async () => {
    while (known('a') === undefined) await new Promise((next) => setImmediate(next));
  };

  expect(['a', 'b', 'c', 'a', 'nobody'].map(known)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
  await loaded();
  facts.observe(chatEvent({ key: 'a2', user: 'a' }));
  facts.observe(giftEvent({ key: 'a3', user: 'a', fen: 500 }));
  expect([
    reads,
    known('a'),
    known('nobody'),
    facts.peek('room', 'demo:a')?.totals.map((money) => ('amountMinor' in money ? money.amountMinor : '')),
  ]).toEqual([[4], 2, 0, ['500']]);
  for (const user of ['x', 'y', 'z', 'v', 'w']) known(user);
  while (known('w') === undefined) await new Promise((next) => setImmediate(next));
  expect(known('b')).toBe(undefined);
  expect((await facts.load('room', 'demo:b')).messages).toBe(1);
});

it('asks anew for who paid while they were asked for', async () => {
  const memory = createMemoryStore();
  const desk = await createDesk({ store: memory, clock: { now: () => 1 } });
  const facts = createFacts({ store: memory, desk });
  const known = (user: string) => facts.peek('room', `demo:${user}`);
  const gift = giftEvent({ key: '1', user: 'a', fen: 500 });
  known('a');
  known('b');
  facts.observe(gift);
  while (known('b') === undefined) await new Promise((next) => setImmediate(next));
  await memory.write([{ op: 'events', rows: [{ offset: 1, event: gift, verdicts: [] }] }]);
  while (known('a') === undefined) await new Promise((next) => setImmediate(next));
  expect(known('a')?.totals.map((money) => ('amountMinor' in money ? money.amountMinor : ''))).toEqual([
    '500',
  ]);
});
