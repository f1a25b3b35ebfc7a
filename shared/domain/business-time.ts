import type { Hours } from './hours.ts';
import { type ZoneStretch, zoneStretches } from './zone.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** How far ahead opening hours are looked through for the end of a target. */
const HORIZON_DAYS = 3_660;

/** When time counts: opening hours, or null for every hour. */
export type Calendar = Hours | null;

/** Open time in [from, to), ms; 0 where `to` is not after `from`. */
export function openMsBetween(calendar: Calendar, from: number, to: number): number {
  if (to <= from) return 0;
  if (calendar === null) return to - from;
  let sum = 0;
  for (const span of openSpans(calendar, from, Math.ceil((to - from) / DAY_MS))) {
    if (span.from >= to) break;
    sum += Math.min(span.to, to) - span.from;
  }
  return sum;
}

/**
 * The earliest moment at which `ms` of open time have passed since `from`; null where that is not within ten
 * years (a desk that never opens).
 */
export function afterOpenMs(calendar: Calendar, from: number, ms: number): number | null {
  if (ms <= 0) return from;
  if (calendar === null) return from + ms;
  if (calendar.days.every((spans) => spans.length === 0)) return null;
  let left = ms;
  for (const span of openSpans(calendar, from, HORIZON_DAYS)) {
    const length = span.to - span.from;
    if (length >= left) return span.from + left;
    left -= length;
  }
  return null;
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Open spans from `from` on, oldest first, by the wall clock of the zone: a clock that is put back counts twice. */
function* openSpans(hours: Hours, from: number, days: number): Generator<Span> {
  const closed = new Set(hours.closed);
  const minutes = hours.days.map(minutesOf);
  for (const stretch of zoneStretches(hours.timeZone, from, days)) yield* spansIn(stretch, minutes, closed);
}

function* spansIn(
  { from, to, offset }: ZoneStretch,
  minutes: readonly (readonly Span[])[],
  closed: ReadonlySet<string>,
): Generator<Span> {
  const firstDay = Math.floor((from + offset) / DAY_MS);
  const lastDay = Math.floor((to - 1 + offset) / DAY_MS);
  for (let day = firstDay; day <= lastDay; day += 1) {
    if (closed.has(new Date(day * DAY_MS).toISOString().slice(0, 10))) continue;
    const weekday = new Date(day * DAY_MS).getUTCDay();
    for (const span of minutes[weekday] ?? []) {
      const begin = Math.max(from, day * DAY_MS + span.from - offset);
      const end = Math.min(to, day * DAY_MS + span.to - offset);
      if (begin < end) yield { from: begin, to: end };
    }
  }
}

/** A day's spans in ms since midnight, in order, joined where they touch; one that ends before it begins is none. */
function minutesOf(spans: readonly { readonly from: string; readonly to: string }[]): readonly Span[] {
  const sorted = spans
    .map((span) => ({ from: msOf(span.from), to: Math.min(DAY_MS, msOf(span.to)) }))
    .filter((span) => span.from < span.to)
    .toSorted((left, right) => left.from - right.from);
  const joined: Span[] = [];
  for (const span of sorted) {
    const last = joined.at(-1);
    if (last === undefined || span.from > last.to) joined.push(span);
    else joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
  }
  return joined;
}

function msOf(text: string): number {
  return (Number(text.slice(0, 2)) * 60 + Number(text.slice(3))) * MINUTE_MS;
}
