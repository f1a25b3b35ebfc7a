import { useTranslation } from 'react-i18next';
import { useClient, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import { MoneyText } from '../../../ui/MoneyText.tsx';
import { useLoad } from '../use-load.ts';
import type { Beside } from './beside.ts';
import { Parts } from './Parts.tsx';
import classes from './shop.module.css';

/** The viewer's refunds; read only. */
export function Refunds(props: { readonly beside: Beside; readonly isKnown: boolean }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(60_000);
  const { beside, isKnown } = props;
  const refunds = useLoad(isKnown ? `refunds-${Object.values(beside).join()}` : null, (signal) =>
    client.shop.refunds({ ...beside, limit: 20 }, { signal }),
  );
  if (!isKnown) return <p className={classes.dim}>{t('shop.unknown')}</p>;
  return (
    <Parts
      result={refunds}
      none={t('shop.noneRefunds')}
      row={(refund) => (
        <article key={refund.id} className={classes.card}>
          <header>
            <b>
              <HostileText text={refund.orderId} />
            </b>
            <span className={classes.state} data-state={refund.state}>
              {t(`shop.refund.${refund.state}`)}
            </span>
            <MoneyText money={refund.amount} />
          </header>
          {refund.reason === undefined ? null : (
            <p className={classes.dim}>
              <HostileText text={refund.reason} />
            </p>
          )}
          <footer>
            <time>{momentText(refund.askedAt, now)}</time>
          </footer>
        </article>
      )}
    />
  );
}
