import type { Ladder, Step } from './rule.ts';

/** Where somebody stands on a ladder. */
export interface Rung {
  /** Index of the step last taken. */
  readonly step: number;
  /** When it was taken, epoch ms. */
  readonly at: number;
}

/** What the ladder says to somebody's next offence. */
export type Climb =
  /** What a person does right after a step belongs to that step. */
  { readonly kind: 'rest' } | { readonly kind: 'step'; readonly rung: Rung; readonly step: Step };

/**
 * The next step: one further than the last, the last one for ever, the first again when the memory is over.
 * Nothing while the last step still rests. Times may go back a little; that counts as no time at all.
 */
export function climb(ladder: Ladder, before: Rung | undefined, at: number): Climb {
  const passed = before === undefined ? Number.POSITIVE_INFINITY : Math.max(0, at - before.at);
  if (before !== undefined && passed < ladder.restSec * 1_000) return { kind: 'rest' };
  const isForgotten = before === undefined || passed >= ladder.memoryMin * 60_000;
  const index = isForgotten ? 0 : Math.min(before.step + 1, ladder.steps.length - 1);
  const step = ladder.steps[index];
  if (step === undefined) return { kind: 'rest' };
  return { kind: 'step', rung: { step: index, at }, step };
}

/** Where somebody stands after a step turned out to be wrong and was taken back: one lower, or nowhere. */
export function stepBack(rung: Rung): Rung | undefined {
  return rung.step === 0 ? undefined : { ...rung, step: rung.step - 1 };
}
