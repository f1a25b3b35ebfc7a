import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShopPart, ShopResult } from '../../../../shared/support/shop/views.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import type { Loaded } from '../use-load.ts';
import classes from './shop.module.css';

/** What each shop said; one that is down is named and hides no other. */
export function Parts<T>(props: {
  readonly result: Loaded<ShopResult<T>>;
  readonly none: string;
  readonly row: (row: T, part: ShopPart<T>) => ReactNode;
}) {
  const { t } = useTranslation('support');
  const { result } = props;
  if (result.fault !== undefined) return <FaultNotice fault={result.fault} retry={result.reload} />;
  if (result.value === undefined)
    return result.loading ? <p className={classes.dim}>{t('shop.loading')}</p> : null;
  const { parts } = result.value;
  const isNone = parts.every((part) => part.rows.length === 0 && part.fault === undefined);
  return (
    <>
      {isNone ? <p className={classes.dim}>{props.none}</p> : null}
      {parts.map((part) => (
        <div key={part.connectorId} className={classes.part}>
          {parts.length > 1 ? <b>{part.name}</b> : null}
          {part.fault === undefined ? null : (
            <>
              <p className={classes.dim}>{t('shop.fault', { name: part.name })}</p>
              <FaultNotice fault={part.fault} retry={result.reload} />
            </>
          )}
          {part.rows.map((row) => props.row(row, part))}
          {part.dropped === 0 ? null : (
            <p className={classes.dim}>{t('shop.dropped', { n: part.dropped })}</p>
          )}
        </div>
      ))}
    </>
  );
}
