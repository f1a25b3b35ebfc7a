import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useWidget } from './context.tsx';
import classes from './widget.module.css';
import { faultWord } from './words.ts';

const SHOWN_MS = 6_000;

/** What did not work, for a while. */
export function Notices() {
  const { model, words } = useWidget();
  const notice = useStore(model.store, (state) => state.notice);
  useEffect(() => {
    if (notice === undefined) return;
    const timer = setTimeout(() => model.notice(undefined), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [model, notice]);
  if (notice === undefined) return null;
  const text = { micRefused: words.micRefused, tooShort: words.tooShort }[notice];
  return (
    <p className={classes.notice} role="alert" data-testid="widget-notice">
      {text ?? (notice === 'unreachable' ? words.line.lost : faultWord(words.fault, notice))}
    </p>
  );
}
