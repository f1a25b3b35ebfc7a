import { useStore } from 'zustand';
import classes from './bars.module.css';
import { useWidget } from './context.tsx';
import { waitLine } from './wait.ts';

/** Place in line and the honest wait, live; that nobody answers now; that the line is lost. */
export function WaitBar() {
  const { model, words } = useWidget();
  const { line, stage, status } = useStore(model.store);
  const wait = status === undefined ? null : waitLine(status, words);
  const isOpen = status?.isOpenNow ?? (stage.kind === 'ready' && stage.session.isOpenNow);
  return (
    <div className={classes.bars} role="status">
      {line === 'lost' ? (
        <p className={classes.lost} data-testid="widget-line">
          {words.line.lost}{' '}
          <button type="button" onClick={model.retryNow}>
            {words.line.retry}
          </button>
        </p>
      ) : null}
      {isOpen || status?.state === 'closed' ? null : (
        <p className={classes.bar} data-testid="widget-hours">
          {words.closedNow}
        </p>
      )}
      {wait === null ? null : (
        <p className={classes.bar} data-testid="widget-wait">
          <b>{wait}</b>
          <span>{words.waitHint}</span>
        </p>
      )}
    </div>
  );
}
