import { useState } from 'react';
import type { BlockedView } from '../../shared/support/block.ts';
import classes from './closing.module.css';
import { useWidget } from './context.tsx';
import controls from './controls.module.css';
import { fill } from './words.ts';

/** Why she may not write, until when, and her one objection, in place of where she would write. */
export function Blocked(props: { readonly blocked: BlockedView }) {
  const { model, words, language } = useWidget();
  const { blocked } = props;
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const until =
    blocked.until === undefined
      ? words.blocked.forGood
      : fill(words.blocked.until, {
          time: new Date(blocked.until).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', {
            month: 'numeric',
            day: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
          }),
        });
  const send = async () => {
    setBusy(true);
    await model.appeal(text.trim());
    setBusy(false);
  };
  return (
    <section className={classes.blocked} data-testid="widget-blocked">
      <b>{words.blocked.title}</b>
      <p>
        {fill(words.blocked.why, { reason: words.blocked.reasons[blocked.reason] })} {until}
      </p>
      {blocked.appeal === undefined ? null : (
        <p data-testid="widget-appeal" data-state={blocked.appeal.state}>
          {words.blocked.appeal[blocked.appeal.state]} {blocked.appeal.answer ?? ''}
        </p>
      )}
      {blocked.canAppeal ? (
        <>
          <textarea
            rows={2}
            value={text}
            maxLength={500}
            placeholder={words.blocked.say}
            aria-label={words.blocked.say}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="widget-appeal-text"
          />
          <button
            type="button"
            className={controls.solid}
            disabled={busy || text.trim() === ''}
            onClick={() => void send()}
            data-testid="widget-appeal-send"
          >
            {words.blocked.send}
          </button>
        </>
      ) : null}
    </section>
  );
}
