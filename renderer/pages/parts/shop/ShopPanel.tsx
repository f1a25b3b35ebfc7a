import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from '../../../app/services.tsx';
import { Chips } from '../Chips.tsx';
import { Section } from '../Panel.tsx';
import { useLoad } from '../use-load.ts';
import type { Beside } from './beside.ts';
import { GoodsList } from './GoodsList.tsx';
import { Orders } from './Orders.tsx';
import { Refunds } from './Refunds.tsx';
import classes from './shop.module.css';

const TABS = ['orders', 'goods', 'refunds'] as const;

/** What the shops behind the room know: the viewer's orders and parcels, goods and stock, refunds. */
export function ShopPanel(props: { readonly beside: Beside }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const [tab, setTab] = useState<(typeof TABS)[number]>('orders');
  const { beside } = props;
  const key = Object.values(beside).join();
  const about = useLoad(`shop-${key}`, (signal) => client.shop.about(beside, { signal }));
  if (about.value === undefined || about.value.connectors.length === 0) return null;
  return (
    <Section title={t('shop.title')}>
      <div className={classes.shop} data-testid="shop-panel">
        <Chips
          label={t('shop.title')}
          value={tab}
          choices={TABS.map((value) => ({ value, name: t(`shop.tabs.${value}`) }))}
          change={setTab}
          testId="shop-tab"
        />
        {tab === 'orders' ? <Orders beside={beside} isKnown={about.value.viewerKnown} /> : null}
        {tab === 'goods' ? <GoodsList beside={beside} /> : null}
        {tab === 'refunds' ? <Refunds beside={beside} isKnown={about.value.viewerKnown} /> : null}
      </div>
    </Section>
  );
}
