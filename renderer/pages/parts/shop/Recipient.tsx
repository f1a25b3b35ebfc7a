import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderView, RevealedRecipient } from '../../../../shared/support/shop/views.ts';
import { useClient, useNow } from '../../../app/services.tsx';
import { clockText } from '../../../logic/time.ts';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { HostileText } from '../../../ui/HostileText.tsx';
import { useAct } from '../use-act.ts';
import type { Beside } from './beside.ts';
import classes from './shop.module.css';

/** Who gets the parcel: masked; shown for a while, with a reason that is recorded. */
export function Recipient(props: {
  readonly order: OrderView;
  readonly beside: Beside;
  readonly connectorId: string;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const now = useNow(1_000);
  const act = useAct();
  const [reason, setReason] = useState<string | null>(null);
  const [shown, setShown] = useState<RevealedRecipient | null>(null);
  const { order, beside, connectorId } = props;
  if (order.recipient === undefined) return null;
  const isShown = shown !== null && shown.until > now;
  const { name = '', phone = '', region = '', address = '' } = isShown ? shown.recipient : order.recipient;
  const submit = async () => {
    const answer = await act.run(() =>
      client.shop.reveal({ ...beside, orderId: order.id, connectorId, reason: (reason ?? '').trim() }),
    );
    if (!answer.ok) return;
    setShown(answer.value);
    setReason(null);
  };
  return (
    <div className={classes.recipient} data-testid="shop-recipient" data-shown={isShown}>
      <span>{t('shop.recipient')}</span>
      <p>
        <HostileText text={[name, phone, region, address].filter((part) => part !== '').join(' ')} />
        {isShown ? (
          <small> {t('shop.revealed', { time: clockText(shown.until) })}</small>
        ) : reason === null ? (
          <button type="button" onClick={() => setReason('')} data-testid="shop-reveal">
            {t('shop.reveal')}
          </button>
        ) : null}
      </p>
      {reason === null ? null : (
        <form
          className={classes.ask}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim().length >= 3) void submit();
          }}
        >
          <TextInput
            size="xs"
            value={reason}
            aria-label={t('shop.revealReason')}
            placeholder={t('shop.revealReason')}
            maxLength={500}
            autoFocus
            onChange={(event) => setReason(event.currentTarget.value)}
            data-testid="shop-reveal-reason"
          />
          <Button type="submit" size="compact-xs" disabled={reason.trim().length < 3} loading={act.busy}>
            {t('shop.reveal')}
          </Button>
        </form>
      )}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}
