import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectorView } from '../../../../shared/support/shop/views.ts';
import { useClient } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Loading } from '../../parts/Loading.tsx';
import { useLoad } from '../../parts/use-load.ts';
import { ConnectorCard } from './ConnectorCard.tsx';
import { ConnectorForm } from './ConnectorForm.tsx';
import type { PartProps } from './part.ts';
import classes from './setup.module.css';

/** Shops whose goods, orders and parcels stand beside conversations and tickets. */
export function ConnectorsPart({ setup }: PartProps) {
  const { t } = useTranslation('support');
  const client = useClient();
  const [edited, edit] = useState<ConnectorView | 'new' | null>(null);
  const shops = useLoad(setup.canChange ? 'connectors' : null, (signal) =>
    client.shop.connectors(undefined, { signal }),
  );
  const done = () => {
    edit(null);
    shops.reload();
  };
  if (!setup.canChange) return <p className={classes.locked}>{t('setup.readOnly')}</p>;
  return (
    <>
      <p className={classes.dim}>{t('setup.connectors.lead')}</p>
      {shops.fault === undefined ? null : <FaultNotice fault={shops.fault} retry={shops.reload} />}
      {shops.loading ? <Loading /> : null}
      {shops.value?.length === 0 ? (
        <p className={classes.none}>
          <b>{t('setup.connectors.empty')}</b> {t('setup.connectors.emptyHint')}
        </p>
      ) : null}
      {shops.value?.map((shop) => (
        <ConnectorCard key={shop.connector.id} shop={shop} edit={() => edit(shop)} changed={shops.reload} />
      ))}
      {edited === null ? (
        <Button
          variant="default"
          className={classes.start ?? ''}
          onClick={() => edit('new')}
          data-testid="connector-add"
        >
          {t('setup.connectors.add')}
        </Button>
      ) : (
        <ConnectorForm shop={edited === 'new' ? undefined : edited} done={done} close={() => edit(null)} />
      )}
    </>
  );
}
