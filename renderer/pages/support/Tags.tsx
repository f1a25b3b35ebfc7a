import { useTranslation } from 'react-i18next';
import type { Conversation } from '../../../shared/support/conversation.ts';
import { useWord } from '../../app/use-word.ts';
import classes from './support.module.css';

/** What makes a conversation special: VIP, complaint, topic, handed up. */
export function Tags(props: { readonly conversation: Conversation }) {
  const { t } = useTranslation('support');
  const word = useWord();
  const { priority, topic, viewer, escalationIds, reopened, mood } = props.conversation;
  return (
    <>
      {viewer.vip > 0 ? <span className={classes.vip}>VIP{viewer.vip > 1 ? viewer.vip : ''}</span> : null}
      {priority === 'urgent' ? <span className={classes.tagHigh}>◆ {t('priority.urgent')}</span> : null}
      {priority === 'complaint' && topic !== 'complaint' ? (
        <span className={classes.tagMid}>▲ {t('priority.complaint')}</span>
      ) : null}
      {topic === 'other' ? null : (
        <span className={topic === 'complaint' ? classes.tagMid : classes.tag}>{t(`topic.${topic}`)}</span>
      )}
      {escalationIds.length > 0 ? <span className={classes.tagHigh}>◆ {t('tag.escalated')}</span> : null}
      {mood === undefined || mood.level === 'calm' ? null : (
        <span
          className={mood.level === 'uneasy' ? classes.tag : classes.tagMid}
          title={mood.reasons.map((line) => word(line)).join(' · ')}
          data-testid="support-mood"
          data-level={mood.level}
        >
          {mood.level === 'uneasy' ? '' : '▲ '}
          {mood.isFalling && mood.level === 'uneasy' ? t('mood.falling') : t(`mood.${mood.level}`)}
        </span>
      )}
      {reopened > 0 ? <span className={classes.tag}>{t('tag.reopened')}</span> : null}
    </>
  );
}
