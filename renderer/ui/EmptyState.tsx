import type { ReactNode } from 'react';
import classes from './ui.module.css';

/** What a list holds, when it is empty, and what to do next. */
export function EmptyState(props: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly children?: ReactNode;
}) {
  return (
    <div className={classes.empty}>
      <b>{props.title}</b>
      {props.hint === undefined ? null : <span>{props.hint}</span>}
      {props.children}
    </div>
  );
}
