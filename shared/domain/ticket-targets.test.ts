import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from './actor.ts';
import type { TargetClock, TargetName, Ticket } from './ticket.ts';
import { DEFAULT_TARGETS, type TargetPolicy } from './ticket-desk.ts';
import { mergeTickets, unmergeTickets } from './ticket-merge.ts';
import { moveTargets, noticeTargets, openTargets, type TargetCause, targetState } from './ticket-targets.ts';

const MIN = 60_000;
const missing: TargetClock = { targetMs: 0, usedMs: 0, startedAt: 0 };
const T0 = Date.parse('2026-03-02T09:00:00Z');
const LIN: Actor = { kind: 'person', id: 'lin', name: '林' };
const policy: TargetPolicy = {
  ...DEFAULT_TARGETS,
  times: {
    ...DEFAULT_TARGETS.times,
    normal: { firstResponse: 30, nextResponse: 20, resolution: 200 },
    high: { firstResponse: 10, nextResponse: 0, resolution: 100 },
  },
};
const bare = (more: Partial<Ticket> = {}): Ticket => ({
  id: 't',
  number: 1,
  roomId: 'room',
  title: 't',
  category: 'other',
  state: 'new',
  department: '客服',
  priority: 'normal',
  createdBy: LIN,
  createdAt: T0,
  updatedAt: T0,
  context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
  notes: [],
  version: 1,
  ...more,
});
const move = (
  ticket: Ticket,
  change: Partial<Ticket>,
  cause: TargetCause,
  at: number,
  to: TargetPolicy = policy,
): Ticket => moveTargets(ticket, { ...ticket, ...change }, policy, to, cause, at);
/** Minutes after the start at which each clock is due, or how it stands. */
const view = (ticket: Ticket): Readonly<Partial<Record<TargetName, number | string>>> =>
  Object.fromEntries(
    Object.entries(ticket.targets ?? {}).map(([name, clock = missing]) => {
      if (clock.metAt !== undefined) return [name, clock.breachedAt === undefined ? 'met' : 'late'];
      return [name, clock.runningSince === undefined ? 'still' : ((clock.dueAt ?? 0) - T0) / MIN];
    }),
  );
const fresh = openTargets(bare(), policy, T0);

describe('a ticket’s promises', () => {
  const at = (minutes: number): number => T0 + minutes * MIN;
  const answered = move(fresh, {}, 'answered', at(10));
  const open = move(answered, { state: 'open' }, 'changed', at(10));
  const solved = move(open, { state: 'solved' }, 'changed', at(50));
  it.each([
    ['opened', fresh, { firstResponse: 30, resolution: 200 }],
    [
      'opened pending',
      openTargets(bare({ state: 'pending' }), policy, T0),
      { firstResponse: 'still', resolution: 'still' },
    ],
    [
      'opened with a priority that has no next response',
      openTargets(bare({ priority: 'high' }), policy, T0),
      { firstResponse: 10, resolution: 100 },
    ],
    ['answered', answered, { firstResponse: 'met', resolution: 200 }],
    ['answered too late', move(fresh, {}, 'answered', at(31)), { firstResponse: 'late', resolution: 200 }],
    [
      'a question before the first answer starts nothing',
      move(fresh, {}, 'asked', at(5)),
      { firstResponse: 30, resolution: 200 },
    ],
    ['asked', move(open, {}, 'asked', at(15)), { firstResponse: 'met', nextResponse: 35, resolution: 200 }],
    [
      'asked twice',
      move(move(open, {}, 'asked', at(15)), {}, 'asked', at(30)),
      { firstResponse: 'met', nextResponse: 35, resolution: 200 },
    ],
    [
      'asked and answered',
      move(move(open, {}, 'asked', at(15)), {}, 'answered', at(30)),
      { firstResponse: 'met', nextResponse: 'met', resolution: 200 },
    ],
    [
      'pending',
      move(open, { state: 'pending' }, 'changed', at(20)),
      { firstResponse: 'met', resolution: 'still' },
    ],
    [
      'pending for an hour',
      move(move(open, { state: 'pending' }, 'changed', at(20)), { state: 'open' }, 'changed', at(80)),
      { firstResponse: 'met', resolution: 260 },
    ],
    ['solved', solved, { firstResponse: 'met', resolution: 'met' }],
    [
      'solved and opened again',
      move(solved, { state: 'open' }, 'changed', at(100)),
      { firstResponse: 'met', nextResponse: 120, resolution: 250 },
    ],
    [
      'closed after it was solved',
      move(solved, { state: 'closed' }, 'changed', at(60)),
      { firstResponse: 'met', resolution: 'met' },
    ],
    [
      'made urgent',
      move(fresh, { priority: 'high' }, 'changed', at(4)),
      { firstResponse: 10, resolution: 100 },
    ],
    [
      'with a policy that promises nothing any more',
      move(fresh, {}, 'changed', at(4), {
        ...policy,
        times: { ...policy.times, normal: { firstResponse: 0, nextResponse: 0, resolution: 0 } },
      }),
      { firstResponse: 'met', resolution: 'met' },
    ],
  ])('%s', (_, ticket, expected) => {
    expect(view(ticket)).toEqual(expected);
  });

  it('a merge stops the clocks, and taking it back lets them go on as they were', () => {
    const merged = mergeTickets(bare({ id: 's', number: 2 }), open, LIN, at(40));
    if (!merged.ok) throw new Error(merged.fault.code);
    const stopped = moveTargets(open, merged.value.other, policy, policy, 'changed', at(40));
    const back = unmergeTickets(merged.value.survivor, stopped, at(90));
    if (!back.ok) throw new Error(back.fault.code);
    const again = moveTargets(stopped, back.value.other, policy, policy, 'changed', at(90));
    expect([view(stopped), view(again)]).toEqual([
      { firstResponse: 'met', resolution: 'still' },
      { firstResponse: 'met', resolution: 250 },
    ]);
  });

  it('each warning and miss is noticed once, with the moment it was due', () => {
    const first = noticeTargets(fresh, at(25));
    const same = noticeTargets(first.ticket, at(26));
    const missed = noticeTargets(first.ticket, at(300));
    expect([first.noticed, same.noticed, missed.noticed, targetState(missed.ticket, at(300))]).toEqual([
      [{ name: 'firstResponse', kind: 'warning', at: at(24) }],
      [],
      [
        { name: 'firstResponse', kind: 'breached', at: at(30) },
        { name: 'resolution', kind: 'breached', at: at(200) },
      ],
      'breached',
    ]);
  });
});

describe('whatever happens to a ticket', () => {
  const step = fc.record({
    state: fc.constantFrom('new', 'open', 'pending', 'solved' as const),
    cause: fc.constantFrom('changed', 'answered', 'asked' as const),
    priority: fc.constantFrom('normal', 'high' as const),
    after: fc.integer({ min: 0, max: 60 }).map((minutes) => minutes * MIN),
  });

  it('how often it is looked at changes nothing, `dueAt` is the soonest that runs, and time used never shrinks', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 15 }), (steps) => {
        let seldom = fresh;
        let often = fresh;
        let now = T0;
        for (const { state, cause, priority, after } of steps) {
          for (let look = now; look < now + after; look += 7 * MIN) often = noticeTargets(often, look).ticket;
          now += after;
          const used = seldom.targets?.resolution?.usedMs ?? 0;
          seldom = move(seldom, { state, priority }, cause, now);
          often = move(often, { state, priority }, cause, now);
          const due = Object.values(seldom.targets ?? {}).flatMap((clock) => clock?.dueAt ?? []);
          expect(seldom.dueAt).toBe(due.length === 0 ? undefined : Math.min(...due));
          expect((seldom.targets?.resolution?.usedMs ?? 0) >= used).toBe(true);
          if (state === 'solved' || state === 'pending') expect(due).toEqual([]);
        }
        expect(noticeTargets(often, now).ticket).toEqual(noticeTargets(seldom, now).ticket);
      }),
      { numRuns: 200 },
    );
  });
});
