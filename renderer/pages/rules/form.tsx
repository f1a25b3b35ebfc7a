import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleProblem, TraceNode, WordListView } from '../../../shared/rules/views.ts';
import { errorAt } from './logic/problems.ts';

/** The form of one rule, as its parts work with it. */
export interface RuleForm {
  readonly draft: RuleDefinition;
  readonly set: (change: Partial<RuleDefinition>) => void;
  readonly problems: readonly RuleProblem[];
  readonly locked: boolean;
  readonly lists: readonly WordListView[];
  /** What each condition says of the message that is tried, by its place. */
  readonly answers: Answers;
}

/** Answers of a trial by place (`when.of.0`). */
export type Answers = ReadonlyMap<string, TraceNode['answer']>;

const Context = createContext<RuleForm | null>(null);

/** Hands the form to its parts. */
export const RuleFormProvider = Context.Provider;

/** The form; only below {@link RuleFormProvider}. */
export function useRuleForm(): RuleForm {
  const form = useContext(Context);
  if (form === null) throw new Error('no rule form above this component');
  return form;
}

/** The error of a field in the page's language. */
export function useFieldError(): (path: string, inside?: boolean) => string | undefined {
  const { problems } = useRuleForm();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (path, inside = false) => errorAt(problems, path, language, inside);
}
