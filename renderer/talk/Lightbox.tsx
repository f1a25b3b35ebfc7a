import { useEffect, useRef } from 'react';
import { CrossIcon } from './icons.tsx';
import classes from './talk.module.css';

/** A picture over everything; Escape and a click close it. */
export function Lightbox(props: {
  readonly src: string;
  readonly label: string;
  readonly closeLabel: string;
  readonly close: () => void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the dialog itself closes on Escape
    <dialog
      ref={dialog}
      className={classes.lightbox}
      aria-label={props.label}
      onClose={props.close}
      onClick={() => dialog.current?.close()}
      data-testid="lightbox"
    >
      <button type="button" aria-label={props.closeLabel}>
        <CrossIcon />
      </button>
      <img src={props.src} alt={props.label} />
    </dialog>
  );
}
