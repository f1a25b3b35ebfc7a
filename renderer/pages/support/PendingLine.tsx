import { useTranslation } from 'react-i18next';
import { FAULTS, type FaultCode, fault } from '../../../shared/domain/fault.ts';
import { useServices } from '../../app/services.tsx';
import type { Pending } from '../../talk/outbox.ts';
import { SafeText } from '../../talk/SafeText.tsx';
import { VoiceClip } from '../../talk/VoiceClip.tsx';
import { useFaultText } from '../../ui/FaultNotice.tsx';
import said from './messages.module.css';

/** What is on its way: how far, and what to do where it failed. */
export function PendingLine(props: { readonly pending: Pending; readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const { support } = useServices();
  const { pending, conversationId } = props;
  const { body, state, id, audience } = pending;
  const code =
    pending.fault !== undefined && Object.hasOwn(FAULTS, pending.fault) ? pending.fault : 'invalid';
  const text = useFaultText(fault(code as FaultCode));
  return (
    <div className={said.message} data-side="right" data-testid="support-pending" data-state={state}>
      <div
        className={said.bubble}
        data-by={audience === 'staff' ? 'note' : 'agent'}
        data-body={body.kind === 'text' ? 'text' : body.file}
        data-pending="true"
      >
        {body.kind === 'text' ? <SafeText text={body.text} /> : null}
        {body.kind === 'file' && body.file === 'picture' ? (
          <span className={said.picture}>
            <img src={body.preview} alt="" />
          </span>
        ) : null}
        {body.kind === 'file' && body.file === 'voice' ? (
          <VoiceClip
            src={body.preview}
            waveform={body.waveform}
            durationMs={body.durationMs}
            playLabel={t('talk.play')}
            pauseLabel={t('talk.pause')}
          />
        ) : null}
        {body.kind === 'file' && state === 'sending' ? <progress value={body.progress} max={1} /> : null}
      </div>
      <span className={said.meta} data-failed={state === 'failed'}>
        {state === 'failed' ? (
          <>
            ✕ {text}
            <button type="button" onClick={() => support.talks.resend(conversationId, id)}>
              {t('common:do.retry')}
            </button>
            <button type="button" onClick={() => support.talks.giveUp(conversationId, id)}>
              {t('talk.giveUp')}
            </button>
          </>
        ) : (
          t(`pending.${state}`)
        )}
      </span>
    </div>
  );
}
