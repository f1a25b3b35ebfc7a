import { useTranslation } from 'react-i18next';
import { useClient, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { HostileText } from '../../../ui/HostileText.tsx';
import { useLoad } from '../use-load.ts';
import type { Beside } from './beside.ts';
import { Parts } from './Parts.tsx';
import classes from './shop.module.css';

/** Where the parcels of an order are, the newest step first. */
export function Parcels(props: {
  readonly beside: Beside;
  readonly connectorId: string;
  readonly orderId: string;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(60_000);
  const { beside, connectorId, orderId } = props;
  const parcels = useLoad(`parcels-${connectorId}-${orderId}`, (signal) =>
    client.shop.logistics({ ...beside, connectorId, orderId }, { signal }),
  );
  return (
    <Parts
      result={parcels}
      none={t('shop.parcelNone')}
      row={(parcel) => (
        <div key={parcel.trackingNumber} className={classes.parcel} data-testid="shop-parcel">
          <p>
            <b>{parcel.carrier}</b> <HostileText text={parcel.trackingNumber} />{' '}
            <span className={classes.state} data-state={parcel.state}>
              {t(`shop.parcel.${parcel.state}`)}
            </span>
          </p>
          {parcel.expectedAt === undefined ? null : (
            <p className={classes.dim}>{t('shop.expected', { time: momentText(parcel.expectedAt, now) })}</p>
          )}
          <ol>
            {parcel.steps.toReversed().map((step) => (
              <li key={`${step.at}${step.text}`}>
                <time>{momentText(step.at, now)}</time>
                <span>
                  <HostileText
                    text={[step.place ?? '', step.text].filter((part) => part !== '').join(' · ')}
                  />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
    />
  );
}
