import type { BuiltinCategory } from '../domain/verdict.ts';
import type { Thresholds } from './types.ts';

/** Where each category flags at the default budget of 3 false alerts per 1,000 messages. */
export const DEFAULT_THRESHOLDS: Thresholds = {
  abuse: 0.8,
  ad: 0.62,
  flood: 0.7,
  raid: 0.7,
  dispute: 0.62,
  appeal: 0.62,
};

/** The thresholds for a budget of false alerts per 1,000 messages, 0.1..100: a larger budget is less strict. */
export function thresholdsFor(budgetPerThousand: number): Thresholds {
  const budget = Math.min(100, Math.max(0.1, Number.isFinite(budgetPerThousand) ? budgetPerThousand : 3));
  const shift = Math.log10(budget / 3);
  const moved = (category: BuiltinCategory, slope: number): number =>
    Math.min(0.97, Math.max(0.3, DEFAULT_THRESHOLDS[category] - slope * shift));
  return {
    abuse: moved('abuse', 0.15),
    ad: moved('ad', 0.12),
    flood: moved('flood', 0.1),
    raid: moved('raid', 0.1),
    // Missing a dispute costs more than reading one too many: only a larger budget moves these.
    dispute: moved('dispute', 0.1),
    appeal: moved('appeal', 0.1),
  };
}
