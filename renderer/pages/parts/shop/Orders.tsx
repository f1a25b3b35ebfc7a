import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView } from '../../../../shared/support/shop/views.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useLoad } from '../use-load.ts';
import { Ask } from './Ask.tsx';
import type { Beside } from './beside.ts';
import { Parcels } from './Parcels.tsx';
import { Parts } from './Parts.tsx';
import { Recipient } from './Recipient.tsx';
import classes from './shop.module.css';

/** The viewer's orders, or one by its number, with what was bought, for whom, and where it is. */
export function Orders(props: {
  readonly beside: Beside;
  readonly isKnown: boolean;
  /** Parcels of what is on its way are shown at once. */
  readonly isTracked: boolean;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { beside, isKnown } = props;
  const [orderId, setOrder] = useState('');
  const isAsked = isKnown || orderId !== '';
  const orders = useLoad(isAsked ? `orders-${Object.values(beside).join()}-${orderId}` : null, (signal) =>
    client.shop.orders({ ...beside, limit: 20, ...(orderId === '' ? {} : { orderId }) }, { signal }),
  );
  return (
    <>
      <Ask label={t('shop.order')} ask={setOrder} testId="shop-order" />
      {isAsked ? (
        <Parts
          result={orders}
          none={t('shop.none')}
          row={(order, part) => (
            <OrderCard
              key={order.id}
              order={order}
              beside={beside}
              connectorId={part.connectorId}
              isTracked={props.isTracked}
            />
          )}
        />
      ) : (
        <p className={classes.dim}>{t('shop.unknown')}</p>
      )}
    </>
  );
}

function OrderCard(props: {
  readonly order: OrderView;
  readonly beside: Beside;
  readonly connectorId: string;
  readonly isTracked: boolean;
}) {
  const { t } = useTranslation('support');
  const now = useNow(60_000);
  const { order, beside, connectorId } = props;
  const [isOpen, setOpen] = useState(props.isTracked && order.state === 'shipped');
  return (
    <article className={classes.card} data-testid="shop-order-card" data-id={order.id}>
      <header>
        <b>
          <HostileText text={order.id} />
        </b>
        <span className={classes.state} data-state={order.state}>
          {t(`shop.state.${order.state}`)}
        </span>
        <MoneyText money={order.total} />
      </header>
      {order.isViewers === false ? <p className={classes.warn}>▲ {t('shop.notTheirs')}</p> : null}
      <ul>
        {order.items.map((item) => (
          <li key={`${item.goodsId}/${item.skuId ?? ''}`}>
            <HostileText text={t('shop.items', { name: item.name, n: item.count })} />{' '}
            <MoneyText money={item.price} />
          </li>
        ))}
      </ul>
      {order.buyerNote === undefined || order.buyerNote === '' ? null : (
        <p className={classes.dim}>
          “<HostileText text={order.buyerNote} />”
        </p>
      )}
      <Recipient order={order} beside={beside} connectorId={connectorId} />
      <footer>
        <time>{momentText(order.createdAt, now)}</time>
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          data-testid="shop-parcels"
        >
          {t(isOpen ? 'shop.hide' : 'shop.parcels')}
        </button>
      </footer>
      {isOpen ? <Parcels beside={beside} connectorId={connectorId} orderId={order.id} /> : null}
    </article>
  );
}
