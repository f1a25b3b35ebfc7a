import type { TFunction } from 'i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './live.module.css';

/** A stretch of time of which nothing, or not everything, arrived. Said, never papered over. */
export function GapLine(props: { readonly t: TFunction<'workbench'>; readonly row: ChatRow }) {
  const { t } = props;
  const { row } = props;
  const from = clockText(row.gap?.fromAt ?? row.at);
  const to = clockText(row.gap?.toAt ?? row.at);
  const estimate = row.gap?.estimate;
  return (
    <div className={classes.gap} data-testid="gap-row" data-event-id={row.id} data-kind="gap">
      <span>
        ▲ {t('live.gap', { from, to })}
        {estimate == null ? null : ` · ${t('live.gapEstimate', { n: estimate, count: estimate })}`}
        {row.text === '' ? null : (
          <>
            {' · '}
            <HostileText
              text={t(`live.gapReason.${row.text.replaceAll(' ', '_')}`, { defaultValue: row.text })}
            />
          </>
        )}
      </span>
    </div>
  );
}
