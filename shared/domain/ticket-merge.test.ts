import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import type { Ticket, TicketLink, TicketNote } from './ticket.ts';
import { linkKey, linksOf } from './ticket-links.ts';
import { mergeTickets, splitTicket, unmergeTickets } from './ticket-merge.ts';

const LIN: Actor = { kind: 'person', id: 'lin', name: '林' };
const note = (id: string, at = 1): TicketNote => ({ id, at, by: LIN, kind: 'note', text: id });
const link = (id: string, kind: TicketLink['kind'] = 'order'): TicketLink => ({
  kind,
  id,
  title: id,
  at: 1,
  by: LIN,
});
const ticket = (id: string, more: Partial<Ticket> = {}): Ticket => ({
  id,
  number: id.charCodeAt(0),
  roomId: 'room',
  title: id,
  category: 'other',
  state: 'open',
  department: '客服',
  priority: 'normal',
  createdBy: LIN,
  createdAt: 1,
  updatedAt: 1,
  context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
  notes: [],
  links: [],
  merged: [],
  version: 1,
  ...more,
});
const A = ticket('a', { notes: [note('a1', 1), note('a2', 5)], links: [link('o1'), link('both')] });
const B = ticket('b', {
  state: 'pending',
  notes: [note('b1', 3)],
  links: [link('both')],
  conversationId: 'talk',
  context: { ...A.context, flagIds: ['f1'] },
});

describe('merging', () => {
  it('carries notes and links, each once, and points to the survivor', () => {
    const done = mergeTickets(A, B, LIN, 9);
    if (!done.ok) throw new Error(done.fault.code);
    const { survivor, other } = done.value;
    expect([
      survivor.notes.map((each) => [each.id, each.from]),
      survivor.links?.map((each) => [linkKey(each), each.from]),
      survivor.merged?.map((each) => each.ticketId),
      [other.state, other.mergedInto?.ticketId, other.mergedInto?.state],
    ]).toEqual([
      [
        ['a1', undefined],
        ['b1', 'b'],
        ['a2', undefined],
      ],
      [
        ['order:o1', undefined],
        ['order:both', undefined],
        ['conversation:talk', 'b'],
        ['flag:f1', 'b'],
      ],
      ['b'],
      ['closed', 'a', 'pending'],
    ]);
  });

  it('keeps what was put on the survivor since, when it is taken back', () => {
    const merged = mergeTickets(A, B, LIN, 9);
    if (!merged.ok) throw new Error(merged.fault.code);
    const later = { ...merged.value.survivor, notes: [...merged.value.survivor.notes, note('later', 10)] };
    const back = unmergeTickets(later, merged.value.other, 11);
    expect(back.ok && [back.value.survivor.notes.map((each) => each.id), back.value.other.state]).toEqual([
      ['a1', 'a2', 'later'],
      'pending',
    ]);
  });

  it.each([
    ['itself', A, A, 'invalid'],
    ['another room', A, { ...B, roomId: 'other' }, 'invalid'],
    [
      'what was merged elsewhere',
      A,
      { ...B, mergedInto: { ticketId: 'z', number: 3, at: 1, by: LIN, state: 'new' } },
      'conflict',
    ],
    [
      'into what was merged',
      { ...A, mergedInto: { ticketId: 'z', number: 3, at: 1, by: LIN, state: 'new' } },
      B,
      'conflict',
    ],
  ] as const)('refuses %s', (_, survivor, other, code) => {
    const done = mergeTickets(survivor, other, LIN, 9);
    expect(done.ok ? 'merged' : done.fault.code).toBe(code);
  });
});

describe('splitting', () => {
  it('moves what is asked for, and each points to the other', () => {
    const done = splitTicket(A, ticket('n'), { noteIds: ['a2'], linkKeys: ['order:o1'] }, LIN, 9);
    expect(
      done.ok && [
        done.value.survivor.notes.map((each) => each.id),
        done.value.survivor.links?.map(linkKey),
        done.value.other.notes.map((each) => [each.id, each.from]),
        done.value.other.links?.map(linkKey),
        done.value.other.splitFrom,
      ],
    ).toEqual([['a1'], ['order:both', 'ticket:n'], [['a2', 'a']], ['ticket:a', 'order:o1'], 'a']);
  });

  it.each([
    ['a note that is not there', { noteIds: ['zz'], linkKeys: [] }, 'not_found'],
    ['a link that is not there', { noteIds: [], linkKeys: ['order:zz'] }, 'not_found'],
    ['nothing', { noteIds: [], linkKeys: [] }, 'invalid'],
  ])('refuses %s', (_, parts, code) => {
    const done = splitTicket(A, ticket('n'), parts, LIN, 9);
    expect(done.ok ? 'split' : done.fault.code).toBe(code);
  });
});

/** A desk of tickets on which anything may be tried. */
type Move =
  | { readonly kind: 'merge' | 'unmerge'; readonly into: number; readonly other: number }
  | { readonly kind: 'split'; readonly into: number; readonly note: number }
  | { readonly kind: 'note'; readonly into: number };
const index = fc.nat(5);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constantFrom('merge' as const, 'unmerge' as const), into: index, other: index }),
  fc.record({ kind: fc.constant('split' as const), into: index, note: fc.nat(5) }),
  fc.record({ kind: fc.constant('note' as const), into: index }),
);

function play(desk: readonly Ticket[], one: Move, step: number): readonly Ticket[] {
  const put = (...changed: readonly Ticket[]): readonly Ticket[] => {
    const known = new Set(desk.map((each) => each.id));
    const kept = desk.map((each) => changed.find((next) => next.id === each.id) ?? each);
    return [...kept, ...changed.filter((each) => !known.has(each.id))];
  };
  const into = desk[one.into % desk.length];
  if (into === undefined) return desk;
  if (one.kind === 'note')
    return into.mergedInto === undefined
      ? put({ ...into, notes: [...into.notes, note(`n${step}`, step + 10)] })
      : desk;
  if (one.kind === 'split') {
    const picked = into.notes[one.note % Math.max(1, into.notes.length)];
    if (picked === undefined) return desk;
    const parts = { noteIds: [picked.id], linkKeys: [] };
    const done = splitTicket(into, ticket(`s${step}`), parts, LIN, step);
    return done.ok ? put(done.value.survivor, done.value.other) : desk;
  }
  const other = desk[one.other % desk.length];
  if (other === undefined) return desk;
  const done =
    one.kind === 'merge' ? mergeTickets(into, other, LIN, step) : unmergeTickets(into, other, step);
  return done.ok ? put(done.value.survivor, done.value.other) : desk;
}

const things = (desk: readonly Ticket[]): ReadonlySet<string> =>
  new Set(desk.flatMap((each) => [...each.notes.map((one) => one.id), ...linksOf(each, LIN).map(linkKey)]));
const bare = ({ version: _, updatedAt: __, ...rest }: Ticket): object => rest;

describe('whatever is merged, taken back and split', () => {
  const start = [A, B, ticket('c', { notes: [note('c1', 2)], links: [link('o3')] }), ticket('d')];

  it('nothing is lost, and no note is twice in a ticket', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        let desk: readonly Ticket[] = start;
        let known = things(desk);
        for (const [step, one] of moves.entries()) {
          desk = play(desk, one, step);
          const now = things(desk);
          expect([...known].filter((thing) => !now.has(thing))).toEqual([]);
          known = now;
          for (const each of desk) expect(new Set(each.notes.map((n) => n.id)).size).toBe(each.notes.length);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('merging twice is merging once, and taking back everything gives what was', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2 }), (order) => {
        const pairs = order.slice(1).map((other, at) => [order[at] ?? 0, other] as const);
        let desk: readonly Ticket[] = start;
        // From the end, so that what is merged brings along what was merged into it.
        for (const [into, other] of pairs.toReversed()) {
          desk = play(desk, { kind: 'merge', into, other }, 50);
          expect(play(desk, { kind: 'merge', into, other }, 60)).toEqual(desk);
        }
        for (const [into, other] of pairs) desk = play(desk, { kind: 'unmerge', into, other }, 70);
        expect(desk.map(bare)).toEqual(start.map(bare));
      }),
    );
  });
});
