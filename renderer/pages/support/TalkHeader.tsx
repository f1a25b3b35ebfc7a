import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useDesk } from '../../app/services.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { CloseDialog } from './CloseDialog.tsx';
import { EscalateDialog } from './EscalateDialog.tsx';
import { MoreMenu } from './MoreMenu.tsx';
import classes from './support.module.css';
import { TicketDialog } from './TicketDialog.tsx';
import { TransferDialog } from './TransferDialog.tsx';
import type { Part } from './use-talk.ts';

const KEYS: Readonly<Record<string, Asked>> = { KeyT: 'transfer', KeyE: 'escalate', KeyK: 'ticket' };
type Asked = 'transfer' | 'escalate' | 'ticket' | 'close';

/** Who it is with, from where, and what can be done with the conversation. */
export function TalkHeader(props: { readonly conversation: Conversation; readonly part: Part }) {
  const { t } = useTranslation('support');
  const { conversation, part } = props;
  const [asked, ask] = useState<Asked | null>(null);
  const room = useDesk((desk) => desk.rooms.get(conversation.roomId)?.room.name);
  const isOpen = conversation.state !== 'closed';
  const mayHand = isOpen && (part === 'owner' || part === 'joined');
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const wanted = event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.code] : undefined;
      if (wanted === undefined || (wanted === 'transfer' && !mayHand)) return;
      if (wanted === 'escalate' && !isOpen) return;
      event.preventDefault();
      ask(wanted);
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [mayHand, isOpen]);
  const done = () => ask(null);
  return (
    <header className={classes.talkHead}>
      <a className={classes.back} href={formatRoute({ kind: 'support' })} aria-label={t('talk.back')}>
        ‹
      </a>
      <div className={classes.talkTitle}>
        <b>
          <HostileText text={conversation.viewer.name} />
        </b>
        <span>
          {[
            `#${conversation.number}`,
            room,
            t(`conversationState.${conversation.state}`),
            conversation.agent?.name,
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </span>
      </div>
      <Button
        variant="default"
        size="compact-sm"
        disabled={!mayHand}
        onClick={() => ask('transfer')}
        data-testid="support-transfer"
        rightSection={<Kbd k="⌥T" />}
      >
        {t('do.transfer')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        disabled={!isOpen}
        onClick={() => ask('escalate')}
        data-testid="support-escalate"
        rightSection={<Kbd k="⌥E" />}
      >
        {t('do.escalate')}
      </Button>
      <Button
        variant="default"
        size="compact-sm"
        onClick={() => ask('ticket')}
        data-testid="support-ticket"
        rightSection={<Kbd k="⌥K" />}
      >
        {t('do.ticket')}
      </Button>
      <Button size="compact-sm" disabled={!mayHand} onClick={() => ask('close')} data-testid="support-close">
        {t('do.close')}
      </Button>
      <MoreMenu conversation={conversation} part={part} />
      {asked === 'transfer' ? <TransferDialog conversation={conversation} done={done} /> : null}
      {asked === 'escalate' ? <EscalateDialog conversation={conversation} done={done} /> : null}
      {asked === 'ticket' ? <TicketDialog conversation={conversation} done={done} /> : null}
      {asked === 'close' ? <CloseDialog conversation={conversation} done={done} /> : null}
    </header>
  );
}
