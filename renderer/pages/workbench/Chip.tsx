import type { ReactNode } from 'react';
import classes from './panes.module.css';

/** A small switch between ways of looking. */
export function Chip(props: {
  readonly on: boolean;
  readonly toggle: () => void;
  readonly children: ReactNode;
  readonly 'data-testid'?: string;
}) {
  return (
    <button
      type="button"
      className={classes.chip}
      aria-pressed={props.on}
      onClick={props.toggle}
      data-testid={props['data-testid']}
    >
      {props.children}
    </button>
  );
}
