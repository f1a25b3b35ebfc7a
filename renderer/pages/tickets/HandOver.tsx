import { Button, Modal, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';

/** To another department, with a note that says where it stands. */
export function HandOver(props: {
  readonly ticket: Ticket;
  readonly departments: readonly string[];
  readonly learn: (ticket: Ticket) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { ticket } = props;
  const [department, setDepartment] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const act = useAct();
  const submit = async () => {
    if (department === null) return;
    const answer = await act.run(() =>
      client.tickets.handOver({
        ticketId: ticket.id,
        version: ticket.version,
        department,
        note: note.trim(),
      }),
    );
    if (!answer.ok) return;
    props.learn(answer.value);
    props.close();
  };
  return (
    <Modal opened onClose={props.close} title={t('handOver.title')}>
      <div className={classes.fields} data-testid="hand-over">
        <Select
          label={t('handOver.to')}
          data={props.departments.filter((name) => name !== ticket.department)}
          value={department}
          onChange={setDepartment}
          data-autofocus
          data-testid="hand-over-to"
        />
        <Textarea
          label={t('handOver.note')}
          description={t('handOver.noteHint')}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          autosize
          minRows={3}
          maxLength={5_000}
          data-testid="hand-over-note"
        />
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      </div>
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
        <Button
          disabled={department === null || note.trim() === ''}
          loading={act.busy}
          onClick={() => void submit()}
          data-testid="hand-over-yes"
        >
          {t('handOver.yes')}
        </Button>
      </div>
    </Modal>
  );
}
