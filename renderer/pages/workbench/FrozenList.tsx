import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type WheelEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { EvidenceMark } from '../../logic/evidence-index.ts';
import { LiveRow } from './LiveRow.tsx';
import classes from './live.module.css';

/** A snapshot one can scroll through; a virtual list is safe here because nothing moves. */
export function FrozenList(props: {
  readonly rows: readonly ChatRow[];
  readonly marks: ReadonlyMap<string, EvidenceMark>;
  /** Platform ids of deleted messages. */
  readonly gone: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly pick: (row: ChatRow) => void;
  /** Back to the live end, when one scrolls down past it; absent where only the key leads back. */
  readonly leave: (() => void) | undefined;
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
  // The newest rows are where one comes from; after that only a choice off the screen moves the list.
  const newest = useRef(rows.length - 1);
  useEffect(() => {
    if (newest.current >= 0) list.scrollToIndex(newest.current, { align: 'end' });
  }, [list]);
  useEffect(() => {
    if (at >= 0) list.scrollToIndex(at, { align: 'auto' });
  }, [list, at]);
  const scrolledDown = (event: WheelEvent<HTMLDivElement>) => {
    const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
    if (event.deltaY > 0 && scrollTop + clientHeight >= scrollHeight - 2) props.leave?.();
  };
  return (
    <div ref={frame} onWheel={scrolledDown} className={classes.frozen} data-testid="frozen">
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
                deleted={row.deleted === true || props.gone.has(row.messageId ?? '')}
                pick={props.pick}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}
