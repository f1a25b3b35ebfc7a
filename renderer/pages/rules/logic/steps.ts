import { exhaustive } from '../../../../shared/domain/result.ts';
import type { Ladder, Step } from '../../../../shared/rules/rule.ts';

export type StepAction = Step['action'];
export const STEP_ACTIONS = [
  'flag',
  'warn',
  'delete',
  'mute',
  'ban',
] as const satisfies readonly StepAction[];

/** Durations offered for a mute, seconds. */
export const MUTE_CHOICES = [
  60, 300, 600, 1_800, 3_600, 21_600, 86_400, 259_200, 604_800, 1_209_600,
] as const;

/** A ladder to begin with: a warning, ten minutes, a day. */
export function blankLadder(warning: string): Ladder {
  return {
    kind: 'ladder',
    steps: [
      { action: 'warn', text: warning },
      { action: 'mute', durationSec: 600, deletes: true },
      { action: 'mute', durationSec: 86_400, deletes: true },
    ],
    memoryMin: 1_440,
    restSec: 20,
    maxPerMinute: 10,
  };
}

/** The same step with another action; what both know is kept. */
export function stepAs(step: Step, action: StepAction, warning: string): Step {
  if (step.action === action) return step;
  const deletes = 'deletes' in step && step.deletes === true ? { deletes: true } : {};
  switch (action) {
    case 'flag':
    case 'delete':
      return { action };
    case 'warn':
      return { action, text: warning };
    case 'mute':
      return { action, durationSec: 600, ...deletes };
    case 'ban':
      return { action, ...deletes };
    default:
      return exhaustive(action);
  }
}

/** Puts a step at a place. */
export function setStep(ladder: Ladder, index: number, step: Step): Ladder {
  return { ...ladder, steps: ladder.steps.map((old, at) => (at === index ? step : old)) };
}

/** Adds a step that is as harsh as the last one, or harsher. */
export function addStep(ladder: Ladder, warning: string): Ladder {
  const last = ladder.steps.at(-1);
  const next: Step =
    last === undefined
      ? { action: 'warn', text: warning }
      : last.action === 'mute'
        ? { ...last, durationSec: Math.min(1_209_600, last.durationSec * 6) }
        : { action: 'mute', durationSec: 600, deletes: true };
  return { ...ladder, steps: [...ladder.steps, next] };
}

/** Takes a step out; the last one stays. */
export function removeStep(ladder: Ladder, index: number): Ladder {
  if (ladder.steps.length <= 1) return ladder;
  return { ...ladder, steps: ladder.steps.filter((_, at) => at !== index) };
}

/** Moves a step up (-1) or down (1). */
export function moveStep(ladder: Ladder, index: number, by: -1 | 1): Ladder {
  const [here, there] = [ladder.steps[index], ladder.steps[index + by]];
  if (here === undefined || there === undefined) return ladder;
  return setStep(setStep(ladder, index, there), index + by, here);
}

/** Whether a step is milder than the one before it, which is rarely meant. */
export function isMilder(ladder: Ladder, index: number): boolean {
  const [before, here] = [ladder.steps[index - 1], ladder.steps[index]];
  return before !== undefined && here !== undefined && weightOf(here) < weightOf(before);
}

function weightOf(step: Step): number {
  if (step.action === 'mute') return 3 + step.durationSec / 10_000_000;
  return STEP_ACTIONS.indexOf(step.action);
}
