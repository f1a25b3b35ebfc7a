import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { HandOver } from './HandOver.tsx';
import { History } from './History.tsx';
import { Merge } from './Merge.tsx';
import { Split } from './Split.tsx';
import work from './work.module.css';

const DEEDS = ['handOver', 'merge', 'split', 'history'] as const;

/** Hand over, merge, split, and what changed. */
export function TicketDeeds(props: {
  readonly ticket: Ticket;
  readonly all: readonly Ticket[];
  readonly departments: readonly string[];
  readonly learn: (...tickets: readonly Ticket[]) => void;
}) {
  const { t } = useTranslation('tickets');
  const [asked, ask] = useState<(typeof DEEDS)[number] | null>(null);
  const { ticket, learn } = props;
  const isOver = ticket.state === 'closed' || ticket.mergedInto !== undefined;
  const close = () => ask(null);
  return (
    <div className={work.deeds}>
      {DEEDS.map((deed) => (
        <Button
          key={deed}
          size="compact-sm"
          variant="subtle"
          disabled={isOver && deed !== 'history'}
          onClick={() => ask(deed)}
          data-testid={`ticket-${deed}`}
        >
          {t(`${deed}.open`)}
        </Button>
      ))}
      {asked === 'handOver' ? (
        <HandOver ticket={ticket} departments={props.departments} learn={learn} close={close} />
      ) : null}
      {asked === 'merge' ? <Merge ticket={ticket} all={props.all} learn={learn} close={close} /> : null}
      {asked === 'split' ? <Split ticket={ticket} learn={learn} close={close} /> : null}
      {asked === 'history' ? <History ticketId={ticket.id} version={ticket.version} close={close} /> : null}
    </div>
  );
}
