import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isOpenAt } from '../support/hours.ts';
import { afterOpenMs, openMsBetween } from './business-time.ts';
import type { Hours } from './hours.ts';

const MIN = 60_000;
const HOUR = 3_600_000;
const office = [{ from: '09:00', to: '18:00' }];
const weekdays = (timeZone: string, closed: readonly string[] = []): Hours => ({
  timeZone,
  days: [[], office, office, office, office, office, []],
  closed: [...closed],
});
const at = (text: string): number => Date.parse(text);

describe('open time between two moments', () => {
  it.each([
    ['inside a day', weekdays('Asia/Shanghai'), '2026-03-02T10:00+08:00', '2026-03-02T11:30+08:00', 1.5],
    ['over a night', weekdays('Asia/Shanghai'), '2026-03-02T17:00+08:00', '2026-03-03T10:00+08:00', 2],
    ['over a weekend', weekdays('Asia/Shanghai'), '2026-03-06T17:00+08:00', '2026-03-09T09:30+08:00', 1.5],
    [
      'a closed date',
      weekdays('Asia/Shanghai', ['2026-03-03']),
      '2026-03-02T17:00+08:00',
      '2026-03-04T10:00+08:00',
      2,
    ],
    [
      'a day that loses an hour',
      allDay('America/New_York'),
      '2026-03-08T00:00-05:00',
      '2026-03-09T00:00-04:00',
      23,
    ],
    [
      'a day that gains an hour',
      allDay('America/New_York'),
      '2026-11-01T00:00-04:00',
      '2026-11-02T00:00-05:00',
      25,
    ],
    ['half hours', weekdays('Asia/Kolkata'), '2026-03-02T08:00+05:30', '2026-03-02T09:45+05:30', 0.75],
    ['backwards', weekdays('UTC'), '2026-03-03T12:00Z', '2026-03-02T12:00Z', 0],
    ['every hour', null, '2026-03-07T12:00Z', '2026-03-08T12:00Z', 24],
  ])('%s', (_, calendar, from, to, hours) => {
    expect(openMsBetween(calendar, at(from), at(to))).toBe(hours * HOUR);
  });
});

describe('the end of so much open time', () => {
  it.each([
    ['the same day', weekdays('Asia/Shanghai'), '2026-03-02T10:00+08:00', 60, '2026-03-02T11:00+08:00'],
    [
      'begins when it opens',
      weekdays('Asia/Shanghai'),
      '2026-03-01T12:00+08:00',
      30,
      '2026-03-02T09:30+08:00',
    ],
    ['goes on next day', weekdays('Asia/Shanghai'), '2026-03-02T17:30+08:00', 60, '2026-03-03T09:30+08:00'],
    [
      'ends exactly at closing',
      weekdays('Asia/Shanghai'),
      '2026-03-02T17:00+08:00',
      60,
      '2026-03-02T18:00+08:00',
    ],
    ['over the lost hour', allDay('Europe/Berlin'), '2026-03-29T01:30+01:00', 60, '2026-03-29T03:30+02:00'],
    ['over the double hour', allDay('Europe/Berlin'), '2026-10-25T02:30+02:00', 60, '2026-10-25T02:30+01:00'],
  ])('%s', (_, calendar, from, minutes, due) => {
    expect(afterOpenMs(calendar, at(from), minutes * MIN)).toBe(at(due));
  });

  it('never comes where nobody ever opens', () => {
    const never: Hours = { timeZone: 'UTC', days: [[], [], [], [], [], [], []], closed: [] };
    const backwards: Hours = { ...never, days: never.days.map(() => [{ from: '18:00', to: '09:00' }]) };
    expect([afterOpenMs(never, 0, 1), afterOpenMs(backwards, 0, 1)]).toEqual([null, null]);
  });
});

const ZONES = [
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'UTC',
];
const time = fc
  .tuple(fc.integer({ min: 0, max: 24 }), fc.constantFrom(0, 15, 30, 45))
  .map(
    ([hour, minute]) =>
      `${String(hour).padStart(2, '0')}:${hour === 24 ? '00' : String(minute).padStart(2, '0')}`,
  );
const day = fc.array(fc.record({ from: time, to: time }), { maxLength: 3 });
const hours: fc.Arbitrary<Hours> = fc.record({
  timeZone: fc.constantFrom(...ZONES),
  days: fc.array(day, { minLength: 7, maxLength: 7 }),
  closed: fc.subarray(['2026-03-29', '2026-11-01', '2026-04-05', '2026-03-08']),
});
/** Around the days on which clocks are changed somewhere. */
const moment = fc
  .tuple(
    fc.constantFrom(
      '2026-03-08T00:00Z',
      '2026-03-29T00:00Z',
      '2026-10-25T00:00Z',
      '2026-11-01T00:00Z',
      '2026-04-04T00:00Z',
    ),
    fc.integer({ min: -2 * 96, max: 3 * 96 }),
  )
  .map(([base, quarter]) => at(base) + quarter * 15 * MIN);

describe('open time agrees with the question "is it open now", minute by minute', () => {
  it('over days on which clocks change', () => {
    fc.assert(
      fc.property(hours, moment, fc.integer({ min: 0, max: 144 }), (calendar, from, quarters) => {
        const to = from + quarters * 15 * MIN;
        let slow = 0;
        for (let t = from; t < to; t += 15 * MIN) if (isOpenAt(calendar, t)) slow += 15 * MIN;
        expect(openMsBetween(calendar, from, to)).toBe(slow);
      }),
      { numRuns: 120 },
    );
  });

  it('parts add up, and the end of a span is the earliest moment with so much in it', () => {
    fc.assert(
      fc.property(
        hours,
        moment,
        fc.integer({ min: 1, max: 3_000 }),
        fc.integer({ min: 0, max: 4_000 }),
        (calendar, from, minutes, cut) => {
          const due = afterOpenMs(calendar, from, minutes * MIN);
          if (due === null) {
            expect(openMsBetween(calendar, from, from + 21 * 24 * HOUR)).toBe(0);
            return;
          }
          expect(openMsBetween(calendar, from, due)).toBe(minutes * MIN);
          expect(openMsBetween(calendar, from, due - 1)).toBe(minutes * MIN - 1);
          const middle = Math.min(due, from + cut * MIN);
          expect(openMsBetween(calendar, from, middle) + openMsBetween(calendar, middle, due)).toBe(
            minutes * MIN,
          );
        },
      ),
      { numRuns: 120 },
    );
  });
});

function allDay(timeZone: string): Hours {
  const whole = [{ from: '00:00', to: '24:00' }];
  return { timeZone, days: [whole, whole, whole, whole, whole, whole, whole], closed: [] };
}
