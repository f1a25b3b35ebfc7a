import { describe, expect, it } from 'vitest';
import { alertsPerHour, budgetOf, SLIDER_MAX, stepOf } from './budget-scale.ts';

describe('the budget slider', () => {
  it.each([
    [0, 0.1],
    [20, 1],
    [30, 3.2],
    [40, 10],
    [SLIDER_MAX, 100],
    [SLIDER_MAX + 9, 100],
    [-4, 0.1],
  ])('step %d is %d per 1,000', (step, budget) => {
    expect(budgetOf(step)).toBe(budget);
  });

  it('finds back to the step of every budget it offers', () => {
    const steps = Array.from({ length: SLIDER_MAX + 1 }, (_, step) => step);
    expect(steps.map((step) => stepOf(budgetOf(step)))).toEqual(steps);
  });

  it('says what a budget means in an hour', () => {
    expect(alertsPerHour(3, 500)).toBe(90);
  });
});
