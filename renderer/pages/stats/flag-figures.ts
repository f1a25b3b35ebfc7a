import type { Flag } from '../../../shared/domain/flag.ts';
import { shareOf } from '../../../shared/support/intervals.ts';
import type { Figure, Share } from '../../../shared/support/views.ts';

/** What the controllers did in a stretch. */
export interface FlagFigures {
  readonly flags: number;
  /** From the flag to its decision, of those a person decided, ms. */
  readonly toActionMs: Figure;
  /** Dismissed, of those a person decided. */
  readonly dismissed: Share;
}

/** Figures of flags. Expired ones were decided by nobody. */
export function flagFigures(flags: readonly Flag[]): FlagFigures {
  const decided = flags.filter(
    (flag) => flag.state === 'resolved' && flag.outcome !== 'expired' && flag.resolvedAt !== undefined,
  );
  const times = decided
    .map((flag) => Math.max(0, (flag.resolvedAt ?? 0) - flag.firstAt))
    .sort((left, right) => left - right);
  return {
    flags: flags.length,
    toActionMs:
      times.length === 0
        ? { count: 0 }
        : { count: times.length, median: at(times, 0.5), p90: at(times, 0.9) },
    dismissed: shareOf(decided.filter((flag) => flag.outcome === 'dismissed').length, decided.length),
  };
}

/** Flags by what made them, most first: how many, and how many of the decided were dismissed. */
export function byMaker(flags: readonly Flag[]): readonly (FlagFigures & { readonly by: string })[] {
  const groups = Map.groupBy(flags, (flag) => flag.by.replace(/@.*$/, ''));
  return [...groups]
    .map(([by, own]) => ({ by, ...flagFigures(own) }))
    .toSorted((left, right) => right.flags - left.flags);
}

function at(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const low = sorted[Math.floor(place)] ?? 0;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - Math.floor(place));
}
