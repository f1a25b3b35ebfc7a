import { useTranslation } from 'react-i18next';
import type { Line } from '../../../shared/rules/views.ts';
import { matchersOf } from '../../../shared/rules/walk.ts';
import { useWord } from '../../app/use-word.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import common from './common.module.css';
import { useRuleForm } from './form.tsx';
import classes from './trial.module.css';
import type { CheckState } from './use-check.ts';
import { useLines } from './use-lines.ts';

/** The rule in plain words, what is wrong with it, and what it costs, while it is written. */
export function Sentence(props: { readonly state: CheckState }) {
  const { t } = useTranslation('rules');
  const word = useWord();
  const { state } = props;
  const { problems, draft, lists } = useRuleForm();
  const lines = useLines(lists);
  const { check } = state;
  const placeOf = (path: string): string => {
    const matcher = matchersOf(draft.when).find((one) => `${path}.`.startsWith(`${one.path}.`))?.matcher;
    const place = t(`place.${path.split('.')[0] ?? ''}`, { defaultValue: '' });
    return matcher === undefined
      ? place
      : t('place.inside', { place, name: t(`matcher.${matcher.kind}.name`) });
  };
  const errors = problems.filter((one) => one.level === 'error');
  const warnings = problems.filter((one) => one.level === 'warning');
  return (
    <section className={classes.sentence} aria-label={t('sentence.title')}>
      <h2>{t('sentence.title')}</h2>
      <div aria-live="polite" data-testid="rule-sentence">
        <Lines lines={lines(draft)} />
      </div>
      {state.fault === undefined ? null : <FaultNotice fault={state.fault} />}
      {errors.length === 0 ? null : (
        <ul className={classes.problems} data-level="error">
          {errors.map((one) => (
            <li key={one.path + one.text.en}>
              ✕ {placeOf(one.path)}
              {word(one.text)}
            </li>
          ))}
        </ul>
      )}
      {warnings.length === 0 ? null : (
        <ul className={classes.problems} data-level="warning">
          {warnings.map((one) => (
            <li key={one.path + one.text.en}>▲ {word(one.text)}</li>
          ))}
        </ul>
      )}
      {check === undefined ? null : (
        <p className={common.dim}>
          {t('sentence.cost', {
            share: Math.max(1, Math.round((check.cost.most / check.cost.budget) * 100)),
          })}
        </p>
      )}
    </section>
  );
}

/** Lines in the page's language; they quote words people typed. */
export function Lines(props: { readonly lines: readonly Line[] }) {
  const word = useWord();
  return (
    <ul className={classes.lines}>
      {props.lines.map((line) => (
        <li key={line.zh}>
          <HostileText text={word(line)} />
        </li>
      ))}
    </ul>
  );
}
