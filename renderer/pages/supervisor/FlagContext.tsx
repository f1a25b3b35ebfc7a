import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import { useClient, useDesk } from '../../app/services.tsx';
import { clockText } from '../../logic/time.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { MoneyText } from '../../ui/MoneyText.tsx';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import { ActionLines } from '../parts/ActionLines.tsx';
import { Loading } from '../parts/Loading.tsx';
import { Section } from '../parts/Panel.tsx';
import { ReasonLines } from '../parts/ReasonLines.tsx';
import { useLoad } from '../parts/use-load.ts';
import classes from './supervisor.module.css';

const FIRST_SHOWN = 6;

/** The flag behind an escalation: who, what they said, why it was flagged, what was done. */
export function FlagContext(props: { readonly flagId: string }) {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const known = useDesk((desk) => desk.flags.get(props.flagId));
  const asked = useLoad(known === undefined ? props.flagId : null, (signal) =>
    client.flags.get({ flagId: props.flagId }, { signal }),
  );
  const flag = known ?? asked.value;
  if (asked.fault !== undefined && flag === undefined)
    return <FaultNotice fault={asked.fault} retry={asked.reload} />;
  if (flag === undefined) return <Loading text={t('detail.loading')} />;
  return <Context flag={flag} />;
}

function Context(props: { readonly flag: Flag }) {
  const { t } = useTranslation('supervisor');
  const { flag } = props;
  const all = useDesk((desk) => desk.actions);
  const actions = [...all.values()].filter(
    (one) => one.flagId === flag.id || flag.actionIds.includes(one.id),
  );
  return (
    <>
      <div className={classes.facts}>
        <div>
          <span>
            {flag.person === undefined ? t('detail.people', { n: flag.memberCount }) : t('detail.person')}
          </span>
          <b>{flag.person === undefined ? <Names flag={flag} /> : <HostileText text={flag.person.name} />}</b>
        </div>
        {flag.stake === undefined ? null : (
          <div>
            <span>{t('detail.stake')}</span>
            <b>
              <MoneyText money={flag.stake} />
            </b>
          </div>
        )}
      </div>
      <Evidence flag={flag} />
      <Section
        title={t('detail.why')}
        side={<SeverityTag severity={flag.severity} category={flag.category} score={flag.score} />}
      >
        <ReasonLines reasons={flag.reasons} />
      </Section>
      <Section title={t('detail.actions')}>
        {actions.length === 0 ? (
          <span className={classes.dim}>{t('detail.noActions')}</span>
        ) : (
          <ActionLines actions={actions} />
        )}
      </Section>
    </>
  );
}

function Names(props: { readonly flag: Flag }) {
  return props.flag.members.slice(0, 3).map((member, index) => (
    <span key={member.id}>
      {index > 0 ? ' · ' : ''}
      <HostileText text={member.name} />
    </span>
  ));
}

function Evidence(props: { readonly flag: Flag }) {
  const { t } = useTranslation('supervisor');
  const [all, setAll] = useState(false);
  const { evidence, severity, person } = props.flag;
  const shown = all ? evidence : evidence.slice(0, FIRST_SHOWN);
  const hidden = evidence.length - shown.length;
  return (
    <Section title={t('detail.evidence')}>
      <ol className={classes.evidence}>
        {shown.map((one) => (
          <li key={one.eventId}>
            <time>{clockText(one.at)}</time>
            <span>
              {person === undefined && one.person !== undefined ? (
                <span className={classes.name}>
                  <HostileText text={one.person.name} />{' '}
                </span>
              ) : null}
              <HostileText text={one.text} spans={one.spans} severity={severity} />
            </span>
          </li>
        ))}
      </ol>
      {hidden > 0 ? (
        <button type="button" className={classes.textButton} onClick={() => setAll(true)}>
          {t('detail.evidenceMore', { n: hidden })}
        </button>
      ) : null}
    </Section>
  );
}
