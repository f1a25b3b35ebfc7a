import { Button } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import { EventLine } from './EventLine.tsx';
import classes from './review.module.css';
import type { Search } from './use-search.ts';

const ROW_PX = 30;

/** What was found, newest first, in a list of any length. */
export function Results(props: {
  readonly search: Search;
  readonly at: number;
  /** Results of several rooms and days say where they are from. */
  readonly showPlace: boolean;
  readonly jump: (row: ChatRow) => void;
  readonly onlyPerson: (id: string, name: string) => void;
}) {
  const { t } = useTranslation('review');
  const { rows, cursor, busy, more } = props.search;
  const scroller = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div ref={scroller} className={classes.results} hidden={rows.length === 0}>
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: the row holds a button of its own
            <div
              key={row.id}
              role="button"
              tabIndex={0}
              className={classes.result}
              style={{ transform: `translateY(${item.start}px)` }}
              title={t('find.jump')}
              data-testid="review-row"
              data-at={row.at}
              data-severity={row.marks[0]?.severity}
              data-here={Math.abs(row.at - props.at) < 500}
              onClick={() => props.jump(row)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') props.jump(row);
              }}
            >
              <EventLine row={row} onlyPerson={props.onlyPerson} showPlace={props.showPlace} />
            </div>
          );
        })}
      </div>
      {cursor === undefined ? null : (
        <Button variant="subtle" fullWidth onClick={more} loading={busy}>
          {t('find.more')}
        </Button>
      )}
    </div>
  );
}
