import { zoneOffset } from '../domain/zone.ts';
import type { Hours } from './config.ts';

interface LocalTime {
  /** `2026-03-01` */
  readonly date: string;
  /** 0 = Sunday */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

/** The wall clock of a time zone; an unknown zone reads as UTC. */
export function localTime(at: number, timeZone: string): LocalTime {
  const wall = new Date(at + zoneOffset(timeZone, at));
  return {
    date: wall.toISOString().slice(0, 10),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
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
