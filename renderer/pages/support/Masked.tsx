import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useNow, useServices } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import type { Talk } from '../../state/talks.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';

/** Where content is veiled: shown for a while, with a reason that is recorded; then it is veiled again. */
export function Masked(props: { readonly conversationId: string; readonly talk: Talk }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const now = useNow(1_000);
  const [reason, setReason] = useState<string | null>(null);
  const act = useAct();
  const { conversationId, talk } = props;
  const until = talk.revealedUntil ?? 0;
  const isOpen = until > now;
  useEffect(() => {
    if (!isOpen) return;
    return () => support.talks.refetch(conversationId);
  }, [support, conversationId, isOpen]);
  if (!talk.isPrivate) return null;
  if (isOpen)
    return (
      <p className={classes.masked} data-testid="support-revealed">
        {t('masked.shown', { time: new Date(until).toLocaleTimeString() })}{' '}
        {t('masked.left', { time: ageText(until - now) })}
      </p>
    );
  const reveal = async () => {
    const answer = await act.run(() =>
      client.support.reveal({ conversationId, reason: (reason ?? '').trim() }),
    );
    if (!answer.ok) return;
    support.talks.of(conversationId).setState({ revealedUntil: answer.value.until });
    setReason(null);
    support.talks.refetch(conversationId);
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
            onKeyDown={(event) => {
              if (event.key === 'Enter' && reason.trim().length >= 3) void reveal();
              if (event.key === 'Escape') setReason(null);
            }}
            autoFocus
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
