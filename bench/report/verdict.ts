import type { Budget, CaseReport, Measure } from './types.ts';

/** What can be said of a number: nothing where no budget names it, and `noisy` where others kept the machine busy. */
export type Verdict = 'met' | 'NOT MET' | 'noisy' | '';

/** Judges one number of a case. */
export function verdictOf(measure: Measure, report: Pick<CaseReport, 'noisy'>): Verdict {
  const { budget } = measure;
  if (budget === undefined) return '';
  if (report.noisy && budget.exact !== true) return 'noisy';
  return holds(measure.value, budget) ? 'met' : 'NOT MET';
}

/** The budget in words: `≤ 5`. */
export function budgetText(budget: Budget): string {
  const signs = { '<=': '≤', '>=': '≥', '=': '=' } as const;
  return `${signs[budget.op]} ${budget.limit}`;
}

/** Others took more than half of the cores just before the case or during it. */
export function isNoisy(cores: number, othersBefore: number, othersDuring: number): boolean {
  return Math.max(othersBefore, othersDuring) > cores / 2;
}

/** Whether everything that must hold does: exact budgets, controls, and no case that broke. */
export function isSound(reports: readonly CaseReport[]): boolean {
  return reports.every(
    (report) =>
      report.failed === undefined &&
      (report.controls ?? []).every((control) => control.failed) &&
      report.measures.every(
        (measure) => measure.budget?.exact !== true || verdictOf(measure, report) === 'met',
      ),
  );
}

function holds(value: number, budget: Budget): boolean {
  if (Number.isNaN(value)) return false;
  if (budget.op === '<=') return value <= budget.limit;
  if (budget.op === '>=') return value >= budget.limit;
  return value === budget.limit;
}
