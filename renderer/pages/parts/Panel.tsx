import type { ReactNode } from 'react';
import classes from './parts.module.css';

/** A titled part of a page with its own scrolling. */
export function Panel(props: {
  readonly title: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}) {
  return (
    <section className={[classes.panel, props.className].filter(Boolean).join(' ')}>
      <header className={classes.head}>
        <h2>{props.title}</h2>
        {props.side === undefined ? null : <div className={classes.side}>{props.side}</div>}
      </header>
      <div className={classes.body}>{props.children}</div>
    </section>
  );
}

/** A small heading inside a panel, with what belongs under it. */
export function Section(props: {
  readonly title: ReactNode;
  readonly side?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.section}>
      <header>
        <h3>{props.title}</h3>
        {props.side}
      </header>
      {props.children}
    </section>
  );
}
