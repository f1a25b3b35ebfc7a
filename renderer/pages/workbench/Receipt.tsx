import { useTranslation } from 'react-i18next';
import { useMember } from '../../app/services.tsx';
import { isBad, type ReceiptGroup } from '../../logic/receipts.ts';
import { clockText } from '../../logic/time.ts';
import { useFaultText } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { AnotherWay } from './AnotherWay.tsx';
import { useWorkbench } from './context.tsx';
import panes from './panes.module.css';
import classes from './strip.module.css';
import { useDeedName } from './use-deed-name.ts';

/** What one asked for and what became of it, with the way back or another way. */
export function Receipt(props: { readonly group: ReceiptGroup; readonly undoLeftMs: number }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const me = useMember();
  const { group } = props;
  const name = useDeedName()(group);
  const left = Math.ceil(props.undoLeftMs / 1_000);
  const mine = group.actions.every((action) => action.actor.id === me?.id);
  const all = group.actions.length;
  return (
    <span
      className={classes.receipt}
      data-testid="receipt"
      data-state={group.state}
      data-kind={group.kind}
      data-group-id={group.id}
      data-count={all}
    >
      <ReceiptMark
        state={group.state}
        count={all === 1 || group.inState === all ? undefined : `${group.inState}/${all}`}
      />
      <span className={classes.what}>
        <HostileText text={name} />
      </span>
      {group.fault === undefined ? null : <FaultWords fault={group.fault} />}
      {isBad(group.state) ? <AnotherWay group={group} /> : null}
      {group.undone > 0 ? <span className={classes.time}>{t('undo.undone')}</span> : null}
      {group.undoable.length > 0 && left > 0 && mine ? (
        <button
          type="button"
          className={panes.button}
          onClick={() => void commands.undo(group.undoable)}
          data-testid="undo"
        >
          {t('common:do.undo')} {left} <Kbd k="Z" />
        </button>
      ) : (
        <span className={classes.time}>{clockText(group.at)}</span>
      )}
    </span>
  );
}

function FaultWords(props: { readonly fault: NonNullable<ReceiptGroup['fault']> }) {
  const text = useFaultText(props.fault);
  return (
    <span className={classes.fault} title={text}>
      {text}
    </span>
  );
}
