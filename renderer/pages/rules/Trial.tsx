import { useTranslation } from 'react-i18next';
import { describeMatcher } from '../../../shared/rules/describe.ts';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import type { RuleTrial, WordListView } from '../../../shared/rules/views.ts';
import { matchersOf } from '../../../shared/rules/walk.ts';
import { useWord } from '../../app/use-word.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReasonLines } from '../parts/ReasonLines.tsx';
import { ANSWER_SHAPE } from './AnswerMark.tsx';
import common from './common.module.css';
import { evidenceOf, spansOf } from './logic/evidence.ts';
import classes from './trial.module.css';
import { listLookup } from './use-lines.ts';

/** One message that was tried: whether it matches, what was found, and, where it does not, what each condition says. */
export function Trial(props: {
  readonly trial: RuleTrial;
  readonly definition: RuleDefinition;
  readonly lists: readonly WordListView[];
  readonly isChosen: boolean;
  readonly choose: () => void;
}) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const { trial } = props;
  const answers = new Map(trial.trace.map((node) => [node.path, node.answer]));
  const found = trial.matched ? trial.reasons : trial.trace.flatMap((node) => node.reasons);
  const verdict = trial.matched
    ? `✓ ${t('try.yes')}`
    : trial.unknown
      ? `? ${t('try.maybe')}`
      : `– ${t('try.no')}`;
  const listOf = listLookup(props.lists);
  return (
    <li data-matched={trial.matched} data-testid="trial">
      <button type="button" className={classes.trial} aria-pressed={props.isChosen} onClick={props.choose}>
        <b>{verdict}</b> <HostileText text={trial.text} spans={spansOf(found)} />
      </button>
      {trial.matched ? <ReasonLines reasons={evidenceOf(trial.reasons)} /> : null}
      {!trial.matched && props.isChosen ? (
        <ul className={classes.answers}>
          {matchersOf(props.definition.when).map(({ matcher, path }) => {
            const answer = answers.get(path);
            return answer === undefined ? null : (
              <li key={path} data-answer={answer}>
                <span title={t(`try.answer.${answer}`)}>{ANSWER_SHAPE[answer]}</span>
                <HostileText text={word(describeMatcher(matcher, listOf))} />
              </li>
            );
          })}
        </ul>
      ) : null}
      {trial.unknown ? <p className={common.dim}>{t('try.unknown')}</p> : null}
    </li>
  );
}
