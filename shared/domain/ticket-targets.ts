import type { Calendar } from './business-time.ts';
import {
  type ClockTerms,
  meetClock,
  noticeMissed,
  pauseClock,
  reopenClock,
  resumeClock,
  retermClock,
  startClock,
} from './target-clock.ts';
import { TARGETS, type TargetClock, type TargetName, type Ticket } from './ticket.ts';
import type { TargetPolicy, TicketDesk } from './ticket-desk.ts';

type Clocks = NonNullable<Ticket['targets']>;
const MINUTE_MS = 60_000;

/** What moves a ticket's clocks, beside its own fields. */
export type TargetCause =
  /** Nothing but the change of its fields. */
  | 'changed'
  /** Somebody of the desk answered: a reply, progress, or taking it out of `new`. */
  | 'answered'
  /** The viewer said more: the next answer is due. */
  | 'asked';

/** The promises of a department. */
export function policyOf(desk: TicketDesk, department: string): TargetPolicy {
  return desk.departments.find((each) => each.name === department)?.targets ?? desk.targets;
}

/** The clocks of a ticket that begins now. */
export function openTargets(ticket: Ticket, policy: TargetPolicy, now: number): Ticket {
  const clocks: Clocks = {
    ...startOf('firstResponse', ticket, policy, now),
    ...startOf('resolution', ticket, policy, now),
  };
  return withClocks(ticket, isStill(ticket, policy) ? everyClock(clocks, policy.hours, now) : clocks);
}

/**
 * The ticket with its clocks after a change: `before` is what it was, under `was`; `after` what it is, under
 * `policy`. Pure: the moment it is called with decides, not how often.
 */
export function moveTargets(
  before: Ticket,
  after: Ticket,
  was: TargetPolicy,
  policy: TargetPolicy,
  cause: TargetCause,
  now: number,
): Ticket {
  if (after.targets === undefined) return after;
  let clocks: Clocks = { ...after.targets };
  if (was !== policy || before.priority !== after.priority)
    clocks = mapClocks(clocks, (clock, name) => {
      const terms = termsOf(name, after, policy);
      return terms === null ? meetClock(clock, was.hours, now) : retermClock(clock, was.hours, terms, now);
    });
  // A merged ticket's clocks stand still, so that it can be taken back as it was.
  if (after.mergedInto !== undefined)
    return withClocks(
      after,
      mapClocks(clocks, (clock) =>
        clock.metAt === undefined ? pauseClock(clock, policy.hours, now) : clock,
      ),
    );
  const done = isDone(after);
  const wasDone = before.mergedInto === undefined ? isDone(before) : done;
  if (done && !wasDone) return withClocks(after, mapClocks(clocks, meeting(policy.hours, now)));
  if (!done && wasDone) clocks = reopened(clocks, after, policy, now);
  if (done) return withClocks(after, clocks);
  const answered = cause === 'answered' || (before.state === 'new' && after.state !== 'new');
  if (answered) {
    const { firstResponse, nextResponse } = clocks;
    clocks = {
      ...clocks,
      ...(firstResponse === undefined ? {} : { firstResponse: meetClock(firstResponse, policy.hours, now) }),
      ...(nextResponse === undefined ? {} : { nextResponse: meetClock(nextResponse, policy.hours, now) }),
    };
  }
  const waits = clocks.nextResponse !== undefined && clocks.nextResponse.metAt === undefined;
  // A viewer who asks twice is answered once: the older question's time counts.
  const owesFirst = clocks.firstResponse !== undefined && clocks.firstResponse.metAt === undefined;
  if (cause === 'asked' && !waits && !owesFirst)
    clocks = { ...clocks, ...startOf('nextResponse', after, policy, now) };
  const still = isStill(after, policy);
  return withClocks(
    after,
    mapClocks(clocks, (clock, name) => {
      if (clock.metAt !== undefined) return clock;
      if (still) return pauseClock(clock, policy.hours, now);
      const terms = termsOf(name, after, policy);
      return terms === null ? clock : resumeClock(clock, terms, now);
    }),
  );
}

/** A warning or a miss that was noticed just now. */
export interface Noticed {
  readonly name: TargetName;
  readonly kind: 'warning' | 'breached';
  /** When it was due, or the warning's time; epoch ms. */
  readonly at: number;
}

/** Notes what has come due; the same ticket and nothing where nothing has. */
export function noticeTargets(
  ticket: Ticket,
  now: number,
): { readonly ticket: Ticket; readonly noticed: readonly Noticed[] } {
  if (ticket.targets === undefined) return { ticket, noticed: [] };
  const noticed: Noticed[] = [];
  const clocks = mapClocks(ticket.targets, (clock, name) => {
    const seen = noticeMissed(clock, now);
    if (seen.breachedAt !== undefined && clock.breachedAt === undefined)
      noticed.push({ name, kind: 'breached', at: seen.breachedAt });
    else if (seen.warnedAt !== undefined && clock.warnedAt === undefined)
      noticed.push({ name, kind: 'warning', at: seen.warnedAt });
    return seen;
  });
  return noticed.length === 0 ? { ticket, noticed } : { ticket: withClocks(ticket, clocks), noticed };
}

/** Whether a running target was missed, or else its warning given. */
export function targetState(ticket: Ticket, now: number): 'breached' | 'warned' | 'fine' {
  let worst: 'breached' | 'warned' | 'fine' = 'fine';
  for (const name of TARGETS) {
    const clock = ticket.targets?.[name];
    if (clock === undefined || clock.metAt !== undefined) continue;
    const seen = noticeMissed(clock, now);
    if (seen.breachedAt !== undefined) return 'breached';
    if (seen.warnedAt !== undefined) worst = 'warned';
  }
  return worst;
}

function isDone(ticket: Ticket): boolean {
  return ticket.state === 'solved' || ticket.state === 'closed';
}

function isStill(ticket: Ticket, policy: TargetPolicy): boolean {
  return policy.pauseWhilePending && ticket.state === 'pending';
}

/** A solved ticket that is opened again owes its solution, and an answer. */
function reopened(clocks: Clocks, ticket: Ticket, policy: TargetPolicy, now: number): Clocks {
  const terms = termsOf('resolution', ticket, policy);
  const { resolution } = clocks;
  return {
    ...clocks,
    ...startOf('nextResponse', ticket, policy, now),
    ...(resolution === undefined || terms === null
      ? {}
      : { resolution: reopenClock(resolution, { ...terms, targetMs: resolution.targetMs }, now) }),
  };
}

function startOf(name: TargetName, ticket: Ticket, policy: TargetPolicy, now: number): Clocks {
  const terms = termsOf(name, ticket, policy);
  return terms === null ? {} : { [name]: startClock(terms, now) };
}

function termsOf(name: TargetName, ticket: Ticket, policy: TargetPolicy): ClockTerms | null {
  const minutes = policy.times[ticket.priority][name];
  return minutes === 0
    ? null
    : { targetMs: minutes * MINUTE_MS, calendar: policy.hours, warnPercent: policy.warnPercent };
}

function meeting(calendar: Calendar, now: number): (clock: TargetClock) => TargetClock {
  return (clock) => meetClock(clock, calendar, now);
}

function everyClock(clocks: Clocks, calendar: Calendar, now: number): Clocks {
  return mapClocks(clocks, (clock) => pauseClock(clock, calendar, now));
}

function mapClocks(clocks: Clocks, change: (clock: TargetClock, name: TargetName) => TargetClock): Clocks {
  const made: { -readonly [K in TargetName]?: TargetClock } = {};
  for (const name of TARGETS) {
    const clock = clocks[name];
    if (clock !== undefined) made[name] = change(clock, name);
  }
  return made;
}

function withClocks(ticket: Ticket, targets: Clocks): Ticket {
  const due = TARGETS.flatMap((name) => targets[name]?.dueAt ?? []);
  const { dueAt: _, ...rest } = ticket;
  return { ...rest, targets, ...(due.length === 0 ? {} : { dueAt: Math.min(...due) }) };
}
