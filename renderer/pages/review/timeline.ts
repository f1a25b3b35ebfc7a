import type { ChatRow, TimelineView } from '../../../shared/api/views.ts';
import type { Action } from '../../../shared/domain/action.ts';
import type { Flag, Severity } from '../../../shared/domain/flag.ts';

/** Bucket widths that read well on an axis, ms. */
const WIDTHS = [
  1_000, 2_000, 5_000, 10_000, 15_000, 30_000, 60_000, 120_000, 300_000, 600_000, 900_000, 1_800_000,
  3_600_000, 21_600_000, 86_400_000,
];
/** Buckets drawn at most. */
const BUCKETS = 180;

/** The narrowest width that draws the span in at most 180 buckets. */
export function bucketFor(spanMs: number): number {
  return WIDTHS.find((width) => spanMs / width <= BUCKETS) ?? 86_400_000;
}

/** One point of the chart. */
export interface Point {
  readonly at: number;
  /** Chat messages a second. */
  readonly rate: number;
  readonly chat: number;
  readonly gifts: number;
  /** Gift value in yuan, for drawing; `fen` is exact. */
  readonly yuan: number;
  readonly fen: string;
  readonly flagged: number;
}

/** Points for the chart; a bucket that is wholly a gap has no rate, so the line breaks. */
export function pointsOf(
  view: TimelineView,
): readonly (Point | (Omit<Point, 'rate'> & { readonly rate: null }))[] {
  const bucketMs = bucketMsOf(view);
  const seconds = bucketMs / 1_000;
  return view.buckets.map((bucket) => ({
    at: bucket.at,
    rate:
      bucket.gapMs >= bucketMs && bucket.chat === 0 ? null : Math.round((bucket.chat / seconds) * 100) / 100,
    chat: bucket.chat,
    gifts: bucket.gifts,
    yuan: Number(BigInt(bucket.giftFen)) / 100,
    fen: bucket.giftFen,
    flagged: bucket.flagged,
  }));
}

/** How wide the buckets really are, ms: never narrower than they stand apart. */
export function bucketMsOf(view: Pick<TimelineView, 'bucketMs' | 'buckets'>): number {
  const apart = view.buckets.slice(1).map((bucket, index) => bucket.at - (view.buckets[index]?.at ?? 0));
  const least = apart.filter((ms) => ms > 0).reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return Number.isFinite(least) ? Math.max(view.bucketMs, least) : view.bucketMs;
}

/** A stretch of time without data. */
export interface Band {
  readonly from: number;
  readonly to: number;
  /** Events probably missing; null where nobody can tell. */
  readonly missing: number | null;
}

/** Declared gaps as bands, in order, overlapping ones joined. */
export function gapBands(rows: readonly ChatRow[]): readonly Band[] {
  const bands = rows
    .flatMap((row) =>
      row.gap === undefined
        ? []
        : [{ from: row.gap.fromAt, to: row.gap.toAt, missing: row.gap.estimate ?? null }],
    )
    .sort((a, b) => a.from - b.from);
  const joined: Band[] = [];
  for (const band of bands) {
    const last = joined.at(-1);
    if (last === undefined || band.from > last.to) joined.push(band);
    else {
      const missing = last.missing === null || band.missing === null ? null : last.missing + band.missing;
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, band.to), missing };
    }
  }
  return joined;
}

const STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 10_800, 21_600, 43_200, 86_400,
];

/** Round moments for the axis, at most `most` of them. `offsetMin` is the zone's minutes west of UTC. */
export function ticksOf(from: number, to: number, most: number, offsetMin: number): readonly number[] {
  const step = (STEPS.find((seconds) => (to - from) / (seconds * 1_000) <= most) ?? 86_400) * 1_000;
  const shift = offsetMin * 60_000;
  const first = Math.ceil((from - shift) / step) * step + shift;
  const count = Math.max(0, Math.floor((to - first) / step) + 1);
  return Array.from({ length: Math.min(count, most + 1) }, (_, index) => first + index * step);
}

/** Something to click on the timeline: flags or actions that fall on the same spot are one mark. */
export interface Mark {
  readonly at: number;
  readonly lane: 'flag' | 'action';
  readonly count: number;
  /** Worst severity; absent for actions. */
  readonly severity?: Severity | undefined;
  readonly ids: readonly string[];
}

/** Marks of flags and actions, at most one per lane and slot of `slotMs`. */
export function marksOf(flags: readonly Flag[], actions: readonly Action[], slotMs: number): readonly Mark[] {
  const ofFlags = bySlot(flags, (flag) => flag.firstAt, slotMs).map(
    (group): Mark => ({
      at: Math.min(...group.map((flag) => flag.firstAt)),
      lane: 'flag',
      count: group.length,
      severity: (['high', 'mid', 'low'] as const).find((one) => group.some((flag) => flag.severity === one)),
      ids: group.map((flag) => flag.id),
    }),
  );
  const ofActions = bySlot(actions, (action) => action.requestedAt, slotMs).map(
    (group): Mark => ({
      at: Math.min(...group.map((action) => action.requestedAt)),
      lane: 'action',
      count: group.length,
      ids: group.map((action) => action.id),
    }),
  );
  return [...ofFlags, ...ofActions].sort((a, b) => a.at - b.at);
}

/** The time under a horizontal position inside the plot, epoch ms. */
export function timeAt(x: number, width: number, from: number, to: number): number {
  if (width <= 0) return from;
  return Math.round(from + (Math.min(width, Math.max(0, x)) / width) * (to - from));
}

function bySlot<T>(
  values: readonly T[],
  at: (value: T) => number,
  slotMs: number,
): readonly (readonly T[])[] {
  return [...Map.groupBy(values, (value) => Math.floor(at(value) / slotMs)).values()];
}
