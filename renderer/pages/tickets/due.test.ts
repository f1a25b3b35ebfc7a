import { describe, expect, it } from 'vitest';
import type { TargetClock } from '../../../shared/domain/ticket.ts';
import { dateText, fromDateText } from '../parts/tickets/field-text.ts';
import { duesOf, mostUrgent } from './due.ts';
import { takeTickets } from './use-tickets.ts';

const clock = (more: Partial<TargetClock>): TargetClock => ({
  targetMs: 100,
  usedMs: 0,
  startedAt: 0,
  runningSince: 0,
  ...more,
});

describe('what is due', () => {
  it.each<[string, Partial<TargetClock>, string, number | undefined]>([
    ['running', { dueAt: 100, warnAt: 80 }, 'running', 90],
    ['close', { dueAt: 15, warnAt: 8 }, 'warned', 5],
    ['missed', { dueAt: 5, warnAt: 4, breachedAt: 5 }, 'breached', -5],
    ['met', { dueAt: 100, metAt: 9 }, 'met', 90],
  ])('%s', (_, more, state, leftMs) => {
    const [due] = duesOf({ targets: { firstResponse: clock(more) } }, 10);
    expect([due?.state, due?.leftMs]).toEqual([state, leftMs]);
  });

  it('looks at the missed one first, then at the soonest, never at one that stands', () => {
    const dues = duesOf(
      {
        targets: {
          firstResponse: clock({ dueAt: 50, metAt: 3 }),
          nextResponse: clock({ dueAt: 40 }),
          resolution: clock({ dueAt: 30 }),
        },
      },
      10,
    );
    expect([mostUrgent(dues)?.name, mostUrgent([])]).toEqual(['resolution', undefined]);
  });
});

describe('fields and feeds', () => {
  it('writes a moment and reads it back; nonsense is none', () => {
    const at = new Date(2026, 8, 3, 20, 14).getTime();
    expect([dateText(at), fromDateText(dateText(at)), fromDateText(''), fromDateText('x')]).toEqual([
      '2026-09-03T20:14',
      at,
      null,
      null,
    ]);
  });

  it('keeps notices until they are read; a snapshot begins anew', () => {
    const position = { epoch: 'e', offset: 1 };
    const notice = {
      id: 'n',
      to: 'me',
      at: 1,
      kind: 'mention',
      roomId: 'r',
      ticketId: 't',
      number: 1,
      title: '',
      text: '',
      by: { kind: 'person', id: 'a', name: 'a' },
    } as const;
    const told = takeTickets(
      { tickets: [], notices: [] },
      { kind: 'batch', position, tickets: [], notices: [notice] },
    );
    const read = takeTickets(told, {
      kind: 'batch',
      position,
      tickets: [],
      notices: [{ ...notice, readAt: 2 }],
    });
    const anew = takeTickets(told, { kind: 'snapshot', position, tickets: [], notices: [] });
    expect([told.notices.length, read.notices.length, anew.notices.length]).toEqual([1, 0, 0]);
  });
});
