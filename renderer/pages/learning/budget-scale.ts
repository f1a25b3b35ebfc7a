/** Fewest and most alerts per 1,000 messages that can be asked for. */
export const BUDGET_MIN = 0.1;
export const BUDGET_MAX = 100;

const STEPS_PER_DECADE = 20;

/** Steps of the slider: 0..60, twenty for each factor of ten, so that 1 → 2 is as far as 10 → 20. */
export const SLIDER_MAX = Math.round(Math.log10(BUDGET_MAX / BUDGET_MIN) * STEPS_PER_DECADE);

/** The budget of a slider step, rounded to two digits. */
export function budgetOf(step: number): number {
  const exact = BUDGET_MIN * 10 ** (step / STEPS_PER_DECADE);
  const clamped = Math.min(BUDGET_MAX, Math.max(BUDGET_MIN, exact));
  return Number(clamped.toPrecision(2));
}

/** The nearest slider step of a budget. */
export function stepOf(budget: number): number {
  const clamped = Math.min(BUDGET_MAX, Math.max(BUDGET_MIN, budget));
  return Math.round(Math.log10(clamped / BUDGET_MIN) * STEPS_PER_DECADE);
}

/** About how many alerts an hour that is in a room of so many messages a minute. */
export function alertsPerHour(budget: number, messagesPerMinute: number): number {
  return (budget / 1_000) * messagesPerMinute * 60;
}
