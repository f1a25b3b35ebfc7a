import type { Reason } from '../../../shared/domain/verdict.ts';
import { ReasonText } from '../../ui/ReasonText.tsx';
import classes from './lines.module.css';

/** Evidence for (＋), against (－) and neither (·), one line each. */
export function ReasonLines(props: { readonly reasons: readonly Reason[] }) {
  return (
    <ul className={classes.reasons}>
      {props.reasons.map((reason) => (
        <li key={`${reason.code}${reason.text}`} data-sign={Math.sign(reason.weight)}>
          <ReasonText reason={reason} />
        </li>
      ))}
    </ul>
  );
}
