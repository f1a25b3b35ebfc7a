import { describe, expect, it } from 'vitest';
import { ticketFixture as ticket } from './ticket.fixture.ts';
import { FIRST_FILTER, listTickets, mergeTickets, stateCounts, type TicketFilter } from './ticket-list.ts';

const me = { kind: 'person', id: 'me', name: '我' } as const;
const all = [
  ticket('a', { number: 1, createdAt: 5 }),
  ticket('b', { number: 2, createdAt: 1, state: 'open', assignee: me, department: '财务' }),
  ticket('c', { number: 3, createdAt: 9, priority: 'urgent', roomId: 'r2' }),
  ticket('d', { number: 4, state: 'solved', updatedAt: 50 }),
  ticket('e', { number: 5, state: 'closed', updatedAt: 70, assignee: me }),
];

describe('ticket list', () => {
  it.each<[string, Partial<TicketFilter>, string]>([
    ['what is to be done', {}, 'c b a'],
    ['everything, finished last', { state: 'all' }, 'c b a e d'],
    ['one state', { state: 'solved' }, 'd'],
    ['mine', { state: 'all', assignee: 'me' }, 'b e'],
    ['nobody’s', { assignee: 'nobody' }, 'c a'],
    ['a department', { department: '财务' }, 'b'],
    ['a room', { roomId: 'r2' }, 'c'],
    ['a number', { text: '#3' }, 'c'],
  ])('%s', (_name, filter, expected) => {
    const listed = listTickets(all, { ...FIRST_FILTER, ...filter }, 'me', 100);
    expect(listed.map((one) => one.id).join(' ')).toBe(expected);
  });

  it('counts each state under the other filters', () => {
    expect([
      stateCounts(all, FIRST_FILTER, 'me', 100),
      stateCounts(all, { ...FIRST_FILTER, assignee: 'me' }, 'me', 100),
    ]).toEqual([
      { unfinished: 3, all: 5, new: 2, open: 1, solved: 1, closed: 1 },
      { unfinished: 1, all: 2, open: 1, closed: 1 },
    ]);
  });

  it('keeps the newest version of each', () => {
    const newer = ticket('a', { version: 2 });
    expect([mergeTickets([newer], [ticket('a')]), mergeTickets([ticket('a')], [newer])]).toEqual([
      [newer],
      [newer],
    ]);
  });
});
