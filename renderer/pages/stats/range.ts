/** A stretch of days that is looked at. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export const SPANS = ['today', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

const DAYS: Readonly<Record<Span, number>> = { today: 1, week: 7, month: 30 };

/** Whole days up to the end of today, local time. */
export function rangeOf(span: Span, now: number): Range {
  const end = new Date(now);
  end.setHours(24, 0, 0, 0);
  const start = new Date(end);
  start.setDate(start.getDate() - DAYS[span]);
  return { from: start.getTime(), to: end.getTime() };
}

/** The same length of time just before. */
export function before(range: Range): Range {
  return { from: range.from - (range.to - range.from), to: range.from };
}
