import { useState } from 'react';
import type { Pending } from '../talk/outbox.ts';
import { SafeText } from '../talk/SafeText.tsx';
import { VoiceClip } from '../talk/VoiceClip.tsx';
import classes from './bubble.module.css';
import { useWidget } from './context.tsx';
import { faultWord } from './words.ts';

/** What is on its way: how far, and what to do where it failed. */
export function PendingBubble(props: { readonly pending: Pending }) {
  const { model, words } = useWidget();
  const { pending } = props;
  const { body, state, id } = pending;
  const fault = pending.fault === 'invalid' && body.kind === 'file' ? 'file' : pending.fault;
  return (
    <div className={classes.mine} data-testid="widget-pending" data-state={state} data-id={id}>
      <div
        className={classes.bubble}
        data-body={body.kind === 'text' ? 'text' : body.file}
        data-pending="true"
      >
        {body.kind === 'text' ? (
          <SafeText text={body.text} />
        ) : body.file === 'picture' ? (
          <Preview src={body.preview} />
        ) : (
          <VoiceClip
            src={body.preview}
            waveform={body.waveform}
            durationMs={body.durationMs}
            playLabel={words.play}
            pauseLabel={words.pause}
          />
        )}
        {body.kind === 'file' && state === 'sending' ? (
          <progress
            className={classes.progress}
            value={body.progress}
            max={1}
            aria-label={words.pending.sending}
          />
        ) : null}
      </div>
      <span className={classes.meta} data-failed={state === 'failed'}>
        {state === 'failed' ? (
          <>
            ✕ {words.pending.failed}
            {fault === undefined ? '' : ` · ${faultWord(words.fault, fault)}`}
            {isForGood(fault) ? null : (
              <button type="button" onClick={() => model.resend(id)} data-testid="widget-resend">
                {words.retry}
              </button>
            )}
            <button type="button" onClick={() => model.giveUp(id)}>
              {words.giveUp}
            </button>
          </>
        ) : (
          words.pending[state]
        )}
      </span>
    </div>
  );
}

/** What she picked; a word where the browser cannot show it. */
function Preview(props: { readonly src: string }) {
  const { words } = useWidget();
  const [broken, setBroken] = useState(false);
  if (broken) return <span className={classes.previewless}>{words.previewless}</span>;
  return (
    <span className={classes.picture}>
      <img src={props.src} alt="" onError={() => setBroken(true)} />
    </span>
  );
}

/** Whether sending it once more cannot help. */
function isForGood(fault: string | undefined): boolean {
  return fault === 'file' || fault === 'invalid' || fault === 'unsupported' || fault === 'too_large';
}
