import type { LearningView, RatePoint } from '../../../shared/learning/views.ts';

/** Alerts per 1,000 messages; null where there were no messages to tell from. */
export function perThousand(alerts: number, messages: number): number | null {
  return messages === 0 ? null : (alerts / messages) * 1_000;
}

/** A rate in as few digits as say something: `0.12`, `3.1`, `42`. */
export function rateText(rate: number | null): string {
  if (rate === null) return '—';
  return String(Number(rate < 1 ? rate.toFixed(2) : rate < 10 ? rate.toFixed(1) : rate.toFixed(0)));
}

/** One half hour of the chart; null where nothing was said. */
export interface RateBar {
  readonly at: number;
  readonly messages: number;
  readonly alerts: number;
  readonly rate: number | null;
}

/** The half hours as the chart shows them. */
export function barsOf(series: readonly RatePoint[]): readonly RateBar[] {
  return series.map((point) => ({ ...point, rate: perThousand(point.alerts, point.messages) }));
}

/**
 * Messages a minute over the half hours in which somebody spoke, the present one as far as it went; null where nobody did,
 * and in the first half hour of a room, of which only its end is known.
 */
export function messagesPerMinute(series: readonly RatePoint[], now: number): number | null {
  const spoken = series.filter((point) => point.messages > 0);
  const [first] = spoken;
  if (first === undefined || (spoken.length === 1 && now - first.at < 30 * 60_000)) return null;
  const minutes = spoken.reduce(
    (sum, point) => sum + Math.min(30, Math.max(1, (now - point.at) / 60_000)),
    0,
  );
  return spoken.reduce((sum, point) => sum + point.messages, 0) / minutes;
}

/** How the real rate stands to what was asked for. */
export type Standing = 'unknown' | 'quiet' | 'near' | 'loud';

/** Few messages say nothing; within a factor of two is near. */
export function standingOf(view: Pick<LearningView, 'recent' | 'perThousand'>): Standing {
  const rate = perThousand(view.recent.alerts, view.recent.messages);
  if (rate === null || view.recent.messages < FEWEST) return 'unknown';
  if (rate > view.perThousand * 2) return 'loud';
  return rate < view.perThousand / 2 ? 'quiet' : 'near';
}

/** Fewer messages than this are too few to compare a rate. */
const FEWEST = 500;

/** A stretch of time as it took: `0.4 s`, `12 s`, `2 min`. */
export function tookText(ms: number): string {
  if (ms < 10_000) return `${(ms / 1_000).toFixed(1)} s`;
  return ms < 120_000 ? `${Math.round(ms / 1_000)} s` : `${Math.round(ms / 60_000)} min`;
}

/** One part of the picture of scores. */
export interface ScoreBar {
  /** The score it begins at. */
  readonly from: number;
  readonly count: number;
  /** 0..1; by the logarithm, because nearly all talk scores next to nothing. */
  readonly height: number;
  /** The whole part is at or above the limit. */
  readonly isAbove: boolean;
}

const SCORE_PARTS = 20;

/** Counts by score as bars; without counts, bars of no height. */
export function scoreBars(scores: readonly number[], threshold: number): readonly ScoreBar[] {
  const parts = scores.length === 0 ? SCORE_PARTS : scores.length;
  const most = Math.log1p(Math.max(1, ...scores));
  return Array.from({ length: parts }, (_, index) => ({
    from: index / parts,
    count: scores[index] ?? 0,
    height: Math.log1p(scores[index] ?? 0) / most,
    isAbove: index / parts >= threshold,
  }));
}
