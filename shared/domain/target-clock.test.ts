import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterOpenMs, type Calendar, openMsBetween } from './business-time.ts';
import {
  type ClockTerms,
  clockState,
  meetClock,
  noticeMissed,
  pauseClock,
  reopenClock,
  resumeClock,
  retermClock,
  startClock,
} from './target-clock.ts';
import type { TargetClock } from './ticket.ts';

const MIN = 60_000;
const HOUR = 60 * MIN;
const office = [{ from: '09:00', to: '18:00' }];
const berlin: Calendar = {
  timeZone: 'Europe/Berlin',
  days: [[], office, office, office, office, office, []],
  closed: ['2026-03-31'],
};
/** The Friday before clocks are put forward. */
const FRIDAY = Date.parse('2026-03-27T16:00+01:00');
const terms = (hours: number, calendar: Calendar = berlin): ClockTerms => ({
  targetMs: hours * HOUR,
  calendar,
  warnPercent: 80,
});

describe('a clock over a weekend on which clocks are put forward', () => {
  it('is due, and warns, in open time', () => {
    const clock = startClock(terms(5), FRIDAY);
    expect([clock.dueAt, clock.warnAt]).toEqual([
      Date.parse('2026-03-30T12:00+02:00'),
      Date.parse('2026-03-30T11:00+02:00'),
    ]);
  });

  it.each([
    ['before the warning', '2026-03-30T10:59+02:00', 'running'],
    ['at the warning', '2026-03-30T11:00+02:00', 'warned'],
    ['at the very end', '2026-03-30T12:00+02:00', 'warned'],
    ['after it', '2026-03-30T12:01+02:00', 'breached'],
  ])('%s it is %s', (_, at, state) => {
    expect(clockState(startClock(terms(5), FRIDAY), Date.parse(at))).toBe(state);
  });

  it('stands still while it is paused, and its end moves by as much open time', () => {
    const paused = pauseClock(startClock(terms(5), FRIDAY), berlin, FRIDAY + HOUR);
    const resumed = resumeClock(paused, terms(5), Date.parse('2026-03-30T09:30+02:00'));
    expect([paused.dueAt, clockState(paused, FRIDAY + 999 * HOUR), resumed.dueAt]).toEqual([
      undefined,
      'paused',
      Date.parse('2026-03-30T13:30+02:00'),
    ]);
  });

  it('met late is late, and stays so when it is opened again', () => {
    const late = Date.parse('2026-03-30T15:00+02:00');
    const met = meetClock(startClock(terms(5), FRIDAY), berlin, late);
    const again = reopenClock(met, terms(5), late + HOUR);
    expect([clockState(met, late), met.breachedAt, clockState(again, late + HOUR), again.usedMs]).toEqual([
      'late',
      Date.parse('2026-03-30T12:00+02:00'),
      'breached',
      8 * HOUR,
    ]);
  });

  it('keeps what was used when the terms change', () => {
    const moved = retermClock(startClock(terms(5), FRIDAY), berlin, terms(3, null), FRIDAY + HOUR);
    expect([moved.usedMs, moved.dueAt]).toEqual([HOUR, FRIDAY + 3 * HOUR]);
  });
});

type Step = { readonly do: 'pause' | 'resume' | 'notice'; readonly after: number };
const step: fc.Arbitrary<Step> = fc.record({
  do: fc.constantFrom('pause', 'resume', 'notice'),
  after: fc.integer({ min: 0, max: 3_000 }).map((minutes) => minutes * MIN),
});
const calendars: fc.Arbitrary<Calendar> = fc.constantFrom(
  null,
  berlin,
  { ...berlin, timeZone: 'America/New_York' },
  {
    timeZone: 'Asia/Shanghai',
    days: [office, [], [{ from: '00:00', to: '24:00' }], [], office, [], office],
    closed: [],
  },
);

function apply(clock: TargetClock, one: Step, rules: ClockTerms, now: number): TargetClock {
  if (one.do === 'pause') return pauseClock(clock, rules.calendar, now);
  if (one.do === 'resume') return resumeClock(clock, rules, now);
  return noticeMissed(clock, now);
}

describe('whatever is done with a clock', () => {
  const story = fc.record({
    calendar: calendars,
    hours: fc.integer({ min: 1, max: 40 }),
    steps: fc.array(step, { maxLength: 12 }),
    start: fc.integer({ min: 0, max: 2_000 }).map((minutes) => FRIDAY + minutes * MIN),
  });

  it('what it used is the open time in which it ran, and it is missed exactly when that is more than there is', () => {
    fc.assert(
      fc.property(story, ({ calendar, hours, steps, start }) => {
        const rules = terms(hours, calendar);
        let clock = startClock(rules, start);
        let now = start;
        let isRunning = true;
        let open = 0;
        for (const one of steps) {
          const next = now + one.after;
          if (isRunning) open += openMsBetween(calendar, now, next);
          now = next;
          clock = apply(clock, one, rules, now);
          if (one.do !== 'notice') isRunning = one.do === 'resume';
        }
        expect(pauseClock(clock, calendar, now).usedMs).toBe(open);
        const state = clockState(clock, now);
        if (open > rules.targetMs) expect(state).toBe('breached');
        // Exactly used up at closing time, it is missed as soon as the hour has passed.
        else if (open < rules.targetMs) expect(state === 'breached').toBe(false);
        if (clock.runningSince !== undefined && open < rules.targetMs)
          expect(clock.dueAt).toBe(afterOpenMs(calendar, now, rules.targetMs - open));
      }),
      { numRuns: 200 },
    );
  });

  it('looking at it more often changes nothing', () => {
    fc.assert(
      fc.property(story, ({ calendar, hours, steps, start }) => {
        const rules = terms(hours, calendar);
        let seldom = startClock(rules, start);
        let often = seldom;
        let now = start;
        for (const one of steps) {
          for (let look = now; look < now + one.after; look += 400 * MIN) often = noticeMissed(often, look);
          now += one.after;
          seldom = apply(seldom, one, rules, now);
          often = apply(often, one, rules, now);
        }
        expect(noticeMissed(often, now)).toEqual(noticeMissed(seldom, now));
      }),
      { numRuns: 200 },
    );
  });
});
