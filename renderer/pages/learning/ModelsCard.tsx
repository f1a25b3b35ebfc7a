import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Ask } from '../parts/Ask.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Card } from './Card.tsx';
import { rateText } from './figures.ts';
import classes from './learning.module.css';
import type { PartProps } from './part.ts';
import { useChange } from './use-change.ts';

/** The versions that are kept, and going back to one. */
export function ModelsCard(part: PartProps) {
  const { t } = useTranslation('learning');
  const { view, canChange } = part;
  const { roomId } = view;
  const client = useClient();
  const now = useNow(60_000);
  const change = useChange(part);
  const [asked, setAsked] = useState<{ readonly id: string; readonly number: number } | null>(null);
  const models = useLoad(`models ${roomId} ${view.model?.id ?? ''} ${view.lastTraining?.at ?? 0}`, (signal) =>
    client.learning.models({ roomId }, { signal }),
  );
  const back = async () => {
    if (asked === null) return;
    const done = await change.ask((api) => api.learning.rollback({ roomId, modelId: asked.id }));
    if (!done) return;
    setAsked(null);
    models.reload();
  };
  return (
    <Card id="models" title={t('models.title')} lead={t('models.lead')}>
      {models.fault === undefined ? null : <FaultNotice fault={models.fault} retry={models.reload} />}
      {models.value?.length === 0 ? <p className={classes.nothing}>{t('models.empty')}</p> : null}
      {(models.value ?? []).length === 0 ? null : (
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{t('models.version')}</th>
                <th>{t('models.made')}</th>
                <th>{t('models.samples')}</th>
                <th>{t('models.rate')}</th>
                <th />
              </tr>
            </thead>
            <tbody>
              {(models.value ?? []).map((model) => {
                const inUse = model.id === view.model?.id;
                return (
                  <tr key={model.id} data-testid="learning-model" data-in-use={inUse}>
                    <th scope="row">#{model.number}</th>
                    <td>
                      {momentText(model.at, now)} <span className={classes.dim}>{t(`why.${model.why}`)}</span>
                    </td>
                    <td>{model.samples.toLocaleString('en-US')}</td>
                    <td>{rateText(model.check.perThousand)}</td>
                    <td>
                      {inUse ? (
                        <b className={classes.inUse}>{t('models.inUse')}</b>
                      ) : model.withdrawnAt !== undefined ? (
                        <span className={classes.dim}>{t('models.withdrawn')}</span>
                      ) : canChange ? (
                        <Button variant="subtle" size="compact-xs" onClick={() => setAsked(model)}>
                          {t('models.back')}
                        </Button>
                      ) : null}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      <Ask
        opened={asked !== null}
        text={t('models.ask', { n: asked?.number ?? 0 })}
        yes={t('models.back')}
        busy={change.busy}
        fault={change.fault}
        onYes={() => void back()}
        onNo={() => setAsked(null)}
      />
    </Card>
  );
}
