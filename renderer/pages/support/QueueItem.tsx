import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { QueueRow } from '../../../shared/support/views.ts';
import { formatRoute } from '../../app/routes.ts';
import { useServices } from '../../app/services.tsx';
import { ageText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { isLate, waitingSince } from './lists.ts';
import classes from './support.module.css';
import { Tags } from './Tags.tsx';

/** One conversation in the left column: who, what kind, the last line, and how long she waits. */
export const QueueItem = memo(function QueueItem(props: {
  readonly row: QueueRow;
  readonly picked: boolean;
  readonly offeredToMe: boolean;
  readonly now: number;
}) {
  const { t } = useTranslation('support');
  const { support } = useServices();
  const { conversation, lastText, estimate } = props.row;
  const draft = useStore(support.talks.of(conversation.id), (talk) => talk.draft);
  const since = waitingSince(conversation);
  const late = isLate(conversation, props.now);
  const age = since === undefined ? null : ageText(props.now - since);
  const idleFor =
    since === undefined && conversation.lastAgentAt !== undefined
      ? ageText(props.now - conversation.lastAgentAt)
      : null;
  return (
    <a
      href={formatRoute({ kind: 'support', place: conversation.id })}
      className={classes.item}
      aria-current={props.picked ? 'true' : undefined}
      data-testid="support-queue-item"
      data-id={conversation.id}
      data-state={conversation.state}
      data-late={late}
    >
      <span className={classes.itemTop}>
        <b>
          <HostileText text={conversation.viewer.name} />
        </b>
        <Tags conversation={conversation} />
        <span className={classes.push} />
        {age === null ? (
          <span className={classes.faint}>{idleFor === null ? '' : t('wait.their', { time: idleFor })}</span>
        ) : (
          <span className={late ? classes.late : classes.age}>
            {late ? '! ' : ''}
            {conversation.state === 'queued' ? age : t('wait.your', { time: age })}
          </span>
        )}
      </span>
      <span className={classes.itemText}>
        {draft === '' || props.picked ? null : <em>{t('queue.draft')} </em>}
        {draft === '' || props.picked ? <HostileText text={lastText} /> : <HostileText text={draft} />}
      </span>
      {props.offeredToMe && conversation.offer !== undefined ? (
        <span className={classes.offerLeft}>
          {t('offer.left', { time: ageText(conversation.offer.expiresAt - props.now) })}
        </span>
      ) : conversation.state === 'queued' && estimate !== undefined ? (
        <span className={classes.faint}>{t('queue.place', { n: estimate.place })}</span>
      ) : null}
    </a>
  );
});
