import { Button, Textarea } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { useClient, useNow, useServices } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { HostileLines } from '../parts/HostileLines.tsx';
import { Panel } from '../parts/Panel.tsx';
import { useAct } from '../parts/use-act.ts';
import { changeWords } from './change-words.ts';
import { notesInOrder } from './context.ts';
import classes from './tickets.module.css';

const WRITTEN = ['note', 'reply', 'viewer'] as const;

/** What was written and changed since, oldest first, and a place to write. */
export function Notes(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const notes = notesInOrder(props.ticket);
  const now = useNow(30_000);
  const end = useRef<HTMLLIElement>(null);
  const count = notes.length;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: 'nearest' });
  }, [count]);
  return (
    <Panel title={t('notes')} side={count} className={classes.notes}>
      {count === 0 ? <p className={classes.nothing}>{t('noNotes')}</p> : null}
      <ol className={classes.timeline}>
        {notes.map((note) => (
          <li key={note.id} data-kind={note.kind} data-testid="ticket-note">
            <time>{momentText(note.at, now)}</time>
            <span>
              <b>{note.by.name}</b> <span className={classes.kind}>{t(`noteKind.${note.kind}`)}</span>
              <span className={classes.noteText}>
                <HostileLines
                  text={note.kind === 'change' ? changeWords(note.text, t as TFunction) : note.text}
                />
              </span>
            </span>
          </li>
        ))}
        <li ref={end} aria-hidden="true" />
      </ol>
      <Write ticket={props.ticket} />
    </Panel>
  );
}

function Write(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { desk } = useServices();
  const [text, setText] = useState('');
  const [kind, setKind] = useState<(typeof WRITTEN)[number]>('note');
  const act = useAct();
  const add = async () => {
    if (text.trim() === '' || act.busy) return;
    const answer = await act.run(() =>
      client.tickets.note({ ticketId: props.ticket.id, text: text.trim(), kind }),
    );
    if (!answer.ok) return;
    desk.learn([{ kind: 'ticket', ticket: answer.value }]);
    setText('');
  };
  return (
    <div className={classes.write}>
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      <Chips
        label={t('writeKind')}
        value={kind}
        choices={WRITTEN.map((value) => ({ value, name: t(`noteKind.${value}`) }))}
        change={setKind}
        testId="note-kind"
      />
      <span className={classes.meta}>{t('mentionHint')}</span>
      <Textarea
        aria-label={t('note')}
        placeholder={t('note')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
        }}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={5_000}
        data-testid="ticket-note-text"
      />
      <Button
        onClick={() => void add()}
        loading={act.busy}
        disabled={text.trim() === ''}
        data-testid="ticket-note-add"
      >
        {t('addNote')}
      </Button>
    </div>
  );
}
