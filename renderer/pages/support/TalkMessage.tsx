import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageView } from '../../../shared/support/views.ts';
import { useClient, useMember, usePreferences, useServices } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { Lightbox } from '../../talk/Lightbox.tsx';
import { markOf, mayRecall } from '../../talk/marks.ts';
import { SafeText } from '../../talk/SafeText.tsx';
import { titled } from '../../talk/titled.ts';
import { VoiceClip } from '../../talk/VoiceClip.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { useAct } from '../parts/use-act.ts';
import said from './messages.module.css';
import { shownText, Translated } from './Translated.tsx';
import { useFile, useThumb } from './use-file.ts';

/** One message: the viewer left, the desk right, notes of colleagues visibly apart. */
export const TalkMessage = memo(function TalkMessage(props: {
  readonly message: MessageView;
  readonly conversationId: string;
  readonly now: number;
}) {
  const { t } = useTranslation('support');
  const [{ language }] = usePreferences();
  const { message, conversationId } = props;
  const { body, from, audience } = message;
  const common = {
    'data-testid': 'support-message',
    'data-kind': audience === 'staff' ? 'note' : body.kind,
    'data-from': from.kind,
    'data-id': message.id,
    'data-seq': message.seq,
  };
  if (body.kind === 'notice')
    return (
      <p className={said.system} {...common}>
        {body.text[language]} <time>{clockText(message.at)}</time>
      </p>
    );
  if (body.kind === 'recalled')
    return (
      <p className={said.system} {...common}>
        {t('talk.recalled', { name: from.name })} <time>{clockText(message.at)}</time>
      </p>
    );
  return (
    <div className={said.message} data-side={from.kind === 'viewer' ? 'left' : 'right'} {...common}>
      <div className={said.bubble} data-by={audience === 'staff' ? 'note' : from.kind} data-body={body.kind}>
        {audience === 'staff' ? <b className={said.noteMark}>{t('talk.note')}</b> : null}
        <Body message={message} conversationId={conversationId} />
        <Translated message={message} conversationId={conversationId} />
      </div>
      <Meta message={message} conversationId={conversationId} now={props.now} />
    </div>
  );
});

function Body(props: { readonly message: MessageView; readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const { message } = props;
  const { body, from } = message;
  const src = useFile(props.conversationId, props.message);
  const thumb = useThumb(message);
  const [large, setLarge] = useState(false);
  switch (body.kind) {
    case 'text':
      return message.masked === true ? (
        <span className={said.veiled}>{t('masked.one')}</span>
      ) : (
        <SafeText text={shownText(message) ?? body.text} />
      );
    case 'voice':
      return (
        <VoiceClip
          src={src}
          waveform={body.waveform}
          durationMs={body.attachment.durationMs}
          playLabel={t('talk.play')}
          pauseLabel={t('talk.pause')}
        />
      );
    case 'picture': {
      const label = t('talk.pictureOf', { name: from.name });
      if (src === undefined)
        return message.masked === true ? <span className={said.veiled}>{t('masked.one')}</span> : label;
      return (
        <>
          <button type="button" className={said.picture} aria-label={label} onClick={() => setLarge(true)}>
            <img
              src={thumb ?? src}
              alt={label}
              width={body.attachment.width}
              height={body.attachment.height}
              loading="lazy"
            />
          </button>
          {large ? (
            <Lightbox
              src={src}
              label={label}
              closeLabel={t('common:do.close')}
              close={() => setLarge(false)}
            />
          ) : null}
        </>
      );
    }
    default:
      return null;
  }
}

/** Who and when; what an automatic answer rests on and whether it helped; marks; taking back. */
function Meta(props: {
  readonly message: MessageView;
  readonly conversationId: string;
  readonly now: number;
}) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { support } = useServices();
  const me = useMember()?.id;
  const act = useAct();
  const [{ language }] = usePreferences();
  const { message, conversationId } = props;
  const { from, audience, auto, sources, helped } = message;
  const recall = async () => {
    const answer = await act.run(() => client.support.recall({ conversationId, messageId: message.id }));
    if (answer.ok) support.talks.learn(conversationId, answer.value);
  };
  return (
    <span className={said.meta}>
      {from.kind === 'viewer' ? null : (
        <span>
          {auto === undefined ? (
            from.kind === 'bot' ? (
              t('auto.answer')
            ) : (
              <HostileText text={from.name} />
            )
          ) : (
            t(`auto.${auto}`)
          )}
        </span>
      )}
      <time>{clockText(message.at)}</time>
      {sources === undefined || sources.length === 0 ? null : (
        <span>
          {t('talk.sources', { titles: sources.map((source) => titled(source.title, language)).join(' ') })}
        </span>
      )}
      {helped === undefined ? null : <b>{t(helped ? 'talk.helped' : 'talk.notHelped')}</b>}
      {from.kind === 'agent' && audience === 'all' ? (
        <span data-testid="support-mark" data-mark={markOf(message)}>
          {t(`mark.${markOf(message)}`)}
        </span>
      ) : null}
      {from.id === me && mayRecall(message, props.now) ? (
        <button type="button" onClick={() => void recall()} disabled={act.busy} data-testid="support-recall">
          {t('talk.recall')}
        </button>
      ) : null}
    </span>
  );
}
