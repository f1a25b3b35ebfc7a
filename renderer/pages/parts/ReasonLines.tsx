import { useTranslation } from 'react-i18next';
import type { Reason } from '../../../shared/domain/verdict.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './lines.module.css';

/** Evidence for (＋), against (－) and neither (·), one line each. */
export function ReasonLines(props: { readonly reasons: readonly Reason[] }) {
  const { i18n } = useTranslation();
  return (
    <ul className={classes.reasons}>
      {props.reasons.map((reason) => (
        <li key={`${reason.code}${reason.text}`} data-sign={Math.sign(reason.weight)}>
          <HostileText text={i18n.language === 'en' ? reason.textEn : reason.text} />
        </li>
      ))}
    </ul>
  );
}
