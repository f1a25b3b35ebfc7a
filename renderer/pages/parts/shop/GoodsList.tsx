import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Goods } from '../../../../shared/support/shop/goods.ts';
import { useClient } from '../../../app/services.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useLoad } from '../use-load.ts';
import { Ask } from './Ask.tsx';
import type { Beside } from './beside.ts';
import { Parts } from './Parts.tsx';
import classes from './shop.module.css';

/** Goods by name, with what is left of each variant. */
export function GoodsList(props: { readonly beside: Beside }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { beside } = props;
  const [text, setText] = useState('');
  const goods = useLoad(`goods-${Object.values(beside).join()}-${text}`, (signal) =>
    client.shop.goods({ ...beside, limit: 20, ...(text === '' ? {} : { text }) }, { signal }),
  );
  return (
    <>
      <Ask label={t('shop.findGoods')} ask={setText} testId="shop-goods" />
      <Parts
        result={goods}
        none={t('shop.noneGoods')}
        row={(one, part) => (
          <GoodsCard key={one.id} goods={one} beside={beside} connectorId={part.connectorId} />
        )}
      />
    </>
  );
}

function GoodsCard(props: { readonly goods: Goods; readonly beside: Beside; readonly connectorId: string }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { goods, beside, connectorId } = props;
  const [isOpen, setOpen] = useState(false);
  const skuIds = goods.skus.map((sku) => sku.id);
  const stock = useLoad(isOpen && skuIds.length > 0 ? `stock-${connectorId}-${goods.id}` : null, (signal) =>
    client.shop.stock({ ...beside, connectorId, skuIds }, { signal }),
  );
  const names = new Map(goods.skus.map((sku) => [sku.id, sku.name]));
  return (
    <article className={classes.card} data-testid="shop-goods-card">
      <header>
        <b>
          <HostileText text={goods.name} />
        </b>
        {goods.onSale ? null : <span className={classes.state}>{t('shop.offSale')}</span>}
        <MoneyText money={goods.price} />
      </header>
      <footer>
        <span className={classes.dim}>{goods.category ?? ''}</span>
        <button type="button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'shop.hide' : 'shop.stock')}
        </button>
      </footer>
      {isOpen ? (
        <Parts
          result={stock}
          none={t('shop.out')}
          row={(row) => (
            <p key={`${row.skuId}${row.warehouse ?? ''}`} className={classes.stock}>
              <HostileText text={names.get(row.skuId) ?? row.skuId} />
              <span className={row.available > 0 ? classes.dim : classes.warn}>
                {row.available > 0 ? t('shop.available', { n: row.available }) : `▲ ${t('shop.out')}`}
                {row.reserved > 0 ? ` · ${t('shop.reserved', { n: row.reserved })}` : ''}
              </span>
            </p>
          )}
        />
      ) : null}
    </article>
  );
}
