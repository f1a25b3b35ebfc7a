import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { EvidenceMark } from '../../logic/evidence-index.ts';
import { LiveRow } from './LiveRow.tsx';
import classes from './live.module.css';

/** A snapshot one can scroll through; a virtual list is safe here because nothing moves. */
export function FrozenList(props: {
  readonly rows: readonly ChatRow[];
  readonly marks: ReadonlyMap<string, EvidenceMark>;
  readonly chosen: string | undefined;
  readonly pick: (row: ChatRow) => void;
}) {
  const { t } = useTranslation('workbench');
  const { rows } = props;
  const frame = useRef<HTMLDivElement>(null);
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 28,
    getItemKey: (index) => rows[index]?.id ?? index,
    overscan: 12,
  });
  const at = props.chosen === undefined ? -1 : rows.findIndex((row) => row.id === props.chosen);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
    else if (rows.length > 0) list.scrollToIndex(rows.length - 1, { align: 'end' });
  }, [list, rows.length, at]);
  return (
    <div ref={frame} className={classes.frozen} data-testid="frozen">
      <div style={{ height: list.getTotalSize(), position: 'relative' }}>
        {list.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            <div
              key={item.key}
              ref={list.measureElement}
              data-index={item.index}
              className={classes.virtual}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <LiveRow
                t={t}
                row={row}
                times={1}
                kind="one"
                mark={props.marks.get(row.id)}
                chosen={props.chosen === row.id}
                pick={props.pick}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
