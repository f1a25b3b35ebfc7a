import { useTranslation } from 'react-i18next';
import type { ReceiptState } from '../../../shared/domain/action.ts';
import classes from './strip.module.css';

const SHAPE: Readonly<Record<ReceiptState, string>> = {
  requested: '…',
  accepted: '…',
  confirmed: '✓',
  contradicted: '✕',
  unconfirmed: '?',
  failed: '✕',
};

/** How an action stands, as shape and word. */
export function StateMark(props: { readonly state: ReceiptState; readonly count?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <span className={classes.state} data-state={props.state}>
      {SHAPE[props.state]} {t(`receipt.${props.state}`)}
      {props.count === undefined ? null : ` ${props.count}`}
    </span>
  );
}
