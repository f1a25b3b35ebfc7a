import type { LearningView } from '../../../shared/learning/views.ts';

/** What every part of the page is given. */
export interface PartProps {
  readonly view: LearningView;
  /** Takes in what a call answered. */
  readonly learn: (view: LearningView) => void;
  readonly canChange: boolean;
}
