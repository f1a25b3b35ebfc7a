import { Button, Slider } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { alertsPerHour, budgetOf, SLIDER_MAX, stepOf } from './budget-scale.ts';
import { Card } from './Card.tsx';
import { messagesPerMinute, perThousand, rateText, standingOf } from './figures.ts';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { RateChart } from './RateChart.tsx';
import { useChange } from './use-change.ts';

const MARKS = [0.1, 1, 10, 100].map((budget) => ({ value: stepOf(budget), label: String(budget) }));

/** How many alerts are wanted, beside how many there really were. */
export function BudgetCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { view, canChange } = part;
  const change = useChange(part);
  const now = useNow(60_000);
  const [dragged, setDragged] = useState<number | null>(null);
  const wanted = dragged === null ? view.perThousand : budgetOf(dragged);
  const speed = messagesPerMinute(view.series, now);
  const { roomId } = view;
  const save = async (step: number | null) => {
    const perThousand = step === null ? null : budgetOf(step);
    await change.ask((client) => client.learning.setBudget({ roomId, perThousand }));
    // Who went on dragging meanwhile keeps the newer place.
    setDragged((now) => (now === step || step === null ? null : now));
  };
  return (
    <Card id="budget" title={t('budget.title')} lead={t('budget.lead')}>
      <div className={classes.rates}>
        <p>
          <span>{t('budget.wanted')}</span>
          <b data-testid="budget-wanted">{rateText(wanted)}</b>
        </p>
        <p data-standing={standingOf(view)}>
          <span>{t('budget.real')}</span>
          <b>{rateText(perThousand(view.recent.alerts, view.recent.messages))}</b>
        </p>
        <p className={classes.dim}>
          {t(`budget.standing.${standingOf(view)}`, { n: view.recent.messages.toLocaleString('en-US') })}
        </p>
      </div>
      <Slider
        className={classes.slider ?? ''}
        min={0}
        max={SLIDER_MAX}
        value={dragged ?? stepOf(view.perThousand)}
        marks={MARKS}
        label={(step) => t('perThousand', { n: budgetOf(step) })}
        thumbLabel={t('budget.title')}
        thumbProps={{ 'aria-valuetext': t('perThousand', { n: wanted }) }}
        disabled={!canChange}
        onChange={setDragged}
        onChangeEnd={(step) => void save(step)}
        data-testid="budget-slider"
      />
      <div className={classes.line}>
        <span className={classes.dim}>
          {speed === null
            ? t('budget.noHour')
            : t('budget.hour', { n: rateText(alertsPerHour(wanted, speed)), speed: rateText(speed) })}
        </span>
        {canChange && view.budget.perThousand !== undefined ? (
          <Button variant="subtle" size="compact-xs" onClick={() => void save(null)} loading={change.busy}>
            {t('budget.default', { n: view.defaultPerThousand })}
          </Button>
        ) : null}
      </div>
      {change.fault === undefined ? null : <FaultNotice fault={change.fault} dismiss={change.clear} />}
      <RateChart series={view.series} wanted={wanted} />
    </Card>
  );
}
