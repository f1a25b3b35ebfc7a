import { useTranslation } from 'react-i18next';
import type { Column } from './board.ts';
import { EscalationCard } from './EscalationCard.tsx';
import classes from './supervisor.module.css';

/** The three columns of the board. */
export function Columns(props: {
  readonly columns: readonly Column[];
  readonly selected: string | null;
  readonly select: (id: string) => void;
  readonly take: (id: string) => void;
  readonly busy: boolean;
}) {
  const { t } = useTranslation('supervisor');
  return (
    <div className={classes.columns}>
      {props.columns.map((column) => (
        <section key={column.state} className={classes.column} aria-label={t(`columns.${column.state}`)}>
          <h2>
            {t(`columns.${column.state}`)} <span>{column.total}</span>
          </h2>
          <div className={classes.cards}>
            {column.cards.length === 0 ? (
              <p className={classes.nothing}>{t(`columnEmpty.${column.state}`)}</p>
            ) : null}
            {column.cards.map((card) => (
              <EscalationCard
                key={card.id}
                escalation={card}
                selected={card.id === props.selected}
                select={() => props.select(card.id)}
                take={() => props.take(card.id)}
                busy={props.busy}
              />
            ))}
            {column.cards.length < column.total ? (
              <p className={classes.nothing}>
                {t('shownOf', { n: column.cards.length, total: column.total })}
              </p>
            ) : null}
          </div>
        </section>
      ))}
    </div>
  );
}
