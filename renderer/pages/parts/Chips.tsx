import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** One of a few choices, as small buttons in a row. */
export function Chips<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly name: ReactNode; readonly count?: number }[];
  readonly change: (value: T) => void;
  readonly testId?: string;
  readonly disabled?: boolean;
}) {
  return (
    <fieldset className={classes.chips} aria-label={props.label} disabled={props.disabled ?? false}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={classes.chip}
          aria-pressed={choice.value === props.value}
          onClick={() => props.change(choice.value)}
          data-testid={props.testId === undefined ? undefined : `${props.testId}-${choice.value}`}
        >
          {choice.name}
          {choice.count === undefined ? null : <span className={classes.chipCount}>{choice.count}</span>}
        </button>
      ))}
    </fieldset>
  );
}
