import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectorTest, ConnectorView } from '../../../../shared/support/shop/views.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { clockText } from '../../../logic/time.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { useAct } from '../../parts/use-act.ts';
import classes from './setup.module.css';

/** One shop: how it does, a live test, and its removal after a second look. */
export function ConnectorCard(props: {
  readonly shop: ConnectorView;
  readonly edit: () => void;
  readonly changed: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(5_000);
  const act = useAct();
  const [test, setTest] = useState<ConnectorTest | null>(null);
  const [isAsked, setAsked] = useState(false);
  const { shop } = props;
  const { connector, counts } = shop;
  const connectorId = connector.id;
  const run = async () => {
    const answer = await act.run(() => client.shop.testConnector({ connectorId }));
    if (answer.ok) setTest(answer.value);
  };
  const remove = async () => {
    if ((await act.run(() => client.shop.removeConnector({ connectorId }))).ok) props.changed();
  };
  return (
    <div className={classes.box} data-testid="connector" data-id={connectorId}>
      <p>
        <b>{connector.name}</b>{' '}
        <span className={classes.dim}>
          {connectorId}
          {shop.builtIn ? ` · ${t('setup.connectors.builtIn')}` : ` · ${connector.url}`}
          {connector.enabled ? '' : ` · ${t('setup.connectors.off')}`}
        </span>
      </p>
      <p className={classes.dim}>
        {t('setup.connectors.counts', {
          calls: counts.calls,
          answered: counts.answered,
          failed: counts.timeouts + counts.unreachable + counts.refused + counts.invalid + counts.tooLarge,
        })}
      </p>
      {shop.openUntil !== undefined && shop.openUntil > now ? (
        <p>▲ {t('setup.connectors.held', { time: clockText(shop.openUntil) })}</p>
      ) : null}
      {shop.lastFault === undefined ? null : <FaultNotice fault={shop.lastFault} />}
      {test === null ? null : test.ok ? (
        <p role="status">
          ✓ {t('setup.connectors.testOk', { name: test.shopName ?? connector.name, ms: Math.round(test.ms) })}
        </p>
      ) : (
        <p role="status">✕ {t('setup.connectors.testBad', { ms: Math.round(test.ms) })}</p>
      )}
      {test?.fault === undefined ? null : <FaultNotice fault={test.fault} />}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <div className={classes.save}>
        <Button
          size="compact-sm"
          variant="default"
          loading={act.busy}
          onClick={() => void run()}
          data-testid="connector-test"
        >
          {t('setup.connectors.test')}
        </Button>
        {shop.builtIn ? null : (
          <>
            <Button size="compact-sm" variant="default" onClick={props.edit}>
              {t('setup.connectors.edit')}
            </Button>
            {isAsked ? (
              <>
                <span>{t('setup.connectors.removeAsk', { name: connector.name })}</span>
                <Button size="compact-sm" color="red" onClick={() => void remove()}>
                  {t('setup.connectors.remove')}
                </Button>
                <Button size="compact-sm" variant="subtle" onClick={() => setAsked(false)}>
                  {t('common:do.cancel')}
                </Button>
              </>
            ) : (
              <Button size="compact-sm" variant="subtle" onClick={() => setAsked(true)}>
                {t('setup.connectors.remove')}
              </Button>
            )}
          </>
        )}
      </div>
    </div>
  );
}
