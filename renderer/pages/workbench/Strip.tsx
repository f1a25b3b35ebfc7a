import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useDesk, useMember, useNow } from '../../app/services.tsx';
import { groupReceipts, stripOrder, UNDO_MS, withoutReason } from '../../logic/receipts.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { useWorkbench } from './context.tsx';
import { Gauges } from './Gauges.tsx';
import panes from './panes.module.css';
import { Receipt } from './Receipt.tsx';
import classes from './strip.module.css';
import { useHover, useStill } from './use-still.ts';

const SHOWN = 5;

/** The last things done, how they stand, and how the core does. Holds still under the pointer. */
export function Strip() {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const actions = useDesk((desk) => desk.actions);
  const me = useMember();
  const now = useNow();
  const groups = useMemo(() => groupReceipts(actions.values()), [actions]);
  const { over, handlers } = useHover();
  const ids = useStill(
    stripOrder(groups, now, SHOWN).map((group) => group.id),
    over,
    (kept) => kept.length === 0,
  );
  const open = me === undefined ? [] : withoutReason(groups, me.id);
  const oldest = open.at(-1);
  return (
    <footer className={`${classes.strip} ${panes.strip}`} data-testid="receipts">
      {oldest === undefined ? null : (
        <button
          type="button"
          className={panes.chip}
          aria-pressed="true"
          onClick={() => model.setState({ reasonFor: oldest.id })}
          data-testid="reason-reminder"
        >
          {t('reason.missing', { n: open.length })}
        </button>
      )}
      <div className={classes.receipts} {...handlers}>
        {ids.map((id) => {
          const group = groups.find((each) => each.id === id);
          return group === undefined ? null : (
            <Receipt key={id} group={group} undoLeftMs={group.at + UNDO_MS - now} />
          );
        })}
        {groups.length === 0 ? <span className={classes.none}>{t('receipt.none')}</span> : null}
      </div>
      <button
        type="button"
        className={panes.link}
        onClick={() => model.setState({ dialog: 'history' })}
        data-testid="open-history"
      >
        {t('history.title')} <Kbd k="U" />
      </button>
      <Gauges />
    </footer>
  );
}
