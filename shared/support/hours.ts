import type { Hours } from './config.ts';

interface LocalTime {
  /** `2026-03-01` */
  readonly date: string;
  /** 0 = Sunday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const formats = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a time zone; an unknown zone reads as UTC. */
export function localTime(at: number, timeZone: string): LocalTime {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`,
    weekday: WEEKDAYS.indexOf(parts.get('weekday') ?? ''),
    hour: Number(parts.get('hour')),
    minute: Number(parts.get('minute')),
  };
}

/** Whether people answer at that moment. */
export function isOpenAt(hours: Hours, at: number): boolean {
  const local = localTime(at, hours.timeZone);
  if (hours.closed.includes(local.date)) return false;
  const minute = local.hour * 60 + local.minute;
  return (hours.days[local.weekday] ?? []).some(
    (span) => minutesOf(span.from) <= minute && minute < minutesOf(span.to),
  );
}

/** Today's hours in words: `09:00–18:00`; empty where the desk is closed all day. */
export function hoursText(hours: Hours, at: number): string {
  const local = localTime(at, hours.timeZone);
  const spans = hours.closed.includes(local.date) ? [] : (hours.days[local.weekday] ?? []);
  return spans.map((span) => `${span.from}–${span.to}`).join(' ');
}

function minutesOf(text: string): number {
  return Number(text.slice(0, 2)) * 60 + Number(text.slice(3));
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) return known;
  const made = makeFormat(timeZone) ?? makeFormat('UTC');
  if (made === null) throw new Error('no UTC');
  formats.set(timeZone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      weekday: 'short',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
  } catch {
    return null;
  }
}
