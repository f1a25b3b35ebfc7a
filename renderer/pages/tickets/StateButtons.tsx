import { Button, Modal, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket, TicketState } from '../../../shared/domain/ticket.ts';
import { nextTicketStates } from '../../../shared/domain/ticket-transitions.ts';
import classes from './tickets.module.css';
import type { TicketChanger } from './use-ticket-change.ts';

/** The states a ticket may go to from here, as buttons; solving asks how. */
export function StateButtons(props: { readonly ticket: Ticket; readonly change: TicketChanger }) {
  const { t } = useTranslation('tickets');
  const { ticket, change } = props;
  const [solving, setSolving] = useState(false);
  const next = nextTicketStates(ticket.state);
  if (next.length === 0) return <span className={classes.meta}>{t('finalState')}</span>;
  const go = (state: TicketState) => {
    if (state === 'solved') setSolving(true);
    else void change.change({ state });
  };
  return (
    <div className={classes.states}>
      {next.map((state) => (
        <Button
          key={state}
          variant={state === 'solved' ? 'filled' : 'default'}
          onClick={() => go(state)}
          disabled={change.busy}
          data-testid={`ticket-to-${state}`}
        >
          {ticket.state === 'solved' && state === 'open' ? t('reopen') : t(`to.${state}`)}
        </Button>
      ))}
      <Solve ticket={ticket} change={change} opened={solving} close={() => setSolving(false)} />
    </div>
  );
}

function Solve(props: {
  readonly ticket: Ticket;
  readonly change: TicketChanger;
  readonly opened: boolean;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const { ticket, change, close } = props;
  const [resolution, setResolution] = useState(ticket.resolution ?? '');
  const ready = resolution.trim() !== '';
  const submit = async () => {
    if (!ready) return;
    await change.change({ state: 'solved', resolution: resolution.trim() });
    close();
  };
  return (
    <Modal opened={props.opened} onClose={close} title={t('solve.title', { n: ticket.number })}>
      <Textarea
        label={t('solve.label')}
        description={t('solve.need')}
        placeholder={t('solve.placeholder')}
        value={resolution}
        onChange={(event) => setResolution(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
        }}
        autosize
        minRows={3}
        maxLength={2_000}
        data-autofocus
        data-testid="ticket-resolution"
      />
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={close}>
          {t('common:do.cancel')}
        </Button>
        <Button
          disabled={!ready}
          loading={change.busy}
          onClick={() => void submit()}
          data-testid="ticket-solve"
        >
          {t('solve.submit')}
        </Button>
      </div>
    </Modal>
  );
}
