import { describe, expect, it } from 'vitest';
import type { TicketLine } from '../../../shared/domain/ticket.ts';
import { contextLines, linesShown, offsetText, stillFilling } from './context.ts';
import { ticketFixture } from './ticket.fixture.ts';

const line = (eventId: string, at: number, personId?: string): TicketLine => ({
  eventId,
  at,
  kind: 'chat',
  name: '青柠',
  text: '退钱',
  ...(personId === undefined ? {} : { personId }),
});
const person = { id: 'demo:7', nativeId: '7', name: '青柠', actionable: true };
const ticket = (anchorEventId?: string) =>
  ticketFixture('t', {
    person,
    context: {
      lines: [line('c', 63_400), line('a', 48_000), line('b', 60_000, 'demo:7')],
      ...(anchorEventId === undefined ? {} : { anchorEventId }),
      gifts: [],
      totals: [],
      messages: 3,
      flagIds: [],
      actionIds: [],
      completeAt: 120_000,
    },
  });

describe('ticket context', () => {
  it.each([
    [
      'b',
      [
        ['a', '−12s', false, false],
        ['b', '', true, true],
        ['c', '+3s', false, false],
      ],
    ],
    [
      undefined,
      [
        ['a', '', false, false],
        ['b', '', false, true],
        ['c', '', false, false],
      ],
    ],
  ])('is in order around %s', (anchor, expected) => {
    const lines = contextLines(ticket(anchor));
    expect(lines.map((one) => [one.line.eventId, offsetText(one.offsetSec), one.anchor, one.theirs])).toEqual(
      expected,
    );
  });

  it('shows talk, only theirs, or everything', () => {
    const lines = contextLines(ticket('a')).map((one) =>
      one.line.eventId === 'c' ? { ...one, line: { ...one.line, kind: 'enter' } } : one,
    );
    const shown = (['talk', 'theirs', 'all'] as const).map((filter) =>
      linesShown(lines, filter)
        .map((one) => one.line.eventId)
        .join(''),
    );
    expect(shown).toEqual(['ab', 'ab', 'abc']);
  });

  it('tells how long lines are still coming', () => {
    expect([stillFilling(ticket(), 100_000), stillFilling(ticket(), 130_000)]).toEqual([20_000, 0]);
  });
});
