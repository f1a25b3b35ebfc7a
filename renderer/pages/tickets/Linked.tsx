import { useTranslation } from 'react-i18next';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { type WhyLine, whyLine } from '../../../shared/view/why-line.ts';
import { useClient, useDesk } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import { ActionLines } from '../parts/ActionLines.tsx';
import { Section } from '../parts/Panel.tsx';
import { useLoad } from '../parts/use-load.ts';
import classes from './tickets.module.css';

/** The flags a ticket came from or belongs to. */
export function LinkedFlags(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const { flagIds } = props.ticket.context;
  return (
    <Section title={t('flags')}>
      {flagIds.length === 0 ? <span className={classes.meta}>{t('noFlags')}</span> : null}
      <ol className={classes.small}>
        {flagIds.map((id) => (
          <FlagLine key={id} flagId={id} kept={props.ticket.context.whys?.find((why) => why.flagId === id)} />
        ))}
      </ol>
    </Section>
  );
}

function FlagLine(props: { readonly flagId: string; readonly kept: WhyLine | undefined }) {
  const { t, i18n } = useTranslation('tickets');
  const client = useClient();
  const known = useDesk((desk) => desk.flags.get(props.flagId));
  const asked = useLoad(known === undefined ? props.flagId : null, (signal) =>
    client.flags.get({ flagId: props.flagId }, { signal }),
  );
  const flag = known ?? asked.value;
  const why = flag === undefined ? props.kept : whyLine(flag.reasons);
  const said = why === undefined ? '' : i18n.language === 'en' ? why.textEn : why.text;
  if (flag === undefined)
    return (
      <li className={classes.meta}>
        {asked.loading ? t('common:loading') : t('flagGone')} <HostileText text={said} />
      </li>
    );
  const first = flag.evidence[0];
  return (
    <li className={classes.flagLine}>
      <span>
        <time>{clockText(flag.firstAt)}</time>{' '}
        <SeverityTag severity={flag.severity} category={flag.category} score={flag.score} />{' '}
        <span className={classes.meta}>
          {flag.outcome === undefined
            ? t(`common:flagState.${flag.state}`)
            : t(`common:outcome.${flag.outcome}`)}
        </span>
      </span>
      {first === undefined ? null : (
        <HostileText text={first.text} spans={first.spans} severity={flag.severity} />
      )}
      <span className={classes.meta} data-testid="ticket-why">
        <HostileText text={said} />
      </span>
    </li>
  );
}

/** What controllers did about it. */
export function LinkedActions(props: { readonly ticket: Ticket }) {
  const { t } = useTranslation('tickets');
  const client = useClient();
  const { actionIds } = props.ticket.context;
  const live = useDesk((desk) => desk.actions);
  const missing = actionIds.some((id) => !live.has(id));
  const personId = props.ticket.person?.id;
  const older = useLoad(missing ? `actions ${props.ticket.id}` : null, (signal) =>
    client.actions.list({ roomId: props.ticket.roomId, personId, limit: 200 }, { signal }),
  );
  const wanted = new Set(actionIds);
  const found = [
    ...live.values(),
    ...(older.value?.rows ?? []).filter((action) => !live.has(action.id)),
  ].filter((action) => wanted.has(action.id));
  return (
    <Section title={t('actions')}>
      {actionIds.length === 0 ? (
        <span className={classes.meta}>{t('noActions')}</span>
      ) : (
        <ActionLines actions={found} />
      )}
    </Section>
  );
}
