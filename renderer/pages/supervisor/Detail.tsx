import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { formatRoute } from '../../app/routes.ts';
import { useDesk, useMember } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { HostileLines } from '../parts/HostileLines.tsx';
import { Panel, Section } from '../parts/Panel.tsx';
import type { Act } from '../parts/use-act.ts';
import { byText, isAsk } from './EscalationCard.tsx';
import { EscalationTag } from './EscalationTag.tsx';
import { FlagContext } from './FlagContext.tsx';
import { ResolveBox } from './ResolveBox.tsx';
import classes from './supervisor.module.css';

/** One escalation with what the supervisor needs to decide without asking back. */
export function Detail(props: {
  readonly escalation: Escalation | undefined;
  readonly take: Act;
  readonly onTake: (id: string) => void;
}) {
  const { t } = useTranslation('supervisor');
  const { escalation } = props;
  if (escalation === undefined) {
    return (
      <Panel title={t('detail.summary')} className={classes.detail}>
        <EmptyState title={t('detail.none')} hint={t('detail.keys')} />
      </Panel>
    );
  }
  return (
    <Panel
      title={<EscalationTag escalation={escalation} />}
      side={<When escalation={escalation} />}
      className={classes.detail}
    >
      <section
        className={classes.detailBody}
        tabIndex={-1}
        data-focus="detail"
        aria-label={t('detail.summary')}
      >
        <p className={classes.quote}>
          <HostileText text={escalation.summary} />
        </p>
        {isAsk(escalation) ? <p className={classes.dim}>{t('detail.streamerAsk')}</p> : null}
        {escalation.note === undefined ? null : (
          <Section title={t('detail.note')}>
            <div className={classes.note}>
              <HostileLines text={escalation.note} />
            </div>
          </Section>
        )}
        <Decide {...props} escalation={escalation} />
        {escalation.flagId === undefined ? null : <FlagContext flagId={escalation.flagId} />}
        <Links escalation={escalation} />
      </section>
    </Panel>
  );
}

function When(props: { readonly escalation: Escalation }) {
  const { t } = useTranslation('supervisor');
  return (
    <span>
      {byText(props.escalation, t)} · {momentText(props.escalation.createdAt, Date.now())}
    </span>
  );
}

function Decide(props: {
  readonly escalation: Escalation;
  readonly take: Act;
  readonly onTake: (id: string) => void;
}) {
  const { t } = useTranslation('supervisor');
  const me = useMember();
  const { escalation, take } = props;
  if (escalation.state === 'resolved') {
    return (
      <Section title={t('resolution.done')}>
        <p className={classes.note}>
          {escalation.resolution ?? ''}
          <span className={classes.dim}> —— {escalation.owner?.name ?? ''}</span>
        </p>
      </Section>
    );
  }
  const mine = escalation.owner !== undefined && escalation.owner.id === me?.id;
  return (
    <>
      {take.fault === undefined ? null : <FaultNotice fault={take.fault} dismiss={take.clear} />}
      {mine ? null : (
        <Button
          onClick={() => props.onTake(escalation.id)}
          loading={take.busy}
          rightSection={<Kbd k="o" />}
          data-testid="escalation-take-over"
        >
          {escalation.owner === undefined ? t('take') : t('takeOver', { name: escalation.owner.name })}
        </Button>
      )}
      <ResolveBox escalation={escalation} />
    </>
  );
}

function Links(props: { readonly escalation: Escalation }) {
  const { t } = useTranslation('supervisor');
  const { ticketId, conversationId, roomId, createdAt } = props.escalation;
  const ticket = useDesk((desk) => (ticketId === undefined ? undefined : desk.tickets.get(ticketId)));
  const review = { kind: 'review', query: { room: roomId, at: String(createdAt) } } as const;
  return (
    <nav className={classes.links}>
      {conversationId === undefined ? null : (
        <a
          href={formatRoute({ kind: 'support', place: conversationId })}
          data-testid="escalation-conversation"
        >
          {t('detail.openTalk')}
        </a>
      )}
      {ticketId === undefined ? null : (
        <a href={formatRoute({ kind: 'tickets', ticketId })}>
          {ticket === undefined ? t('detail.openTicket') : t('detail.ticket', { n: ticket.number })}
        </a>
      )}
      <a href={formatRoute({ kind: 'workbench', roomId })}>{t('detail.openRoom')}</a>
      <a href={formatRoute(review)}>{t('detail.review')}</a>
    </nav>
  );
}
