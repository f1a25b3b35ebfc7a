import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';

/** A rule being written, and the version it was begun from (0: a new rule). */
export interface RuleDraft {
  readonly base: number;
  readonly definition: RuleDefinition;
}

/** What is being written in the studio, by rule id. */
export interface StudioState {
  readonly drafts: ReadonlyMap<string, RuleDraft>;
}
export type StudioModel = StoreApi<StudioState>;

/** Nothing written yet. */
export function createStudio(): StudioModel {
  return createStore<StudioState>(() => ({ drafts: new Map() }));
}

/** Keeps what was written of a rule; null drops it. */
export function keepDraft(model: StudioModel, ruleId: string, draft: RuleDraft | null): void {
  const drafts = new Map(model.getState().drafts);
  if (draft === null) drafts.delete(ruleId);
  else drafts.set(ruleId, draft);
  model.setState({ drafts });
}
