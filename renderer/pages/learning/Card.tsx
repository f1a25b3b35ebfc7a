import type { ReactNode } from 'react';
import classes from './learning.module.css';

/** A titled box of the page: what it is about, and what it is for. */
export function Card(props: {
  readonly id: string;
  readonly title: string;
  readonly lead?: string | undefined;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.card} data-testid={`learning-${props.id}`} aria-label={props.title}>
      <header>
        <h2>{props.title}</h2>
        {props.side}
      </header>
      {props.lead === undefined ? null : <p className={classes.dim}>{props.lead}</p>}
      {props.children}
    </section>
  );
}
