import { useTranslation } from 'react-i18next';
import type { Severity } from '../../shared/domain/flag.ts';
import type { Category } from '../../shared/domain/verdict.ts';
import { useCategoryName } from '../app/use-category-name.ts';
import classes from './ui.module.css';

/** The shape of each severity, so that colour never stands alone. */
export const SEVERITY_SHAPE: Readonly<Record<Severity, string>> = { high: '◆', mid: '▲', low: '■' };

/** What kind of trouble and how bad: shape, word and colour. */
export function SeverityTag(props: {
  readonly severity: Severity;
  readonly category: Category;
  readonly score?: number | undefined;
}) {
  const { t } = useTranslation();
  const nameOf = useCategoryName();
  return (
    <span className={classes.tag} data-severity={props.severity} title={t(`severity.${props.severity}`)}>
      <span aria-hidden="true">{SEVERITY_SHAPE[props.severity]}</span>
      <span className={classes.tagName}>{nameOf(props.category)}</span>
      {props.score === undefined || props.category.startsWith('rule:') ? null : ` ${props.score.toFixed(2)}`}
    </span>
  );
}
