import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Action } from '../../../shared/domain/action.ts';
import type { ViewerCard } from '../../../shared/support/views.ts';
import { whyLine } from '../../../shared/view/why-line.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { ActionWords } from '../parts/ActionLines.tsx';
import { useAct } from '../parts/use-act.ts';
import { liftable, lifting } from './sanction.ts';
import beside from './viewer.module.css';

const OPEN_STATES = ['requested', 'accepted'];

/** The mute or ban in force, and taking it back: with a reason, and its receipt. */
export function Lift(props: {
  readonly card: ViewerCard;
  readonly conversationId: string;
  readonly reload: () => void;
}) {
  const { t, i18n } = useTranslation('support');
  const client = useClient();
  const now = useNow(5_000);
  const act = useAct();
  const [asked, setAsked] = useState<Action | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const { card, conversationId, reload } = props;
  const sanction = liftable(card, now);
  const lift = lifting(card, asked);
  const flag = card.person?.flags.find((each) => each.id === sanction?.flagId);
  const why = flag === undefined ? undefined : whyLine(flag.reasons);
  const said = (i18n.language === 'en' ? why?.textEn : why?.text) ?? '';
  const isPending = lift !== null && OPEN_STATES.includes(lift.state);
  useEffect(() => {
    if (!isPending) return;
    const timer = setInterval(reload, 2_000);
    return () => clearInterval(timer);
  }, [isPending, reload]);
  if (sanction === null && lift === null) return null;
  const submit = async () => {
    if (sanction === null || reason === null) return;
    const answer = await act.run(() =>
      client.support.lift({
        conversationId,
        undoId: crypto.randomUUID(),
        actionId: sanction.id,
        reason: reason.trim(),
      }),
    );
    if (!answer.ok) return;
    setAsked(answer.value.action);
    setReason(null);
    reload();
  };
  return (
    <div className={beside.lift} data-testid="support-lift">
      {sanction === null ? null : (
        <p>
          <b>{t('lift.inForce')}</b> <time>{clockText(sanction.requestedAt)}</time>{' '}
          <ActionWords action={sanction} />
        </p>
      )}
      {said === '' ? null : (
        <p data-testid="support-lift-why">
          <b>{t('lift.why')}</b> <HostileText text={said} />
        </p>
      )}
      {lift === null ? null : (
        <p data-testid="support-lift-receipt" data-receipt={lift.state}>
          {t('lift.asked')} <time>{clockText(lift.requestedAt)}</time>{' '}
          <ReceiptMark small state={lift.state} />
        </p>
      )}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      {sanction === null || isPending ? null : reason === null ? (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => setReason(t('lift.default'))}
          data-testid="support-lift-open"
        >
          {t(sanction.kind === 'ban' ? 'lift.ban' : 'lift.mute')}
        </Button>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void submit();
          }}
        >
          <TextInput
            value={reason}
            aria-label={t('lift.reason')}
            placeholder={t('lift.reason')}
            maxLength={500}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button
            type="submit"
            size="compact-sm"
            disabled={reason.trim() === ''}
            loading={act.busy}
            data-testid="support-lift-yes"
          >
            {t('lift.yes')}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => setReason(null)}>
            {t('common:do.cancel')}
          </Button>
        </form>
      )}
    </div>
  );
}
