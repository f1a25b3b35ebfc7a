import { expect, it } from 'vitest';
import type { DisputeCard, StreamerFrame } from '../../../shared/api/views.ts';
import { createRing } from './ring.ts';
import { shownCards, streamerFeed } from './streamer-feed.ts';

const card = (id: string, at: number): DisputeCard => ({
  id,
  roomId: 'room',
  at,
  updatedAt: at,
  topic: 'refund',
  text: { zh: '', en: '' },
  status: 'seen',
  steps: [],
});

/** A streamer's page over a clock that moves only when the feed sleeps. */
function rig(delayMs: number) {
  const ring = createRing<{ readonly cardId: string; readonly at: number }>(100, 0);
  const cards = new Map<string, DisputeCard & { readonly concerns: boolean }>();
  const stop = new AbortController();
  const rig = {
    now: 1_000_000,
    delayMs,
    /** Something happens at each turn of the clock, as in a busy room. */
    onSleep: (): void => undefined,
    happen(id: string, concerns = true): void {
      cards.set(id, { ...card(id, cards.get(id)?.at ?? rig.now), concerns });
      ring.push([{ cardId: id, at: rig.now }]);
    },
    source: {
      epoch: 'e',
      ring,
      roomName: 'r',
      cards: () => [...cards.values()].filter((each) => each.concerns),
      card: (id: string) => cards.get(id) ?? null,
      delayMs: () => rig.delayMs,
      room: async () => undefined,
      sleep: async (ms: number) => {
        rig.now += ms;
        rig.onSleep();
      },
      now: () => rig.now,
    },
    feed: () => streamerFeed(rig.source, undefined, stop.signal),
  };
  return rig;
}

const ids = (told: IteratorResult<StreamerFrame, unknown>): readonly string[] =>
  told.done === true ? [] : told.value.cards.map((each) => each.id);

it('shows what was not due when the page opened in its turn, not never', async () => {
  const test = rig(60_000);
  test.happen('old');
  test.now += 60_000;
  test.happen('young');
  test.now += 10_000;
  const feed = test.feed();
  expect(ids(await feed.next())).toEqual(['old']);
  expect(shownCards(test.source).map((each) => each.id)).toEqual(['old']);
  expect(ids(await feed.next())).toEqual(['young']);
  expect(test.now).toBe(1_000_000 + 120_000);
});

it('a busy room does not put off what is due', async () => {
  const test = rig(30_000);
  const feed = test.feed();
  await feed.next();
  test.happen('first');
  let more = 0;
  test.onSleep = () => {
    more += 1;
    test.happen(`later-${more}`);
  };
  expect(ids(await feed.next())).toEqual(['first']);
  expect(test.now).toBe(1_000_000 + 30_000);
});

it('a shorter delay counts from the next second on', async () => {
  const test = rig(600_000);
  const feed = test.feed();
  await feed.next();
  test.happen('one');
  test.onSleep = () => {
    test.delayMs = 0;
  };
  expect(ids(await feed.next())).toEqual(['one']);
  expect(test.now).toBe(1_001_000);
});

it('what turned out to be nothing is told of a card that was shown, and of no other', async () => {
  const test = rig(0);
  test.happen('shown');
  const feed = test.feed();
  expect(ids(await feed.next())).toEqual(['shown']);
  test.happen('shown', false);
  test.happen('never', false);
  expect((await feed.next()).value?.cards).toEqual([card('shown', 1_000_000)]);
});
