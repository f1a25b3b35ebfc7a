import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useClient, useServices } from '../../app/services.tsx';
import type { Talk } from '../../state/talks.ts';
import { EmojiButton } from '../../talk/EmojiButton.tsx';
import { HoldToTalk } from '../../talk/HoldToTalk.tsx';
import { PictureIcon, SendIcon } from '../../talk/icons.tsx';
import { shrinkPicture } from '../../talk/shrink.ts';
import { attempt } from '../../transport/attempt.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { Chips } from '../parts/Chips.tsx';
import { useAct } from '../parts/use-act.ts';
import { CannedSheet } from './CannedSheet.tsx';
import composing from './composer.module.css';
import { KnowledgeBar } from './KnowledgeBar.tsx';
import { readTyped } from './typed.ts';
import type { Part } from './use-talk.ts';

const TYPING_EVERY_MS = 2_500;

/** Where one writes: to the viewer, or a note for colleagues. The draft belongs to the conversation. */
export function Composer(props: {
  readonly conversation: Conversation;
  readonly talk: Talk;
  readonly part: Part;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const { conversation, talk, part } = props;
  const { id } = conversation;
  const store = support.talks.of(id);
  const field = useRef<HTMLTextAreaElement>(null);
  const lastTyping = useRef(0);
  const [problem, setProblem] = useState('');
  const act = useAct();
  const maySpeak = (part === 'owner' || part === 'joined') && conversation.state !== 'closed';
  const audience = maySpeak ? talk.audience : 'staff';
  const typed = readTyped(talk.draft);

  const write = (draft: string) => {
    store.setState({ draft });
    const now = performance.now();
    if (!maySpeak || audience === 'staff' || draft === '' || now - lastTyping.current < TYPING_EVERY_MS)
      return;
    lastTyping.current = now;
    void attempt(client.support.typing({ conversationId: id }));
  };
  const insert = (text: string) => {
    write(text);
    field.current?.focus();
  };
  const send = () => {
    const text = talk.draft.trim();
    if (text === '') return;
    support.talks.say(id, text, audience);
    store.setState({ draft: '' });
  };
  const sendPictures = async (files: readonly File[]) => {
    for (const file of files.filter((one) => one.type.startsWith('image/')))
      support.talks.sendFile(id, 'picture', await shrinkPicture(file));
  };
  const showPictures = async (attachmentIds: readonly string[]) => {
    for (const attachmentId of attachmentIds) {
      const body = { kind: 'picture' as const, attachmentId };
      const sent = await act.run(() =>
        client.support.send({ conversationId: id, id: crypto.randomUUID(), body, audience: 'all' }),
      );
      if (!sent.ok) return;
      support.talks.learn(id, sent.value);
    }
  };
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (typed.kind === 'text') send();
  };
  useEffect(() => {
    if (problem === '') return;
    const timer = setTimeout(() => setProblem(''), 5_000);
    return () => clearTimeout(timer);
  }, [problem]);

  return (
    <div className={composing.composer} data-audience={audience} data-testid="support-composer">
      {typed.kind === 'canned' ? (
        <CannedSheet conversationId={id} word={typed.word} pick={insert} dismiss={() => write('')} />
      ) : (
        <KnowledgeBar
          talk={talk}
          language={conversation.viewer.language}
          pick={insert}
          show={maySpeak ? (attachmentIds) => void showPictures(attachmentIds) : undefined}
        />
      )}
      <textarea
        ref={field}
        value={talk.draft}
        rows={2}
        maxLength={4_000}
        placeholder={t(
          maySpeak
            ? audience === 'staff'
              ? 'composer.note'
              : 'composer.say'
            : `composer.${conversation.state === 'closed' ? 'closed' : 'outside'}`,
        )}
        aria-label={t('composer.label')}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={press}
        onPaste={(event) => {
          const files = [...event.clipboardData.files];
          if (files.length === 0 || !maySpeak) return;
          event.preventDefault();
          void sendPictures(files);
        }}
        data-testid="support-input"
      />
      <div className={composing.tools}>
        <EmojiButton
          label={t('composer.emoji')}
          className={composing.tool}
          pick={(emoji) => write(talk.draft + emoji)}
          testId="support-emoji"
        />
        <label className={composing.tool} title={t('composer.picture')} data-off={!maySpeak}>
          <PictureIcon />
          <input
            type="file"
            accept="image/jpeg,image/png,image/webp,image/gif"
            multiple
            disabled={!maySpeak}
            aria-label={t('composer.picture')}
            onChange={(event) => {
              void sendPictures([...(event.currentTarget.files ?? [])]);
              event.currentTarget.value = '';
            }}
            data-testid="support-picture"
          />
        </label>
        <HoldToTalk
          words={{
            hold: t('composer.hold'),
            release: t('composer.release'),
            refused: t('composer.micRefused'),
            tooShort: t('composer.tooShort'),
          }}
          className={composing.tool}
          disabled={!maySpeak}
          recorded={(clip) => support.talks.sendFile(id, 'voice', clip.blob, clip)}
          say={setProblem}
          testId="support-voice"
        />
        <Chips
          label={t('composer.audience')}
          value={audience}
          choices={[
            ...(maySpeak ? [{ value: 'all' as const, name: t('composer.toViewer') }] : []),
            { value: 'staff' as const, name: t('composer.toStaff') },
          ]}
          change={(next) => store.setState({ audience: next })}
          testId="support-audience"
        />
        <span className={composing.problem} role="status">
          {problem}
          {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
        </span>
        <button
          type="button"
          className={composing.send}
          disabled={talk.draft.trim() === '' || typed.kind !== 'text'}
          onClick={send}
          aria-label={t('composer.send')}
          data-testid="support-send"
        >
          <SendIcon />
        </button>
      </div>
    </div>
  );
}
