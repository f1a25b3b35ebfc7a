import { useTranslation } from 'react-i18next';
import type { TraceNode } from '../../../shared/rules/views.ts';
import { useRuleForm } from './form.tsx';
import classes from './trial.module.css';

/** The shape of each answer, so that colour never stands alone. */
export const ANSWER_SHAPE: Readonly<Record<TraceNode['answer'], string>> = {
  yes: '✓',
  no: '–',
  unknown: '?',
};

/** What the condition at a place says of the message that is tried; nothing while none is. */
export function AnswerMark(props: { readonly at: string }) {
  const { t } = useTranslation('rules');
  const answer = useRuleForm().answers.get(props.at);
  if (answer === undefined) return null;
  return (
    <span className={classes.answer} data-answer={answer} title={t(`try.answer.${answer}`)}>
      {ANSWER_SHAPE[answer]}
    </span>
  );
}
