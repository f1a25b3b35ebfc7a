import { afterOpenMs, type Calendar, openMsBetween } from './business-time.ts';
import type { TargetClock } from './ticket.ts';

/** What a clock goes by. */
export interface ClockTerms {
  /** Open time there is, ms. */
  readonly targetMs: number;
  readonly calendar: Calendar;
  /** Share of the target at which a warning is given, percent. */
  readonly warnPercent: number;
}

/** A clock that begins now. */
export function startClock(terms: ClockTerms, now: number): TargetClock {
  return running({ targetMs: terms.targetMs, usedMs: 0, startedAt: now }, terms, now);
}

/** Stands still from now on; what was missed until now stays missed. */
export function pauseClock(clock: TargetClock, calendar: Calendar, now: number): TargetClock {
  const { runningSince, dueAt: _, warnAt: __, ...rest } = noticeMissed(clock, now);
  if (runningSince === undefined) return clock;
  return { ...rest, usedMs: clock.usedMs + openMsBetween(calendar, runningSince, now) };
}

/** Goes on from now. A clock that was met or runs already stays as it is. */
export function resumeClock(clock: TargetClock, terms: ClockTerms, now: number): TargetClock {
  if (clock.metAt !== undefined || clock.runningSince !== undefined) return clock;
  return running(clock, { ...terms, targetMs: clock.targetMs }, now);
}

/** Met: it stands for good. */
export function meetClock(clock: TargetClock, calendar: Calendar, now: number): TargetClock {
  if (clock.metAt !== undefined) return clock;
  return { ...pauseClock(clock, calendar, now), metAt: now };
}

/** Goes on although it was met: what was used stays used. */
export function reopenClock(clock: TargetClock, terms: ClockTerms, now: number): TargetClock {
  const { metAt: _, ...rest } = clock;
  return resumeClock(rest, terms, now);
}

/**
 * Other terms from now on: what was used under the old calendar stays used, the rest is counted under the new
 * one. What was warned of or missed stays so.
 */
export function retermClock(
  clock: TargetClock,
  before: Calendar,
  terms: ClockTerms,
  now: number,
): TargetClock {
  if (clock.metAt !== undefined) return clock;
  const wasRunning = clock.runningSince !== undefined;
  const still = { ...pauseClock(clock, before, now), targetMs: terms.targetMs };
  return wasRunning ? running(still, terms, now) : still;
}

/** Notes a warning and a miss whose time has come. The same clock where nothing is to be noted. */
export function noticeMissed(clock: TargetClock, now: number): TargetClock {
  const { runningSince, dueAt, warnAt } = clock;
  if (runningSince === undefined) return clock;
  const isWarned = clock.warnedAt === undefined && warnAt !== undefined && warnAt <= now;
  const isMissed = clock.breachedAt === undefined && dueAt !== undefined && dueAt < now;
  if (!isWarned && !isMissed) return clock;
  return {
    ...clock,
    ...(isWarned ? { warnedAt: warnAt } : {}),
    ...(isMissed ? { breachedAt: dueAt } : {}),
  };
}

/** How a clock stands. */
export type ClockState = 'met' | 'late' | 'breached' | 'warned' | 'running' | 'paused';

/** `late`: met, but after it was due. */
export function clockState(clock: TargetClock, now: number): ClockState {
  const seen = noticeMissed(clock, now);
  if (seen.metAt !== undefined) return seen.breachedAt === undefined ? 'met' : 'late';
  if (seen.breachedAt !== undefined) return 'breached';
  if (seen.runningSince === undefined) return 'paused';
  return seen.warnedAt === undefined ? 'running' : 'warned';
}

/** The clock running from `now`, with its due times; they are the past where more was used than there is. */
function running(
  clock: Omit<TargetClock, 'runningSince' | 'dueAt' | 'warnAt'>,
  terms: ClockTerms,
  now: number,
): TargetClock {
  const left = clock.targetMs - clock.usedMs;
  const warnLeft = (clock.targetMs * terms.warnPercent) / 100 - clock.usedMs;
  const dueAt = afterOpenMs(terms.calendar, now, left);
  const warnAt = afterOpenMs(terms.calendar, now, warnLeft);
  return {
    ...clock,
    runningSince: now,
    ...(dueAt === null ? {} : { dueAt }),
    ...(warnAt === null ? {} : { warnAt }),
  };
}
