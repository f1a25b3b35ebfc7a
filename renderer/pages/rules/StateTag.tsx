import { useTranslation } from 'react-i18next';
import type { RuleState } from '../../../shared/rules/views.ts';
import classes from './studio.module.css';

const SHAPE: Readonly<Record<RuleState, string>> = { draft: '✎', shadow: '◐', live: '●', archived: '▫' };

/** How a rule or a version runs: shape and word. */
export function StateTag(props: { readonly state: RuleState }) {
  const { t } = useTranslation('rules');
  return (
    <span className={classes.state} data-state={props.state} title={t(`stateMeans.${props.state}`)}>
      <span aria-hidden="true">{SHAPE[props.state]}</span> {t(`state.${props.state}`)}
    </span>
  );
}
