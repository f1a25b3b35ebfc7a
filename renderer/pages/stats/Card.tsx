import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './stats.module.css';

/** A chart with its definition beside it, and the same as a table. */
export function Card(props: {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly table: ReactNode;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('stats');
  const [asTable, setAsTable] = useState(false);
  return (
    <section className={classes.card} data-testid={`stats-${props.id}`}>
      <header>
        <h2>{props.title}</h2>
        <button
          type="button"
          className={classes.link}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
          data-testid={`stats-${props.id}-table`}
        >
          {t(asTable ? 'asChart' : 'asTable')}
        </button>
      </header>
      <p className={classes.dim}>{props.definition}</p>
      <div className={classes.body}>{asTable ? props.table : props.children}</div>
    </section>
  );
}
