import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { navigate } from '../../app/navigation.ts';
import { useMember, useSupport } from '../../app/services.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { keyText } from '../../ui/key-text.ts';
import { Conversation } from './Conversation.tsx';
import { neighbour, sectionsOf } from './lists.ts';
import { QueueList } from './QueueList.tsx';
import classes from './support.module.css';
import { ViewerPane } from './ViewerPane.tsx';

/** Left the queue, in the middle the conversation, right the viewer. */
export function Desk(props: { readonly conversationId: string | undefined }) {
  const { t } = useTranslation('support');
  const me = useMember()?.id ?? '';
  const rows = useSupport((support) => support.rows);
  const sections = useMemo(() => sectionsOf(rows.values(), me), [rows, me]);
  const [scope, setScope] = useState<'mine' | 'all'>('all');
  const { conversationId } = props;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
      const next = neighbour(sections, conversationId, event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
      if (next !== undefined) navigate({ kind: 'support', place: next });
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [sections, conversationId]);
  return (
    <div className={classes.desk} data-picked={conversationId !== undefined}>
      <QueueList sections={sections} picked={conversationId} scope={scope} setScope={setScope} />
      {conversationId === undefined ? (
        <section className={classes.nothing}>
          <EmptyState
            title={t('pick.title')}
            hint={t('pick.hint', {
              up: keyText('⌥↑', navigator.platform),
              down: keyText('⌥↓', navigator.platform),
            })}
          />
        </section>
      ) : (
        <>
          <Conversation key={conversationId} conversationId={conversationId} />
          <ViewerPane key={`viewer-${conversationId}`} conversationId={conversationId} />
        </>
      )}
    </div>
  );
}
