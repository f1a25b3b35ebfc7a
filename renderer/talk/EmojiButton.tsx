import { useEffect, useRef, useState } from 'react';
import { EMOJI } from './emoji.ts';
import { SmileIcon } from './icons.tsx';
import classes from './talk.module.css';

/** A button that opens a small set of emoji; Escape and a click elsewhere close it. */
export function EmojiButton(props: {
  readonly label: string;
  readonly className?: string | undefined;
  readonly pick: (emoji: string) => void;
  readonly testId: string;
}) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const leave = (event: Event) => {
      if (!(event.target instanceof Node) || place.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [open]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears Escape from within
    <div
      ref={place}
      className={classes.emoji}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
      }}
    >
      <button
        type="button"
        className={props.className}
        aria-label={props.label}
        title={props.label}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-testid={props.testId}
      >
        <SmileIcon />
      </button>
      {open ? (
        <fieldset className={classes.emojiSheet} aria-label={props.label}>
          {EMOJI.map((emoji) => (
            <button key={emoji} type="button" onClick={() => props.pick(emoji)}>
              {emoji}
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
