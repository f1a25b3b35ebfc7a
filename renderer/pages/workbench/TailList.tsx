import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChatRow } from '../../../shared/api/views.ts';
import type { EvidenceMark } from '../../logic/evidence-index.ts';
import type { LiveItem } from '../../logic/live-window.ts';
import { LiveRow } from './LiveRow.tsx';
import classes from './live.module.css';

/** The newest rows, the last at the bottom. No virtual list: sixty rows are cheaper than measuring. */
export const TailList = memo(function TailList(props: {
  readonly items: readonly LiveItem[];
  /** Too fast to follow a row: places keep their elements and take new words, which costs half. */
  readonly slots: boolean;
  readonly marks: ReadonlyMap<string, EvidenceMark>;
  /** Platform ids of deleted messages. */
  readonly gone: ReadonlySet<string>;
  readonly chosen: string | undefined;
  readonly pick: (row: ChatRow) => void;
}) {
  const { t } = useTranslation('workbench');
  return (
    <div className={classes.tail} data-testid="tail">
      {props.items.map((item, index) => (
        <LiveRow
          t={t}
          key={props.slots ? `slot:${props.items.length - index}` : item.key}
          row={item.row}
          times={item.times}
          kind={item.kind}
          count={item.count}
          money={item.money}
          mark={props.marks.get(item.row.id)}
          chosen={props.chosen === item.row.id}
          deleted={item.row.deleted === true || props.gone.has(item.row.messageId ?? '')}
          pick={props.pick}
        />
      ))}
    </div>
  );
});
