import { useTranslation } from 'react-i18next';
import type { Fault } from '../../../shared/domain/fault.ts';
import { Age } from '../../ui/Age.tsx';
import { useFaultText } from '../../ui/FaultNotice.tsx';
import { useWorkbench } from './context.tsx';
import classes from './live.module.css';

/** Below rows that have stopped coming: how the source stands since when, why, and the way back. */
export function SourceLine(props: { readonly hasRows: boolean }) {
  const { t } = useTranslation('workbench');
  const { commands, room } = useWorkbench();
  const { state, since, fault } = room.status;
  if (state === 'live' || state === 'waiting' || state === 'connecting') return null;
  if (!props.hasRows && fault === undefined) return null;
  const trying = state === 'reconnecting';
  return (
    <div className={classes.source} role="status" data-state={state} data-testid="source-line">
      <b>
        {trying ? '▲' : state === 'failed' ? '◆' : '○'} {t(`common:source.${state}`)}
      </b>
      <Age since={since} />
      {fault === undefined ? null : <Why fault={fault} />}
      {trying || !props.hasRows ? null : (
        <button type="button" className={classes.connect} onClick={() => void commands.connect(room.room.id)}>
          {t('live.connect')}
        </button>
      )}
    </div>
  );
}

function Why(props: { readonly fault: Fault }) {
  return <span>{useFaultText(props.fault)}</span>;
}
