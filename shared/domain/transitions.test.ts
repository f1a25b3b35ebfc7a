import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, ReceiptState } from './action.ts';
import { mayFollow, planUndo, withReceipt } from './action-transitions.ts';
import type { Actor } from './actor.ts';
import type { Flag } from './flag.ts';
import { type FlagCommand, nextFlag } from './flag-transitions.ts';
import type { Ticket, TicketState } from './ticket.ts';
import { changeTicket, nextTicketStates } from './ticket-transitions.ts';

const lin: Actor = { kind: 'person', id: 'lin', name: '林' };
const zhou: Actor = { kind: 'person', id: 'zhou', name: '周' };
const flag: Flag = {
  id: 'f',
  roomId: 'room',
  category: 'abuse',
  severity: 'high',
  state: 'open',
  members: [],
  memberCount: 1,
  bystanders: [],
  count: 1,
  evidence: [],
  reasons: [],
  score: 1,
  by: 'abuse@1',
  firstAt: 1,
  lastAt: 1,
  dueAt: 2,
  actionIds: [],
  ticketIds: [],
  updatedAt: 1,
  version: 1,
};
const claimed: Flag = { ...flag, state: 'claimed', claimedBy: lin };
const resolved: Flag = { ...flag, state: 'resolved', outcome: 'dismissed', resolvedBy: lin, resolvedAt: 1 };

describe('flags', () => {
  const cases: readonly (readonly [string, Flag, FlagCommand, boolean, string])[] = [
    ['claim an open one', flag, { kind: 'claim', by: lin }, false, 'claimed'],
    ['claim again by the same', claimed, { kind: 'claim', by: lin }, false, 'claimed'],
    ['claim from another', claimed, { kind: 'claim', by: zhou }, false, 'conflict'],
    ['claim from another as supervisor', claimed, { kind: 'claim', by: zhou }, true, 'claimed'],
    ['release own', claimed, { kind: 'release', by: lin }, false, 'open'],
    ['release another’s', claimed, { kind: 'release', by: zhou }, false, 'forbidden'],
    ['dismiss', flag, { kind: 'dismiss', by: lin, reason: 'joke' }, false, 'dismissed'],
    ['escalate', flag, { kind: 'escalate', by: lin, escalationId: 'e' }, false, 'escalated'],
    ['expire', flag, { kind: 'expire' }, false, 'expired'],
    ['act', flag, { kind: 'act', by: lin, actionIds: ['a'] }, false, 'actioned'],
    [
      'act on a resolved one only links',
      resolved,
      { kind: 'act', by: lin, actionIds: ['a'] },
      false,
      'dismissed',
    ],
    ['dismiss a resolved one', resolved, { kind: 'dismiss', by: zhou, reason: 'joke' }, false, 'conflict'],
    [
      'an appeal only links',
      resolved,
      { kind: 'appeal', by: zhou, conversationId: 'c', number: 7 },
      false,
      'dismissed',
    ],
    ['a ticket leaves it open', flag, { kind: 'ticket', by: lin, ticketId: 't' }, false, 'open'],
  ];
  it.each(cases)('%s', (_, before, command, force, expected) => {
    const next = nextFlag(before, command, 9, force);
    expect(next.ok ? (next.value.outcome ?? next.value.state) : next.fault.code).toBe(expected);
    if (next.ok) expect(next.value.version).toBe(before.version + 1);
  });
});

describe('actions', () => {
  const states: readonly ReceiptState[] = [
    'requested',
    'accepted',
    'confirmed',
    'contradicted',
    'unconfirmed',
    'failed',
  ];
  const action: Action = {
    id: 'a',
    roomId: 'room',
    kind: 'mute',
    actor: lin,
    requestedAt: 1,
    state: 'requested',
    receipts: [],
    undo: { possible: true },
  };

  it('never go back to requested or accepted, whatever receipts come in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...states), { maxLength: 12 }), (told) => {
        let now: Action = action;
        for (const state of told) {
          const next = withReceipt(now, { state, at: 1 });
          if (next === null) continue;
          expect(mayFollow(now.state, state)).toBe(true);
          expect(state).not.toBe('requested');
          if (now.state !== 'requested') expect(state).not.toBe('accepted');
          now = next;
        }
        expect(now.receipts.at(-1)?.state ?? 'requested').toBe(now.state);
      }),
    );
  });

  it.each([
    ['mute', true, 'unmute'],
    ['ban', true, 'unban'],
    ['delete', false, undefined],
    ['warn', false, undefined],
    ['say', false, undefined],
    ['unmute', false, undefined],
    ['slow_mode', true, 'slow_mode'],
  ] as const)('%s: possible %s, by %s', (kind, possible, inverse) => {
    const plan = planUndo(kind, { slowSec: 3, reversible: true });
    expect([plan.possible, plan.inverse]).toEqual([possible, inverse]);
    if (!plan.possible) expect(plan.note?.zh).not.toBe('');
  });

  it('puts a mode back to what it was', () => {
    expect(planUndo('slow_mode', { slowSec: 30, reversible: true }).value).toBe(30);
    expect(planUndo('room_mute', { roomMute: true, reversible: true }).value).toBe(1);
  });
});

describe('tickets', () => {
  const ticket: Ticket = {
    id: 't',
    number: 1,
    roomId: 'room',
    title: 'x',
    category: 'dispute',
    state: 'new',
    department: '财务',
    priority: 'high',
    createdBy: lin,
    createdAt: 1,
    updatedAt: 1,
    context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
    notes: [],
    version: 1,
  };
  const all: readonly TicketState[] = ['new', 'open', 'pending', 'solved', 'closed'];
  const table = all.flatMap((from) =>
    all.filter((to) => to !== from).map((to) => [from, to, nextTicketStates(from).includes(to)] as const),
  );
  it.each(table)('%s → %s: %s', (from, to, allowed) => {
    const changed = changeTicket({ ...ticket, state: from, resolution: '已退' }, { state: to }, 5);
    expect(changed.ok).toBe(allowed);
  });
  it('needs words to be solved', () => {
    const changed = changeTicket(ticket, { state: 'solved' }, 5);
    expect(changed.ok ? 'ok' : changed.fault.detail).toBe('resolution');
  });
});
