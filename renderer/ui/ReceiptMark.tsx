import { useTranslation } from 'react-i18next';
import type { ReceiptState } from '../../shared/domain/action.ts';
import classes from './ui.module.css';

const SHAPE: Readonly<Record<ReceiptState, string>> = {
  requested: '…',
  accepted: '…',
  confirmed: '✓',
  contradicted: '✕',
  unconfirmed: '?',
  failed: '✕',
};

/** How an action stands, as shape and word; `small` in lists. */
export function ReceiptMark(props: {
  readonly state: ReceiptState;
  readonly count?: string | undefined;
  readonly small?: boolean;
}) {
  const { t } = useTranslation();
  return (
    <span className={classes.receipt} data-receipt={props.state} data-small={props.small}>
      {SHAPE[props.state]} {t(`common:receipt.${props.state}`)}
      {props.count === undefined ? null : ` ${props.count}`}
    </span>
  );
}
