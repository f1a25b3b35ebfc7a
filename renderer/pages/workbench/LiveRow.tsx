import type { TFunction } from 'i18next';
import { memo } from 'react';
import type { ChatRow, RowMark } from '../../../shared/api/views.ts';
import type { Money } from '../../../shared/domain/money.ts';
import { useCategoryName } from '../../app/use-category-name.ts';
import type { EvidenceMark } from '../../logic/evidence-index.ts';
import type { LiveItem } from '../../logic/live-window.ts';
import { AMBIENT } from '../../logic/row-filter.ts';
import { clockText } from '../../logic/time.ts';
import { GapLine } from './GapLine.tsx';
import classes from './live.module.css';
import { PaidLine } from './PaidLine.tsx';
import { PersonName } from './PersonName.tsx';
import { RowWords } from './RowWords.tsx';

export interface LiveRowProps {
  /** Handed down, because a hook in each of a thousand rows a second is felt. */
  readonly t: TFunction<'workbench'>;
  readonly row: ChatRow;
  readonly kind: LiveItem['kind'];
  readonly times: number;
  readonly count?: number | undefined;
  readonly money?: Money | undefined;
  readonly mark: EvidenceMark | undefined;
  readonly chosen: boolean;
  readonly deleted: boolean;
  readonly pick: (row: ChatRow) => void;
}

/** One line of the list, whatever it is. */
export const LiveRow = memo(function LiveRow(props: LiveRowProps) {
  const { row, t } = props;
  const mark: RowMark | undefined = props.mark ?? row.marks[0];
  if (row.kind === 'gap') return <GapLine t={t} row={row} />;
  const data = {
    'data-testid': 'chat-row',
    'data-event-id': row.id,
    'data-kind': row.kind,
    'data-flagged': mark !== undefined,
    'data-severity': mark?.bystander ? undefined : mark?.severity,
    'data-chosen': props.chosen,
    'data-deleted': props.deleted,
  };
  const paid = row.kind === 'gift' || row.kind === 'superchat' || row.kind === 'membership';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button may not hold what a row holds, and thousands go by
    <div
      {...data}
      role="button"
      tabIndex={-1}
      className={classes.row}
      data-ambient={isAmbient(row)}
      onClick={() => props.pick(row)}
      onKeyDown={undefined}
    >
      <time className={classes.time}>{clockText(row.at)}</time>
      {paid ? (
        <PaidLine t={t} row={row} count={props.count} money={props.money} />
      ) : (
        <span className={classes.body}>
          {row.person === undefined ? null : (
            <PersonName t={t} person={row.person} first={row.firstMessage} />
          )}
          <RowWords t={t} row={row} mark={mark} times={props.times} kind={props.kind} />
        </span>
      )}
      <RowLabel t={t} mark={mark} evidence={props.mark} deleted={props.deleted} />
    </div>
  );
});

function RowLabel(props: {
  readonly t: TFunction<'workbench'>;
  readonly mark: RowMark | undefined;
  readonly evidence: EvidenceMark | undefined;
  readonly deleted: boolean;
}) {
  const { mark, evidence, t } = props;
  if (props.deleted) return <span className={classes.label}>{t('live.deleted')}</span>;
  if (mark === undefined) return null;
  if (mark.bystander) return <span className={classes.label}>{t('raid.bystander')}</span>;
  const place =
    evidence !== undefined && evidence.of > 1
      ? `${evidence.place}/${evidence.of}`
      : mark.category.startsWith('rule:')
        ? ''
        : mark.score.toFixed(2);
  return (
    <span className={classes.label} data-severity={mark.severity}>
      <MarkName category={mark.category} /> {place}
    </span>
  );
}

/** Only marked rows ask what a rule is called. */
function MarkName(props: { readonly category: string }) {
  const nameOf = useCategoryName();
  return nameOf(props.category);
}

function isAmbient(row: ChatRow): boolean {
  return AMBIENT.has(row.kind) || row.kind === 'system' || row.kind === 'mod_action';
}
