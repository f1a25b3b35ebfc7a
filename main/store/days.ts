/** Milliseconds of a day. */
export const DAY_MS = 86_400_000;

/** The UTC day of a time, `2026-03-01`. Throws `RangeError` where the time is not a date. */
export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** When a day begins, epoch ms. */
export function dayStart(day: string): number {
  return Date.parse(`${day}T00:00:00.000Z`);
}

/** The name of a day's file. */
export function dayFileName(day: string): string {
  return `events-${day}.sqlite`;
}

/** The day of a file's name; undefined for other files. */
export function dayOfFile(name: string): string | undefined {
  return /^events-(\d{4}-\d{2}-\d{2})\.sqlite$/.exec(name)?.[1];
}

/** Whether all of a day is older than so many days. */
export function isPast(day: string, now: number, maxAgeDays: number): boolean {
  return dayStart(day) + DAY_MS + maxAgeDays * DAY_MS <= now;
}
