import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action.ts';
import { useDesk, useNow, usePreferences } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { durationName } from '../../ui/duration.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';

/** One action in a history: when, what, by whom, how it stands, and its undo with what that does. */
export function ActionLine(props: { readonly action: Action; readonly named?: boolean }) {
  const { t } = useTranslation('workbench');
  const [{ language }] = usePreferences();
  const { commands } = useWorkbench();
  const now = useNow(60_000);
  const action = useDesk((desk) => desk.actions.get(props.action.id)) ?? props.action;
  const { undo } = action;
  const undoable = undo.possible && action.undoneBy === undefined && action.undoOf === undefined;
  const does = undo.inverse === undefined ? '' : t('undo.does', { what: t(`common:action.${undo.inverse}`) });
  const note = undo.note?.[language] ?? '';
  return (
    <li data-testid="action-line" data-action-id={action.id} data-state={action.state}>
      <time>{momentText(action.requestedAt, now)}</time>
      <span>
        <ReceiptMark state={action.state} /> {t(`common:action.${action.kind}`)}{' '}
        {action.durationSec === undefined ? null : durationName(t, action.durationSec)}{' '}
        {props.named && action.target !== undefined ? <HostileText text={action.target.name} /> : null}{' '}
        <span className={classes.by}>{action.actor.name}</span>
        {action.undoneBy === undefined ? null : <span className={classes.by}> · {t('undo.undone')}</span>}
        {undoable && action.state !== 'failed' ? (
          <button
            type="button"
            className={`${panes.link} ${classes.after}`}
            title={`${does} ${note}`.trim()}
            onClick={() => void commands.undo([action])}
          >
            {t('common:do.undo')}
          </button>
        ) : null}
        {undoable ? null : <span className={classes.by}> {action.undoOf === undefined ? note : ''}</span>}
      </span>
    </li>
  );
}
