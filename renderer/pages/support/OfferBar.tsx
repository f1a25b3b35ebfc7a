import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useMember, useNow, useServices } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { ageText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './support.module.css';
import type { Part } from './use-talk.ts';

/** What is put before me, with its note and its time; or that nobody has it yet. */
export function OfferBar(props: { readonly conversation: Conversation; readonly part: Part }) {
  const { t } = useTranslation('support');
  const word = useWord();
  const client = useClient();
  const { support } = useServices();
  const member = useMember();
  const now = useNow();
  const act = useAct();
  const { conversation, part } = props;
  const { offer } = conversation;
  const run = async (call: () => Promise<Conversation>) => {
    const answer = await act.run(call);
    if (answer.ok) support.learn(answer.value);
  };
  const input = { conversationId: conversation.id };
  const fault = act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />;

  if (part === 'offered' && offer !== undefined)
    return (
      <div className={classes.offer} data-testid="support-offer">
        <div>
          <b>
            {offer.kind === 'transfer'
              ? t('offer.transfer', { name: offer.from?.name ?? '' })
              : t('offer.assign')}
          </b>{' '}
          <span className={offer.expiresAt - now < 10_000 ? classes.late : classes.dim}>
            {t('offer.left', { time: ageText(offer.expiresAt - now) })}
          </span>
          {offer.note === undefined ? null : (
            <p>
              “<HostileText text={offer.note} />”
            </p>
          )}
          {offer.reasons.length === 0 ? null : (
            <p className={classes.faint}>{offer.reasons.map((line) => word(line)).join(' · ')}</p>
          )}
          {fault}
        </div>
        <Button
          size="compact-sm"
          loading={act.busy}
          onClick={() => void run(() => client.support.accept(input))}
          data-testid="support-accept"
        >
          {t('offer.accept')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          disabled={act.busy}
          onClick={() => void run(() => client.support.refuse(input))}
          data-testid="support-refuse"
        >
          {t('offer.refuse')}
        </Button>
      </div>
    );
  if (offer !== undefined && part === 'owner')
    return (
      <div className={classes.offer}>
        <div>
          {t('offer.handing', { name: offer.to.name, time: ageText(offer.expiresAt - now) })}
          {fault}
        </div>
      </div>
    );
  if (conversation.state !== 'queued' || offer?.to.id === member?.id) return null;
  return (
    <div className={classes.offer}>
      <div>
        {offer === undefined
          ? t('offer.nobody')
          : t('offer.asked', { name: offer.to.name, time: ageText(offer.expiresAt - now) })}
        {fault}
      </div>
      <Button
        size="compact-sm"
        loading={act.busy}
        onClick={() => void run(() => client.support.claim(input))}
        data-testid="support-claim"
      >
        {t('offer.claim')}
      </Button>
    </div>
  );
}
