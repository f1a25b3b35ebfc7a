import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action.ts';
import { clockText } from '../../logic/time.ts';
import { durationName } from '../../ui/duration.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import classes from './lines.module.css';

/** What was done, oldest first, each with what became of it. */
export function ActionLines(props: { readonly actions: readonly Action[] }) {
  const inOrder = props.actions.toSorted((a, b) => a.requestedAt - b.requestedAt);
  return (
    <ol className={classes.actions}>
      {inOrder.map((action) => (
        <li key={action.id}>
          <time>{clockText(action.requestedAt)}</time>
          <span>
            <ActionWords action={action} />
          </span>
          <ReceiptMark small state={action.state} />
        </li>
      ))}
    </ol>
  );
}

/** `禁言 momo 10分 · 林` in words. */
export function ActionWords(props: { readonly action: Action }) {
  const { t } = useTranslation();
  const { kind, target, durationSec, actor, value } = props.action;
  return (
    <>
      {t(`action.${kind}`)}{' '}
      {target === undefined ? null : (
        <b>
          <HostileText text={target.name} />{' '}
        </b>
      )}
      {durationSec === undefined || !(kind === 'mute' || kind === 'ban')
        ? null
        : `${durationName(t, durationSec)} `}
      {value === undefined ? null : `${value} `}
      <span className={classes.by}>{actor.name}</span>
    </>
  );
}
