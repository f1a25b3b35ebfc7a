import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_SUPPORT } from '../../../shared/support/config.ts';
import type { ViewerCard } from '../../../shared/support/views.ts';
import { formatRoute } from '../../app/routes.ts';
import { useClient, useNow } from '../../app/services.tsx';
import { momentText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Section } from '../parts/Panel.tsx';
import { useLoad } from '../parts/use-load.ts';
import { Lift } from './Lift.tsx';
import { ViewerPanels } from './panels/ViewerPanels.tsx';
import classes from './support.module.css';
import { useConfig } from './use-config.ts';
import { useConversation, useTalk } from './use-talk.ts';
import { ViewerTools } from './ViewerTools.tsx';
import beside from './viewer.module.css';

const LINES = 8;

/** The viewer beside the conversation: what the room knows of her, and what was before. */
export function ViewerPane(props: { readonly conversationId: string }) {
  const { t } = useTranslation('support');
  const client = useClient();
  const { conversationId } = props;
  const talk = useTalk(conversationId);
  const conversation = useConversation(conversationId, talk.conversation);
  const card = useLoad(`card-${conversationId}-${conversation?.version ?? 0}`, (signal) =>
    client.support.card({ conversationId }, { signal }),
  );
  const shown = useLast(card.value);
  // Until it is known what the desk wants to see here.
  const config = useConfig().value ?? DEFAULT_SUPPORT;
  if (conversation === undefined) return <aside className={classes.viewer} />;
  const { viewer } = conversation;
  return (
    <aside className={classes.viewer} aria-label={t('viewer.label')} data-testid="support-viewer">
      <header className={classes.head}>
        <b>{t('viewer.title')}</b>
      </header>
      <div className={beside.viewerBody}>
        <div className={beside.who}>
          <span className={beside.avatar} aria-hidden="true">
            {[...viewer.name][0] ?? '·'}
          </span>
          <div>
            <b>
              <HostileText text={viewer.name} />
            </b>
            <p>
              {t(viewer.signed ? 'viewer.signed' : 'viewer.anonymous')}
              {viewer.vip > 0 ? ` · VIP ${viewer.vip}` : ''} · {t(`viewer.language.${viewer.language}`)}
            </p>
          </div>
        </div>
        <ViewerTools conversation={conversation} />
        {card.fault === undefined ? null : <FaultNotice fault={card.fault} retry={card.reload} />}
        {shown === undefined && card.loading ? <Loading /> : null}
        {shown === undefined ? null : (
          <>
            <Lift card={shown} conversationId={conversationId} reload={card.reload} />
            <ViewerPanels card={shown} config={config} conversationId={conversationId} />
            <Before card={shown} />
          </>
        )}
      </div>
    </aside>
  );
}

function Before(props: { readonly card: ViewerCard }) {
  const { t } = useTranslation('support');
  const now = useNow(60_000);
  const { earlier, tickets } = props.card;
  return (
    <>
      {tickets.length === 0 ? null : (
        <Section title={t('viewer.tickets')}>
          <ol className={classes.lines}>
            {tickets.map((ticket) => (
              <li key={ticket.id}>
                <time>#{ticket.number}</time>
                <a href={formatRoute({ kind: 'tickets', ticketId: ticket.id })}>
                  <HostileText text={ticket.title} /> · {t(`common:ticketState.${ticket.state}`)}
                </a>
              </li>
            ))}
          </ol>
        </Section>
      )}
      <Section title={t('viewer.earlier')}>
        {earlier.length === 0 ? (
          <p className={classes.faint}>{t('viewer.first')}</p>
        ) : (
          <ol className={classes.lines}>
            {earlier.slice(0, LINES).map((one) => (
              <li key={one.id}>
                <time>{momentText(one.createdAt, now)}</time>
                <a href={formatRoute({ kind: 'support', place: one.id })}>
                  {t(`topic.${one.topic}`)} · {t(`conversationState.${one.state}`)}
                </a>
              </li>
            ))}
          </ol>
        )}
      </Section>
    </>
  );
}

/** While it is asked again the old card stays. */
function useLast<T>(value: T | undefined): T | undefined {
  const [last, setLast] = useState(value);
  useEffect(() => {
    if (value !== undefined) setLast(value);
  }, [value]);
  return value ?? last;
}
