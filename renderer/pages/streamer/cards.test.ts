import { describe, expect, it } from 'vitest';
import type { DisputeCard } from '../../../shared/api/views.ts';
import { DONE_MS, mergeCards, QUIET_MS, shownCards } from './cards.ts';

function card(id: string, more: Partial<DisputeCard> = {}): DisputeCard {
  return {
    id,
    roomId: 'r',
    at: 1_000,
    updatedAt: 1_000,
    topic: 'refund',
    text: { zh: '有观众想退礼物', en: 'A viewer asks for a gift back' },
    status: 'seen',
    steps: [],
    ...more,
  };
}

describe('dispute cards', () => {
  it('keeps the newer of two versions, whichever comes first', () => {
    const newer = card('a', { updatedAt: 2_000, status: 'handled' });
    expect([mergeCards([card('a')], [newer]), mergeCards([newer], [card('a')])]).toEqual([[newer], [newer]]);
  });

  it('shows unfinished, newest first, then the newest finished for a while', () => {
    const now = 10_000_000;
    const done = (id: string, age: number) => card(id, { status: 'done', updatedAt: now - age });
    const shown = shownCards(
      [
        card('early', { at: 2_000, updatedAt: now }),
        card('late', { at: 9_000, updatedAt: now - QUIET_MS }),
        card('quiet', { updatedAt: now - QUIET_MS - 1 }),
        card('worked on', { status: 'ticket', at: 1 }),
        done('d1', 1_000),
        done('d2', 500),
        done('d3', 2_000),
        done('d4', 3_000),
        done('gone', DONE_MS + 1),
      ],
      now,
    );
    expect([shown.active.map((one) => one.id), shown.done.map((one) => one.id)]).toEqual([
      ['late', 'early', 'worked on'],
      ['d2', 'd1', 'd3'],
    ]);
  });
});
