import type { Ticket } from '../../../shared/domain/ticket.ts';

/** A ticket for tests, with what matters to the case. */
export function ticketFixture(id: string, more: Partial<Ticket> = {}): Ticket {
  return {
    id,
    number: 1,
    roomId: 'r1',
    title: '要求退款',
    category: 'dispute',
    state: 'new',
    department: '客服',
    priority: 'normal',
    createdBy: { kind: 'person', id: 'lin', name: '林' },
    createdAt: 0,
    updatedAt: 0,
    context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
    notes: [],
    version: 1,
    ...more,
  };
}
