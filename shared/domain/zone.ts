const formats = new Map<string, Intl.DateTimeFormat>();
const MINUTE_MS = 60_000;

/** How far a zone's wall clock is ahead of UTC at that moment, ms, to the minute; an unknown zone is UTC. */
export function zoneOffset(timeZone: string, at: number): number {
  const parts = new Map(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, Number(part.value)]),
  );
  const value = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const wall = Date.UTC(value('year'), value('month') - 1, value('day'), value('hour'), value('minute'));
  return wall - Math.floor(at / MINUTE_MS) * MINUTE_MS;
}

/** A stretch of time in which a zone's offset stays the same. */
export interface ZoneStretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly offset: number;
}

const DAY_MS = 86_400_000;

/**
 * The stretches that cover [from, from + days), oldest first, a day at most each. A zone that changes its
 * offset twice within a day is not told apart; none does.
 */
export function* zoneStretches(timeZone: string, from: number, days: number): Generator<ZoneStretch> {
  let at = from;
  let offset = zoneOffset(timeZone, at);
  for (let day = 0; day < days; day += 1) {
    const end = at + DAY_MS;
    const after = zoneOffset(timeZone, end);
    if (after === offset) {
      yield { from: at, to: end, offset };
    } else {
      const change = changeBetween(timeZone, at, end, offset);
      yield { from: at, to: change, offset };
      yield { from: change, to: end, offset: after };
    }
    at = end;
    offset = after;
  }
}

/** The first moment, to the millisecond, at which the offset is no longer `offset`. */
function changeBetween(timeZone: string, from: number, to: number, offset: number): number {
  let low = from;
  let high = to;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(timeZone, middle) === offset) low = middle;
    else high = middle;
  }
  return high;
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
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  } catch {
    return null;
  }
}
