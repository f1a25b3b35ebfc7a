import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonCard } from '../../../shared/api/views.ts';
import { useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useWorkbench } from './context.tsx';
import classes from './person.module.css';

/** What colleagues wrote down about somebody, and a line to add. */
export function Notes(props: { readonly card: PersonCard; readonly changed: () => void }) {
  const { t } = useTranslation('workbench');
  const { commands } = useWorkbench();
  const now = useNow(60_000);
  const [text, setText] = useState('');
  const { card } = props;
  const add = async () => {
    if (text.trim() === '') return;
    const saved = await commands.note(card.roomId, card.person.id, text.trim());
    if (!saved.ok) return;
    setText('');
    props.changed();
  };
  return (
    <div className={classes.section}>
      <h3 className={classes.title}>
        {t('person.notes')} <Kbd k="N" />
      </h3>
      <ol className={classes.lines}>
        {card.notes.map((note) => (
          <li key={note.id}>
            <time>{momentText(note.at, now)}</time>
            <span>
              <HostileText text={note.text} /> <span className={classes.by}>— {note.by}</span>
            </span>
          </li>
        ))}
      </ol>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <input
          id="note"
          className={classes.input}
          value={text}
          maxLength={2_000}
          placeholder={t('person.addNote')}
          aria-label={t('person.addNote')}
          onChange={(event) => setText(event.currentTarget.value)}
          data-testid="add-note"
        />
      </form>
    </div>
  );
}
