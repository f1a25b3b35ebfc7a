import { Button, type ButtonProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import classes from './ui.module.css';

export interface HoldButtonProps extends ButtonProps {
  readonly children: ReactNode;
  readonly onConfirm: () => void;
  /** Milliseconds to hold; default 900. */
  readonly holdMs?: number;
  readonly 'data-testid'?: string;
  readonly autoFocus?: boolean;
}

/** Does something harsh only after being held: by pointer, or by Enter or Space. Letting go early does nothing. */
export function HoldButton({ children, onConfirm, holdMs = 900, ...button }: HoldButtonProps) {
  const [holding, setHolding] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const stop = () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    setHolding(false);
  };
  const start = () => {
    if (timer.current !== undefined) return;
    setHolding(true);
    timer.current = setTimeout(() => {
      stop();
      onConfirm();
    }, holdMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <Button
      {...button}
      className={classes.hold ?? ''}
      data-holding={holding}
      onPointerDown={start}
      onPointerUp={stop}
      onPointerLeave={stop}
      onBlur={stop}
      onContextMenu={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        event.stopPropagation();
        if (!event.repeat) start();
      }}
      onKeyUp={(event) => {
        if (event.key === 'Enter' || event.key === ' ') stop();
      }}
    >
      <span
        className={classes.holdFill}
        style={holding ? { transitionDuration: `${holdMs}ms` } : undefined}
      />
      {children}
    </Button>
  );
}
