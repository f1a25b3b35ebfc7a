import { describe, expect, it } from 'vitest';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { boardOf, freshEscalations, moveSelection, RESOLVED_SHOWN, timerOf } from './board.ts';

const ann = { kind: 'person', id: 'ann', name: '安' } as const;
const bo = { kind: 'person', id: 'bo', name: '波' } as const;

function escalation(id: string, more: Partial<Escalation> = {}): Escalation {
  return {
    id,
    roomId: 'r1',
    severity: 'mid',
    summary: '要求退款',
    urgent: false,
    state: 'open',
    by: bo,
    createdAt: 1_000,
    dueAt: 61_000,
    updatedAt: 1_000,
    version: 1,
    ...more,
  };
}

const all = [
  escalation('late', { dueAt: 20_000 }),
  escalation('soon', { dueAt: 30_000, roomId: 'r2' }),
  escalation('urgent', { dueAt: 90_000, urgent: true }),
  escalation('mine', { state: 'taken', owner: ann, takenAt: 5_000 }),
  escalation('his', { state: 'taken', owner: bo, takenAt: 4_000, dueAt: 10 }),
  escalation('old', { state: 'resolved', owner: ann, resolvedAt: 7_000 }),
  escalation('new', { state: 'resolved', owner: ann, resolvedAt: 9_000 }),
];
const ids = (filter: Parameters<typeof boardOf>[1]) =>
  boardOf(all, filter).map((column) => column.cards.map((card) => card.id));

describe('escalation board', () => {
  it.each([
    [
      'all',
      {},
      [
        ['urgent', 'late', 'soon'],
        ['his', 'mine'],
        ['new', 'old'],
      ],
    ],
    ['one room', { roomId: 'r2' }, [['soon'], [], []]],
    ['mine and nobody’s', { mineOf: 'ann' }, [['urgent', 'late', 'soon'], ['mine'], ['new', 'old']]],
  ])('orders by need: %s', (_name, filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  it('keeps the resolved column short and says how many there are', () => {
    const many = Array.from({ length: RESOLVED_SHOWN + 3 }, (_, n) =>
      escalation(`e${n}`, { state: 'resolved', resolvedAt: n }),
    );
    const resolved = boardOf(many, {})[2];
    expect([resolved?.cards.length, resolved?.total, resolved?.cards[0]?.id]).toEqual([
      RESOLVED_SHOWN,
      RESOLVED_SHOWN + 3,
      `e${RESOLVED_SHOWN + 2}`,
    ]);
  });

  it.each([
    [null, 1, 'urgent'],
    ['urgent', 1, 'late'],
    ['soon', 1, 'his'],
    ['urgent', -1, 'urgent'],
    ['old', 1, 'old'],
    ['gone', -1, 'urgent'],
  ] as const)('moves from %s by %i', (from, step, to) => {
    expect(moveSelection(boardOf(all, {}), from, step)).toBe(to);
  });

  it('has nothing to select on an empty board', () => {
    expect(moveSelection(boardOf([], {}), null, 1)).toBeNull();
  });

  it.each([
    ['open in time', escalation('a'), 61_000, { ms: 60_000, late: false }],
    ['open late', escalation('a'), 61_001, { ms: 60_001, late: true }],
    [
      'taken is nobody’s delay',
      escalation('a', { state: 'taken', takenAt: 3_000 }),
      99_000,
      { ms: 96_000, late: false },
    ],
    [
      'resolved tells how long it took',
      escalation('a', { state: 'resolved', resolvedAt: 4_000 }),
      99_000,
      { ms: 3_000, late: false },
    ],
    ['clock behind', escalation('a'), 0, { ms: 0, late: false }],
  ])('timer: %s', (_name, one, now, expected) => {
    expect(timerOf(one, now)).toEqual(expected);
  });

  it('tells each new open escalation of others once', () => {
    const fresh = (seen: string[], me?: string) =>
      freshEscalations(new Set(seen), all, me).map((one) => one.id);
    expect([fresh([]), fresh(['late', 'soon']), fresh([], 'bo')]).toEqual([
      ['late', 'soon', 'urgent'],
      ['urgent'],
      [],
    ]);
  });
});
