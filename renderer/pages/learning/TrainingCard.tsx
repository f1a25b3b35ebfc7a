import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RoomModel } from '../../../shared/learning/model.ts';
import { useNow } from '../../app/services.tsx';
import { ageText, momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Card } from './Card.tsx';
import { rateText, tookText } from './figures.ts';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { Bar } from './RoomList.tsx';
import { useChange } from './use-change.ts';

/** When the room was last trained, why, how long it took and what it changed; training it now. */
export function TrainingCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { view, canChange } = part;
  const { roomId, training, lastTraining: last } = view;
  const now = useNow(training === undefined ? 30_000 : 1_000);
  const change = useChange(part);
  return (
    <Card
      id="training"
      title={t('training.title')}
      lead={t('training.lead')}
      side={
        canChange ? (
          <Button
            size="compact-sm"
            disabled={training !== undefined}
            loading={change.busy}
            onClick={() => void change.ask((client) => client.learning.retrain({ roomId }))}
            data-testid="learning-retrain"
          >
            {t('training.now')}
          </Button>
        ) : null
      }
    >
      {change.fault === undefined ? null : <FaultNotice fault={change.fault} dismiss={change.clear} />}
      {training === undefined ? null : (
        <div className={classes.progress} role="status" data-testid="learning-progress">
          <span>
            {t(`stage.${training.stage}`)} · {ageText(now - training.since)}
          </span>
          <Bar share={training.done} label={t('training.title')} />
        </div>
      )}
      {last === undefined ? (
        <p className={classes.nothing}>{t('training.never')}</p>
      ) : (
        <dl className={classes.facts}>
          <dt>{t('training.last')}</dt>
          <dd>
            {momentText(last.at, now)} · {t(`why.${last.why}`)}
            {last.why === 'request' || last.why === 'reset' ? ` · ${last.by.name}` : ''} ·{' '}
            {t('training.took', { time: tookText(last.durationMs) })}
          </dd>
          {last.fault === undefined ? null : (
            <>
              <dt>{t('training.failed')}</dt>
              <dd>
                {last.fault.code === 'invalid' ? (
                  t('training.few', { n: count(view.samples) })
                ) : (
                  <FaultNotice fault={last.fault} />
                )}
              </dd>
            </>
          )}
        </dl>
      )}
      {view.model === undefined ? null : <ModelFacts model={view.model} />}
      {view.nextAt === undefined ? null : (
        <p className={classes.dim}>{t('training.next', { at: momentText(view.nextAt, now) })}</p>
      )}
    </Card>
  );
}

function count(n: number): string {
  return n.toLocaleString('en-US');
}

/** What a model was made from, and what trying it out showed. */
function ModelFacts(props: { readonly model: RoomModel }) {
  const { t } = useTranslation('learning');
  const { model } = props;
  return (
    <dl className={classes.facts}>
      <dt>{t('model.from')}</dt>
      <dd>
        {t('model.fromText', { own: count(model.samples), borrowed: count(model.borrowed) })}
        {model.dismissals + model.confirmations === 0
          ? ''
          : t('model.fromTaught', { dismissals: model.dismissals, confirmations: model.confirmations })}
      </dd>
      <dt>{t('model.check')}</dt>
      <dd>
        {model.check.messages === 0
          ? t('model.noCheck')
          : t('model.checkRate', {
              n: count(model.check.messages),
              rate: rateText(model.check.perThousand),
            })}
        {model.dismissals === 0
          ? null
          : ` · ${t('model.quiet', { n: model.check.dismissedQuiet, of: model.dismissals })}`}
        {model.confirmations === 0
          ? null
          : ` · ${t('model.found', { n: model.check.confirmedFound, of: model.confirmations })}`}
      </dd>
    </dl>
  );
}
