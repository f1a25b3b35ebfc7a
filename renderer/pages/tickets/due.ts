import { clockState } from '../../../shared/domain/target-clock.ts';
import { TARGETS, type TargetClock, type TargetName, type Ticket } from '../../../shared/domain/ticket.ts';

/** One promise as it stands now. */
export interface Due {
  readonly name: TargetName;
  readonly state: ReturnType<typeof clockState>;
  /** Until it is due, ms; negative once it is missed; absent while the clock stands still. */
  readonly leftMs?: number | undefined;
}

/** Every promise of a ticket, in the order they are made. */
export function duesOf(ticket: Pick<Ticket, 'targets'>, now: number): readonly Due[] {
  return TARGETS.flatMap((name) => {
    const clock = ticket.targets?.[name];
    return clock === undefined ? [] : [dueOf(name, clock, now)];
  });
}

/** The promise to look at first: a missed one, else the soonest that runs; none where all stand or are met. */
export function mostUrgent(dues: readonly Due[]): Due | undefined {
  return dues
    .filter((due) => due.state === 'breached' || due.state === 'warned' || due.state === 'running')
    .toSorted((left, right) => (left.leftMs ?? 0) - (right.leftMs ?? 0))[0];
}

function dueOf(name: TargetName, clock: TargetClock, now: number): Due {
  const state = clockState(clock, now);
  const end = clock.breachedAt ?? clock.dueAt;
  return { name, state, ...(end === undefined ? {} : { leftMs: end - now }) };
}
