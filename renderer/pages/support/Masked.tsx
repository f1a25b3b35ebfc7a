import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useNow, useServices } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';
import { useConfig } from './use-config.ts';

/** Where content is masked: shown for a while, with a reason that is recorded. */
export function Masked(props: { readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const config = useConfig();
  const now = useNow();
  const [until, setUntil] = useState(0);
  const [reason, setReason] = useState<string | null>(null);
  const act = useAct();
  if (config.value?.privacy.masked !== true) return null;
  if (until > now) return <p className={classes.masked}>{t('masked.shown', { time: clockText(until) })}</p>;
  const reveal = async () => {
    const answer = await act.run(() =>
      client.support.reveal({ conversationId: props.conversationId, reason: (reason ?? '').trim() }),
    );
    if (!answer.ok) return;
    setUntil(answer.value.until);
    setReason(null);
    support.talks.refetch(props.conversationId);
  };
  return (
    <div className={classes.masked} data-testid="support-masked">
      <span>{t('masked.hidden')}</span>
      {reason === null ? (
        <Button
          size="compact-xs"
          variant="default"
          onClick={() => setReason('')}
          data-testid="support-reveal"
        >
          {t('masked.show')}
        </Button>
      ) : (
        <>
          <TextInput
            value={reason}
            placeholder={t('masked.reason')}
            aria-label={t('masked.reason')}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
            data-autofocus
            data-testid="support-reveal-reason"
          />
          <Button
            size="compact-xs"
            disabled={reason.trim().length < 3}
            loading={act.busy}
            onClick={() => void reveal()}
            data-testid="support-reveal-yes"
          >
            {t('masked.show')}
          </Button>
        </>
      )}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
    </div>
  );
}
