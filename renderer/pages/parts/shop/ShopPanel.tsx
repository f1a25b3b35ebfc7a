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

/** A part of what shops know. */
export type ShopTab = 'orders' | 'parcels' | 'goods' | 'refunds';
const ALL_TABS: readonly ShopTab[] = ['orders', 'goods', 'refunds'];

/** What the shops behind the room know: the viewer's orders and parcels, goods and stock, refunds. */
export function ShopPanel(props: {
  readonly beside: Beside;
  /** In this order; the first is open. Absent: orders, goods and refunds. */
  readonly tabs?: readonly ShopTab[];
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { beside, tabs = ALL_TABS } = props;
  const [picked, setTab] = useState<ShopTab | null>(null);
  const tab = picked !== null && tabs.includes(picked) ? picked : tabs[0];
  const key = Object.values(beside).join();
  const about = useLoad(`shop-${key}`, (signal) => client.shop.about(beside, { signal }));
  if (about.value === undefined || about.value.connectors.length === 0) return null;
  return (
    <Section title={t('shop.title')}>
      <div className={classes.shop} data-testid="shop-panel">
        <Chips
          label={t('shop.title')}
          value={tab ?? 'orders'}
          choices={tabs.map((value) => ({ value, name: t(`shop.tabs.${value}`) }))}
          change={setTab}
          testId="shop-tab"
        />
        {tab === 'orders' || tab === 'parcels' ? (
          <Orders key={tab} beside={beside} isKnown={about.value.viewerKnown} isTracked={tab === 'parcels'} />
        ) : null}
        {tab === 'goods' ? <GoodsList beside={beside} /> : null}
        {tab === 'refunds' ? <Refunds beside={beside} isKnown={about.value.viewerKnown} /> : null}
      </div>
    </Section>
  );
}
