import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Trace } from '../../../shared/support/trace.ts';
import { useClient } from '../../app/services.tsx';
import { useWord } from '../../app/use-word.ts';
import { clockText } from '../../logic/time.ts';
import { useLoad } from '../parts/use-load.ts';
import classes from './support.module.css';

/** What the desk decided of it, and why: on demand. */
export function Decisions(props: { readonly conversation: Conversation }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const [open, setOpen] = useState(false);
  const { id, version } = props.conversation;
  const traces = useLoad<readonly Trace[]>(open ? `decisions-${id}-${version}` : null, (signal) =>
    client.support.decisions({ conversationId: id }, { signal }),
  );
  return (
    <details className={classes.decisions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('why.title')}</summary>
      <ol>
        {(traces.value ?? []).map((trace) => (
          <Decision key={trace.id} trace={trace} />
        ))}
      </ol>
    </details>
  );
}

function Decision(props: { readonly trace: Trace }) {
  const { t } = useTranslation('support');
  const word = useWord();
  const { trace } = props;
  return (
    <li>
      <time>{clockText(trace.at)}</time>
      <span>
        {t(`trace.${trace.kind}`)}
        {trace.by.kind === 'person' ? ` · ${trace.by.name}` : ''}
        {trace.reasons.length === 0 ? '' : `：${trace.reasons.map((reason) => word(reason)).join('；')}`}
        {trace.overtook === undefined || trace.overtook.length === 0
          ? ''
          : ` · ${t('why.overtook', { n: trace.overtook.length })}`}
      </span>
    </li>
  );
}
