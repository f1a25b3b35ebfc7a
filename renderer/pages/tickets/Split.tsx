import { Button, Checkbox, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { linkKey } from '../../../shared/domain/ticket-links.ts';
import { navigate } from '../../app/navigation.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './tickets.module.css';
import work from './work.module.css';

/** Makes a second ticket of some notes and links; they move there. */
export function Split(props: {
  readonly ticket: Ticket;
  readonly learn: (ticket: Ticket) => void;
  readonly close: () => void;
}) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { ticket, learn } = props;
  const [id] = useState(() => crypto.randomUUID());
  const [title, setTitle] = useState('');
  const [noteIds, setNotes] = useState<readonly string[]>([]);
  const [linkKeys, setLinks] = useState<readonly string[]>([]);
  const act = useAct();
  const notes = ticket.notes.filter((note) => note.kind !== 'change' && note.kind !== 'external');
  const submit = async () => {
    const answer = await act.run(() =>
      client.tickets.split({
        ticketId: ticket.id,
        version: ticket.version,
        id,
        title: title.trim(),
        noteIds: [...noteIds],
        linkKeys: [...linkKeys],
      }),
    );
    if (!answer.ok) return;
    learn(answer.value.ticket);
    learn(answer.value.made);
    props.close();
    navigate({ kind: 'tickets', ticketId: answer.value.made.id });
  };
  return (
    <Modal opened onClose={props.close} title={t('split.title')}>
      <p className={classes.meta}>{t('split.hint')}</p>
      <TextInput
        label={t('split.name')}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
        data-autofocus
        data-testid="split-title"
      />
      <div className={work.picks}>
        {notes.map((note) => (
          <Checkbox
            key={note.id}
            label={`${note.by.name}：${note.text.slice(0, 80)}`}
            checked={noteIds.includes(note.id)}
            onChange={(event) => setNotes(toggled(noteIds, note.id, event.currentTarget.checked))}
          />
        ))}
        {(ticket.links ?? []).map((link) => (
          <Checkbox
            key={linkKey(link)}
            label={`${t(`links.kinds.${link.kind}`)} ${link.title}`}
            checked={linkKeys.includes(linkKey(link))}
            onChange={(event) => setLinks(toggled(linkKeys, linkKey(link), event.currentTarget.checked))}
          />
        ))}
      </div>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <div className={classes.modalEnd}>
        <Button variant="default" onClick={props.close}>
          {t('common:do.cancel')}
        </Button>
        <Button
          disabled={title.trim() === '' || noteIds.length + linkKeys.length === 0}
          loading={act.busy}
          onClick={() => void submit()}
          data-testid="split-yes"
        >
          {t('split.yes')}
        </Button>
      </div>
    </Modal>
  );
}

function toggled(list: readonly string[], id: string, on: boolean): readonly string[] {
  return on ? [...list, id] : list.filter((one) => one !== id);
}
