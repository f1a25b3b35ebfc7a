import type { Pending } from '../talk/outbox.ts';
import { SafeText } from '../talk/SafeText.tsx';
import { VoiceClip } from '../talk/VoiceClip.tsx';
import { useWidget } from './context.tsx';
import classes from './widget.module.css';
import { faultWord } from './words.ts';

/** What is on its way: how far, and what to do where it failed. */
export function PendingBubble(props: { readonly pending: Pending }) {
  const { model, words } = useWidget();
  const { pending } = props;
  const { body, state, id } = pending;
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
          <span className={classes.picture}>
            <img src={body.preview} alt="" />
          </span>
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
            {pending.fault === undefined ? '' : ` · ${faultWord(words.fault, pending.fault)}`}
            <button type="button" onClick={() => model.resend(id)} data-testid="widget-resend">
              {words.retry}
            </button>
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
