import type { ReactNode } from 'react';
import parts from '../parts/parts.module.css';

/** Any of a few choices, as small buttons in a row. */
export function Toggles<T extends string | number>(props: {
  readonly label: string;
  readonly choices: readonly { readonly value: T; readonly name: ReactNode; readonly means?: string }[];
  readonly on: readonly T[];
  /** The chosen ones, in the order of the choices. */
  readonly change: (on: readonly T[]) => void;
  readonly disabled: boolean;
}) {
  const toggle = (value: T) =>
    props.change(
      props.choices
        .map((choice) => choice.value)
        .filter((one) => (one === value ? !props.on.includes(one) : props.on.includes(one))),
    );
  return (
    <fieldset className={parts.chips} aria-label={props.label} disabled={props.disabled}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          className={parts.chip}
          aria-pressed={props.on.includes(choice.value)}
          title={choice.means}
          onClick={() => toggle(choice.value)}
        >
          {choice.name}
        </button>
      ))}
    </fieldset>
  );
}
