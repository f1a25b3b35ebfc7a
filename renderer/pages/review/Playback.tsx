import { useLayoutEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from '../../logic/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { ReasonText } from '../../ui/ReasonText.tsx';
import { ReceiptMark } from '../../ui/ReceiptMark.tsx';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import { ActionWords } from '../parts/ActionLines.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Panel } from '../parts/Panel.tsx';
import { EventLine } from './EventLine.tsx';
import { type ReelItem, shownItems } from './reel.ts';
import classes from './review.module.css';
import type { ReelView } from './use-reel.ts';
import type { Story } from './use-story.ts';

/** Rows on the screen at once, as on the workbench. */
const SHOWN = 80;

/** The room as it was, up to the moment: chat, gifts, flags and actions in their order. */
export function Playback(props: {
  readonly reel: ReelView;
  readonly story: Story;
  readonly at: number;
  readonly onlyPerson: (id: string, name: string) => void;
}) {
  const { t } = useTranslation('review');
  const { reel, fault, retry } = props.reel;
  const flags = props.story.whole?.flags;
  const actions = props.story.whole?.actions;
  const items = useMemo(
    () => shownItems(reel, flags ?? [], actions ?? [], props.at, SHOWN),
    [reel, flags, actions, props.at],
  );
  const list = useRef<HTMLOListElement>(null);
  const last = items.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: follows the newest row
  useLayoutEffect(() => {
    const scroller = list.current?.parentElement;
    if (scroller != null) scroller.scrollTop = scroller.scrollHeight;
  }, [last, items.length]);
  return (
    <Panel title={t('play.title')} className={classes.playback}>
      {fault === undefined ? null : <FaultNotice fault={fault} retry={retry} />}
      {items.length === 0 ? (
        reel.rows.length === 0 && !reel.done && fault === undefined ? (
          <Loading text={t('play.loading')} />
        ) : (
          <EmptyState title={t('play.nothing')} hint={t('play.empty')} />
        )
      ) : null}
      <ol ref={list} className={classes.lines}>
        {items.map((item) => (
          <Item key={`${item.kind}${item.id}`} item={item} onlyPerson={props.onlyPerson} />
        ))}
      </ol>
    </Panel>
  );
}

function Item(props: { readonly item: ReelItem; readonly onlyPerson: (id: string, name: string) => void }) {
  const { item } = props;
  switch (item.kind) {
    case 'row':
      return (
        <li className={classes.line} data-testid="review-line" data-severity={item.row.marks[0]?.severity}>
          <EventLine row={item.row} onlyPerson={props.onlyPerson} />
        </li>
      );
    case 'flag': {
      const [reason] = item.flag.reasons;
      return (
        <li className={classes.event} data-testid="review-flag">
          <time>{clockText(item.at)}</time>
          <SeverityTag severity={item.flag.severity} category={item.flag.category} score={item.flag.score} />
          <span>
            {item.flag.person === undefined ? null : (
              <b>
                <HostileText text={item.flag.person.name} />{' '}
              </b>
            )}
            {reason === undefined ? null : <ReasonText reason={reason} />}
          </span>
        </li>
      );
    }
    case 'action':
      return (
        <li className={classes.event} data-testid="review-action">
          <time>{clockText(item.at)}</time>
          <ReceiptMark small state={item.action.state} />
          <span>
            <ActionWords action={item.action} />
          </span>
        </li>
      );
  }
}
