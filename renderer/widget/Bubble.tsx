import { useState } from 'react';
import type { MessageView } from '../../shared/support/views.ts';
import { Lightbox } from '../talk/Lightbox.tsx';
import { markOf, mayRecall } from '../talk/marks.ts';
import { SafeText } from '../talk/SafeText.tsx';
import { titled } from '../talk/titled.ts';
import { VoiceClip } from '../talk/VoiceClip.tsx';
import classes from './bubble.module.css';
import { useWidget } from './context.tsx';
import controls from './controls.module.css';
import { fill } from './words.ts';

/** One message: hers on the right with its marks, others on the left with who speaks. */
export function Bubble(props: {
  readonly message: MessageView;
  readonly now: number;
  readonly asks: boolean;
  readonly mayAsk: boolean;
}) {
  const { model, words, language } = useWidget();
  const { message } = props;
  const mine = message.from.kind === 'viewer';
  if (message.body.kind === 'notice')
    return (
      <p
        className={classes.system}
        data-testid="widget-message"
        data-kind="notice"
        data-code={message.body.code}
      >
        {message.body.text[language]}
      </p>
    );
  if (message.body.kind === 'recalled')
    return (
      <p
        className={classes.system}
        data-testid="widget-message"
        data-kind="recalled"
        data-from={message.from.kind}
      >
        {mine ? words.recalledMine : words.recalledTheirs}
      </p>
    );
  return (
    <div
      className={mine ? classes.mine : classes.theirs}
      data-testid="widget-message"
      data-kind={message.body.kind}
      data-from={message.from.kind}
      data-id={message.id}
    >
      {mine ? null : (
        <span className={classes.who}>
          {message.from.kind === 'agent' ? message.from.name : words.assistant}
        </span>
      )}
      <div className={classes.bubble} data-body={message.body.kind} data-auto={message.auto !== undefined}>
        <Body message={message} />
        {message.sources === undefined || message.sources.length === 0 ? null : (
          <p className={classes.sources} data-testid="widget-sources">
            {words.sources} {message.sources.map((source) => titled(source.title, language)).join(' ')}
          </p>
        )}
      </div>
      {props.asks ? <WasIt message={message} mayAsk={props.mayAsk} /> : null}
      {mine ? (
        <span className={classes.meta}>
          {mayRecall(message, props.now) ? (
            <button type="button" onClick={() => void model.recall(message.id)} data-testid="widget-recall">
              {words.recall}
            </button>
          ) : null}
          <span data-testid="widget-mark" data-mark={markOf(message)}>
            {words.mark[markOf(message)]}
          </span>
        </span>
      ) : null}
    </div>
  );
}

function Body(props: { readonly message: MessageView }) {
  const { words } = useWidget();
  const { body, url, from } = props.message;
  switch (body.kind) {
    case 'text':
      return <SafeText text={body.text} />;
    case 'picture':
      return (
        <Picture
          src={url}
          thumb={props.message.thumbUrl}
          label={fill(words.pictureOf, { name: from.kind === 'viewer' ? words.me : from.name })}
          size={body.attachment}
        />
      );
    case 'voice':
      return (
        <VoiceClip
          src={url}
          waveform={body.waveform}
          durationMs={body.attachment.durationMs}
          playLabel={words.play}
          pauseLabel={words.pause}
        />
      );
    default:
      return null;
  }
}

function Picture(props: {
  readonly src: string | undefined;
  readonly thumb: string | undefined;
  readonly label: string;
  readonly size: { readonly width?: number | undefined; readonly height?: number | undefined };
}) {
  const { words } = useWidget();
  const [large, setLarge] = useState(false);
  if (props.src === undefined) return <>{props.label}</>;
  return (
    <>
      <button
        type="button"
        className={classes.picture}
        aria-label={words.open}
        onClick={() => setLarge(true)}
      >
        <img
          src={props.thumb ?? props.src}
          alt={props.label}
          width={props.size.width}
          height={props.size.height}
          loading="lazy"
        />
      </button>
      {large ? (
        <Lightbox
          src={props.src}
          label={props.label}
          closeLabel={words.close}
          close={() => setLarge(false)}
        />
      ) : null}
    </>
  );
}

/** “Was this it?”, and always the way to a person. */
function WasIt(props: { readonly message: MessageView; readonly mayAsk: boolean }) {
  const { model, words } = useWidget();
  const { id, helped } = props.message;
  if (helped !== undefined)
    return <span className={classes.meta}>{helped ? words.thanksYes : words.thanksNo}</span>;
  return (
    <div className={classes.wasIt} data-testid="widget-was-it">
      <span>{words.wasIt}</span>
      <button
        type="button"
        className={controls.chip}
        onClick={() => void model.helped(id, true)}
        data-testid="widget-helped-yes"
      >
        {words.yes}
      </button>
      <button
        type="button"
        className={controls.chip}
        onClick={() => void model.helped(id, false)}
        data-testid="widget-helped-no"
      >
        {words.no}
      </button>
      {props.mayAsk ? (
        <button
          type="button"
          className={controls.chip}
          onClick={() => void model.person()}
          data-testid="widget-person-here"
        >
          {words.person}
        </button>
      ) : null}
    </div>
  );
}
