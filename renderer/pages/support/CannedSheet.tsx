import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CannedReply } from '../../../shared/support/config.ts';
import { useClient } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import { useLoad } from '../parts/use-load.ts';
import composing from './composer.module.css';
import { cannedFor } from './typed.ts';

/** Canned replies for `/word`: arrows and Enter, or a click; variables are filled in before it is put down. */
export function CannedSheet(props: {
  readonly conversationId: string;
  readonly word: string;
  readonly pick: (text: string) => void;
  readonly dismiss: () => void;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { conversationId, word, pick, dismiss } = props;
  const loaded = useLoad('canned', (signal) => client.support.canned.list(undefined, { signal }));
  const [at, setAt] = useState(0);
  const act = useAct();
  const found = cannedFor(loaded.value ?? [], word);
  const chosen = Math.min(at, Math.max(0, found.length - 1));
  const choose = async (reply: CannedReply | undefined) => {
    if (reply === undefined) return;
    const answer = await act.run(() => client.support.canned.fill({ conversationId, cannedId: reply.id }));
    if (answer.ok) pick(answer.value.text);
  };
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing) return;
      if (event.key === 'ArrowDown') setAt(Math.min(found.length - 1, chosen + 1));
      else if (event.key === 'ArrowUp') setAt(Math.max(0, chosen - 1));
      else if (event.key === 'Enter') void choose(found[chosen]);
      else if (event.key === 'Escape') dismiss();
      else return;
      if (!event.altKey) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
  return (
    <div className={composing.canned} role="listbox" aria-label={t('canned.label')} data-testid="canned-list">
      {loaded.value !== undefined && found.length === 0 ? <p>{t('canned.none')}</p> : null}
      {found.map((reply, index) => (
        <button
          key={reply.id}
          type="button"
          role="option"
          aria-selected={index === chosen}
          onClick={() => void choose(reply)}
          data-testid="canned-item"
        >
          <code>/{reply.shortcut}</code>
          <b className={composing.cannedName}>{reply.title}</b>
          <span className={composing.cannedText}>{reply.text}</span>
        </button>
      ))}
      {act.fault === undefined ? null : <FaultNotice fault={act.fault} />}
    </div>
  );
}
