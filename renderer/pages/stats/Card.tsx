import { createContext, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayText } from '../../logic/time.ts';
import { saveFile } from '../parts/save-file.ts';
import { type Sheet, sheetCsv } from './sheet.ts';
import classes from './stats.module.css';

/** Whether tables may be saved; a desk whose export is restricted saves none. */
export const MayExport = createContext(false);

/** A chart with its definition beside it, the same as a table, and that as a file. */
export function Card(props: {
  readonly id: string;
  readonly title: string;
  readonly definition: string;
  readonly table: ReactNode;
  /** The same to be saved. */
  readonly sheet: () => Sheet;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('stats');
  const [asTable, setAsTable] = useState(false);
  const mayExport = useContext(MayExport);
  return (
    <section className={classes.card} data-testid={`stats-${props.id}`}>
      <header>
        <h2>{props.title}</h2>
        <span className={classes.push} />
        {mayExport ? (
          <button
            type="button"
            className={classes.link}
            aria-label={t('csvOf', { title: props.title })}
            onClick={() =>
              saveFile({
                name: `${props.id}-${dayText(Date.now())}.csv`,
                mediaType: 'text/csv;charset=utf-8',
                text: sheetCsv(props.sheet()),
              })
            }
            data-testid={`stats-${props.id}-csv`}
          >
            CSV ↓
          </button>
        ) : null}
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
