import { Button, Textarea } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient, useMember } from '../../app/services.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useAct } from '../parts/use-act.ts';
import classes from './streamer.module.css';

/** A question to the controllers; the same question sent again stays one. */
export function AskBox(props: { readonly roomId: string }) {
  const { t } = useTranslation('streamer');
  const client = useClient();
  const streamer = useMember()?.roles.includes('streamer') ?? false;
  const [text, setText] = useState('');
  const [sent, setSent] = useState(false);
  const id = useRef<string | null>(null);
  const act = useAct();
  if (!streamer) return <p className={classes.preview}>{t('ask.preview')}</p>;
  const send = async () => {
    if (text.trim() === '' || act.busy) return;
    id.current ??= crypto.randomUUID();
    const request = { roomId: props.roomId, text: text.trim(), id: id.current };
    const answer = await act.run(() => client.streamer.ask(request));
    if (!answer.ok) return;
    id.current = null;
    setText('');
    setSent(true);
  };
  return (
    <div className={classes.ask}>
      <Textarea
        size="md"
        label={t('ask.title')}
        placeholder={t('ask.placeholder')}
        value={text}
        onChange={(event) => {
          id.current = null;
          setSent(false);
          setText(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
            event.preventDefault();
            void send();
          }
        }}
        autosize
        minRows={1}
        maxRows={4}
        maxLength={500}
        data-testid="streamer-ask"
      />
      {act.fault === undefined ? null : (
        <FaultNotice fault={act.fault} retry={() => void send()} dismiss={act.clear} />
      )}
      <div className={classes.askEnd}>
        <span role="status">{sent ? `✓ ${t('ask.sent')}` : ''}</span>
        <Button
          size="md"
          onClick={() => void send()}
          loading={act.busy}
          disabled={text.trim() === ''}
          data-testid="streamer-send"
        >
          {t('ask.send')}
        </Button>
      </div>
    </div>
  );
}
