import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { useDesk, useNow } from '../../app/services.tsx';
import { ageText, clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { timerOf } from './board.ts';
import { EscalationTag } from './EscalationTag.tsx';
import classes from './supervisor.module.css';

/** One escalation on the board. */
export function EscalationCard(props: {
  readonly escalation: Escalation;
  readonly selected: boolean;
  readonly select: () => void;
  readonly take: () => void;
  readonly busy: boolean;
}) {
  const { t } = useTranslation('supervisor');
  const { escalation } = props;
  const room = useDesk((desk) => desk.rooms.get(escalation.roomId)?.room.name);
  const members = useDesk((desk) => desk.flags.get(escalation.flagId ?? '')?.memberCount);
  const now = useNow();
  const timer = timerOf(escalation, now);
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (props.selected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [props.selected]);
  return (
    <article
      ref={card}
      className={classes.card}
      data-testid="escalation-card"
      data-id={escalation.id}
      data-state={escalation.state}
      data-selected={props.selected}
      data-late={timer.late}
    >
      <button type="button" className={classes.cardBody} onClick={props.select}>
        <span className={classes.cardTop}>
          <EscalationTag escalation={escalation} />
          <b className={classes.who}>
            {escalation.person === undefined ? (
              members !== undefined && t('detail.people', { n: members })
            ) : (
              <HostileText text={escalation.person.name} />
            )}
          </b>
          {escalation.urgent ? <span className={classes.urgent}>{t('urgent')}</span> : null}
          <time className={timer.late ? classes.late : classes.timer} title={clockText(escalation.createdAt)}>
            {timer.late ? '! ' : ''}
            {ageText(timer.ms)}
          </time>
        </span>
        <span className={classes.summary}>
          <HostileText text={escalation.summary} />
        </span>
        <span className={classes.meta}>
          {room ?? ''} · {peopleText(escalation, timer.ms, t)}
        </span>
      </button>
      {escalation.state === 'open' ? (
        <Button
          size="compact-xs"
          variant={props.selected ? 'filled' : 'default'}
          onClick={props.take}
          disabled={props.busy}
          rightSection={props.selected ? <Kbd k="o" /> : undefined}
          data-testid="escalation-take"
        >
          {t('take')}
        </Button>
      ) : null}
    </article>
  );
}

function peopleText(escalation: Escalation, ms: number, t: TFunction<'supervisor'>): string {
  const owner = escalation.owner?.name ?? '';
  switch (escalation.state) {
    case 'open':
      return byText(escalation, t);
    case 'taken':
      return t('owner', { name: owner });
    case 'resolved':
      return t('took', { name: owner, age: ageText(ms) });
  }
}

/** Who handed it up: a person, a streamer who asks, or a rule of the desk. */
export function byText(escalation: Escalation, t: TFunction<'supervisor'>): string {
  if (escalation.by.kind === 'rule') return t('byRule');
  return t(isAsk(escalation) ? 'asks' : 'by', { name: escalation.by.name });
}

/** A streamer's own question: it comes from no flag, no ticket and no conversation. */
export function isAsk(escalation: Escalation): boolean {
  return (
    escalation.flagId === undefined &&
    escalation.ticketId === undefined &&
    escalation.conversationId === undefined
  );
}
