import { useState } from 'react';
import { useStore } from 'zustand';
import classes from './closing.module.css';
import { useWidget } from './context.tsx';
import controls from './controls.module.css';
import { fill } from './words.ts';

const SCORES = [1, 2, 3, 4, 5] as const;

/** Asked once, at the end: a score and, if she wishes, a few words. */
export function RatingCard() {
  const { model, words } = useWidget();
  const status = useStore(model.store, (state) => state.status);
  const [score, setScore] = useState<(typeof SCORES)[number] | 0>(0);
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  if (status?.canRate !== true) return null;
  const submit = async () => {
    setBusy(true);
    await model.rate(score, text);
    setBusy(false);
  };
  return (
    <section className={classes.rating} aria-label={words.rate.title} data-testid="rating-card">
      <div className={classes.stars} role="radiogroup" aria-label={words.rate.title}>
        <b>{words.rate.title}</b>
        {SCORES.map((value) => (
          // biome-ignore lint/a11y/useSemanticElements: stars as buttons, each a radio to a screen reader
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={value === score}
            aria-label={`${fill(words.rate.score, { n: value })} ${words.rate.levels[value]}`}
            data-on={value <= score}
            onClick={() => setScore(value)}
            data-testid={`rating-${value}`}
          >
            {value <= score ? '★' : '☆'}
          </button>
        ))}
      </div>
      {score === 0 ? null : (
        <>
          <p>{words.rate.levels[score]}</p>
          <textarea
            rows={2}
            value={text}
            maxLength={1_000}
            placeholder={words.rate.text}
            aria-label={words.rate.text}
            onChange={(event) => setText(event.currentTarget.value)}
            data-testid="rating-text"
          />
          <button
            type="button"
            className={controls.solid}
            disabled={busy}
            onClick={() => void submit()}
            data-testid="rating-send"
          >
            {words.rate.send}
          </button>
        </>
      )}
    </section>
  );
}
