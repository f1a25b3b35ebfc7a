import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/services.tsx';
import { useWorkbench } from './context.tsx';
import classes from './strip.module.css';

const SLOW_FLAG_MS = 250;
const LONG_BACKLOG = 2_000;

/** How quickly the core takes in, flags and stores; what it refused is counted here too. */
export function Gauges() {
  const { t } = useTranslation('workbench');
  const gauges = useDesk((desk) => desk.gauges);
  const { room } = useWorkbench();
  if (gauges === undefined) return null;
  const dropped = room.counters.dropped ?? 0;
  return (
    <span className={classes.gauges} data-testid="gauges">
      <Tooltip label={t('gauge.intakeHint')}>
        <span>{t('gauge.intake', { n: milliseconds(gauges.intakeP50Ms) })}</span>
      </Tooltip>
      <Tooltip label={t('gauge.flagHint')}>
        <span data-bad={gauges.flagP99Ms > SLOW_FLAG_MS}>
          {t('gauge.flag', { n: milliseconds(gauges.flagP99Ms) })}
        </span>
      </Tooltip>
      <Tooltip label={t('gauge.backlogHint', { rate: Math.round(gauges.eventsPerSecond) })}>
        <span data-bad={gauges.backlog > LONG_BACKLOG}>{t('gauge.backlog', { n: gauges.backlog })}</span>
      </Tooltip>
      {gauges.refused + gauges.unknown + dropped > 0 ? (
        <Tooltip label={t('gauge.lostHint', { refused: gauges.refused, unknown: gauges.unknown, dropped })}>
          <span>{t('gauge.lost', { n: gauges.refused + gauges.unknown + dropped })}</span>
        </Tooltip>
      ) : null}
      {gauges.storeFault === undefined ? null : (
        <span data-bad={true} role="alert">
          ✕ {t('gauge.storeFault', { what: gauges.storeFault })}
        </span>
      )}
    </span>
  );
}

/** Tenths where they say something. */
function milliseconds(ms: number): string {
  return ms < 10 ? ms.toFixed(1) : String(Math.round(ms));
}
