import { createStore, type StoreApi } from 'zustand/vanilla';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';

/** A rule being written, and the version it was begun from (0: a new rule). */
export interface RuleDraft {
  readonly base: number;
  readonly definition: RuleDefinition;
  /** What the change is for. */
  readonly remark?: string | undefined;
  /** When it was last written at, epoch ms. */
  readonly at: number;
  /** Was left and comes again: whether to go on is asked. */
  readonly isLeft?: boolean | undefined;
}

/** What is being written in the studio, by rule id. */
export interface StudioState {
  readonly drafts: ReadonlyMap<string, RuleDraft>;
  /** This machine keeps nothing: what is written is lost with the window. */
  readonly isUnkept: boolean;
}
export type StudioModel = StoreApi<StudioState>;

/** Nothing written yet. */
export function createStudio(): StudioModel {
  return createStore<StudioState>(() => ({ drafts: new Map(), isUnkept: false }));
}

/** Keeps what was written of a rule; null drops it. */
export function keepDraft(model: StudioModel, ruleId: string, draft: RuleDraft | null): void {
  const drafts = new Map(model.getState().drafts);
  if (draft === null) drafts.delete(ruleId);
  else drafts.set(ruleId, draft);
  model.setState({ drafts });
}

/** The rule is no longer open: what is written of it waits for an answer. */
export function leaveDraft(model: StudioModel, ruleId: string): void {
  const draft = model.getState().drafts.get(ruleId);
  if (draft !== undefined && draft.isLeft !== true) keepDraft(model, ruleId, { ...draft, isLeft: true });
}

/** Writes on: what changes of the draft or, where there is none, of what it begins from. */
export function writeDraft(
  model: StudioModel,
  ruleId: string,
  begun: Pick<RuleDraft, 'base' | 'definition'>,
  change: Partial<Pick<RuleDraft, 'base' | 'definition' | 'remark'>>,
  at: number,
): void {
  const before: Partial<RuleDraft> & typeof begun = model.getState().drafts.get(ruleId) ?? begun;
  const { isLeft: _, ...rest } = before;
  keepDraft(model, ruleId, { ...rest, ...change, at });
}
