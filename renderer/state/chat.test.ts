import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChatFrame, ChatRow } from '../../shared/api/views.ts';
import { chatRow } from '../testing/samples.ts';
import { applyChat, type ChatState, EMPTY_CHAT, KEEP_ROWS } from './chat.ts';

const snapshot = (offset: number, rows: readonly ChatRow[], reset = false, epoch = 'a'): ChatFrame => ({
  kind: 'snapshot',
  position: { epoch, offset },
  rows,
  reset,
});
const batch = (offset: number, rows: readonly ChatRow[], thinned = 0, epoch = 'a'): ChatFrame => ({
  kind: 'batch',
  position: { epoch, offset },
  rows,
  thinned,
});
const shown = (state: ChatState | 'resync') =>
  state === 'resync'
    ? state
    : { ids: state.rows.map((row) => row.id), at: state.position?.offset, received: state.received };
const rows = (...offsets: readonly number[]) => offsets.map((offset) => chatRow(offset));

describe('chat frames', () => {
  it.each<[string, readonly ChatFrame[], unknown]>([
    ['a snapshot', [snapshot(2, rows(1, 2))], { ids: ['e1', 'e2'], at: 2, received: 0 }],
    [
      'then batches',
      [snapshot(1, rows(1)), batch(3, rows(2, 3))],
      { ids: ['e1', 'e2', 'e3'], at: 3, received: 2 },
    ],
    [
      'a batch told twice',
      [snapshot(1, rows(1)), batch(2, rows(2)), batch(2, rows(2))],
      { ids: ['e1', 'e2'], at: 2, received: 1 },
    ],
    ['a batch told late', [snapshot(3, rows(3)), batch(2, rows(2))], { ids: ['e3'], at: 3, received: 0 }],
    [
      'an overlapping batch',
      [snapshot(2, rows(1, 2)), batch(4, rows(2, 3, 4))],
      { ids: ['e1', 'e2', 'e3', 'e4'], at: 4, received: 2 },
    ],
    [
      'rows out of order',
      [snapshot(0, []), batch(3, rows(3, 1, 2))],
      { ids: ['e1', 'e2', 'e3'], at: 3, received: 3 },
    ],
    ['a batch before any snapshot', [batch(1, rows(1))], 'resync'],
    ['a batch of another epoch', [snapshot(1, rows(1)), batch(2, rows(2), 0, 'b')], 'resync'],
    [
      'history lost',
      [snapshot(2, rows(1, 2)), snapshot(90, rows(89, 90), true)],
      { ids: ['e89', 'e90'], at: 90, received: 0 },
    ],
    [
      'a snapshot that continues',
      [snapshot(2, rows(1, 2)), snapshot(3, rows(2, 3))],
      { ids: ['e1', 'e2', 'e3'], at: 3, received: 1 },
    ],
  ])('%s', (_, frames, expected) => {
    expect(shown(applyChat(EMPTY_CHAT, frames))).toEqual(expected);
  });

  it('replaces a row in its place when it is told again', () => {
    const state = applyChat(EMPTY_CHAT, [
      snapshot(2, rows(1, 2)),
      batch(3, [chatRow(3, 't1', { id: 'e1', deleted: true })]),
    ]);
    expect(state !== 'resync' && state.rows.map((row) => [row.id, row.offset, row.deleted === true])).toEqual(
      [
        ['e1', 1, true],
        ['e2', 2, false],
      ],
    );
  });

  it('counts what was thinned once, what was not told after a long absence, and resets', () => {
    const state = applyChat(EMPTY_CHAT, [
      snapshot(1, rows(1)),
      batch(9, rows(9), 7),
      batch(9, rows(9), 7),
      { kind: 'snapshot', position: { epoch: 'a', offset: 20 }, rows: rows(20), reset: true, skipped: 10 },
    ]);
    expect(state !== 'resync' && [state.thinned, state.resets]).toEqual([17, 1]);
  });

  it('keeps the newest rows only', () => {
    const many = Array.from({ length: KEEP_ROWS + 50 }, (_, index) => chatRow(index + 1));
    const state = applyChat(EMPTY_CHAT, [snapshot(0, []), batch(many.length, many)]);
    expect(state !== 'resync' && [state.rows.length, state.rows[0]?.id]).toEqual([KEEP_ROWS, 'e51']);
  });

  it('shows every row once over any disconnects, repeats and resumes', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            size: fc.integer({ min: 1, max: 9 }),
            again: fc.boolean(),
            back: fc.integer({ min: 0, max: 5 }),
          }),
          { maxLength: 60 },
        ),
        (steps) => {
          let state: ChatState = { ...EMPTY_CHAT, position: { epoch: 'a', offset: 0 } };
          let offset = 0;
          for (const step of steps) {
            // A server that resumes a little before the known position, as one does that counts in batches.
            const from = Math.max(0, offset - step.back);
            offset += step.size;
            const frame = batch(offset, rows(...range(from + 1, offset)));
            const next = applyChat(state, step.again ? [frame, frame] : [frame]);
            if (next === 'resync') throw new Error('resync');
            state = next;
          }
          expect(state.rows.map((row) => row.offset)).toEqual(range(1, offset));
          expect(state.received).toBe(offset);
        },
      ),
      { numRuns: 100 },
    );
  });
});

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
}
