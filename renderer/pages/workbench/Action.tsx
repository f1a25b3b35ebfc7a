import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Kbd } from '../../ui/Kbd.tsx';
import classes from './panes.module.css';

/** A button with its key on it. `why` says what it does, or why it cannot. */
export function Action(props: {
  readonly label: ReactNode;
  readonly k?: string | undefined;
  readonly run: () => void;
  readonly why?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly primary?: boolean | undefined;
  readonly danger?: boolean | undefined;
  readonly 'data-testid'?: string;
}) {
  const button = (
    <button
      type="button"
      className={classes.button}
      onClick={props.run}
      disabled={props.disabled}
      data-primary={props.primary}
      data-danger={props.danger}
      data-testid={props['data-testid']}
    >
      {props.label}
      {props.k === undefined ? null : <Kbd k={props.k} />}
    </button>
  );
  return props.why === undefined ? button : <Tooltip label={props.why}>{button}</Tooltip>;
}
