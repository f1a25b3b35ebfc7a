import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../shared/support/views.ts';
import { useClient, useServices } from '../../app/services.tsx';
import { SafeText } from '../../talk/SafeText.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import said from './messages.module.css';

/** The words shown in place of the original, for what the viewer wrote; nothing where there is no translation. */
export function shownText(message: MessageView): string | undefined {
  return message.from.kind === 'viewer' && message.translation?.state === 'done'
    ? message.translation.text
    : undefined;
}

/** That it is a translation, the original on demand, and what to do where there is none. */
export function Translated(props: { readonly message: MessageView; readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const act = useAct();
  const [open, setOpen] = useState(false);
  const { message, conversationId } = props;
  const { translation, body } = message;
  if (translation === undefined || body.kind !== 'text' || message.masked === true) return null;
  const again = async () => {
    const answer = await act.run(() => client.support.translate({ conversationId, messageId: message.id }));
    if (answer.ok) support.talks.learn(conversationId, answer.value);
  };
  if (translation.state === 'failed')
    return (
      <p className={said.translated} data-testid="support-translation" data-state="failed">
        {t(`translation.why.${translation.reason ?? 'failed'}`)}{' '}
        <button type="button" onClick={() => void again()} disabled={act.busy}>
          {t('translation.again')}
        </button>
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
      </p>
    );
  const other = message.from.kind === 'viewer' ? body.text : (translation.text ?? '');
  return (
    <div className={said.translated} data-testid="support-translation" data-state="done">
      {t('translation.by')}{' '}
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open
          ? t('translation.hide')
          : message.from.kind === 'viewer'
            ? t('translation.original')
            : translation.to}
      </button>
      {open ? (
        <p lang={message.from.kind === 'viewer' ? message.language : translation.to}>
          <SafeText text={other} />
        </p>
      ) : null}
    </div>
  );
}
