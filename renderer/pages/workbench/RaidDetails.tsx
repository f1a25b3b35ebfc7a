import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { PersonRef } from '../../../shared/domain/person.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { Deeds } from './Deeds.tsx';
import { choose } from './model.ts';
import panes from './panes.module.css';
import classes from './person.module.css';
import { WhyFlagged } from './WhyFlagged.tsx';

/** A raid: its accounts to tick off, its bystanders apart, and what to do about the whole or a part. */
export function RaidDetails(props: { readonly flag: Flag }) {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const { flag } = props;
  const leftOut = useModel((state) => state.leftOut);
  const spared = new Set(flag.bystanders.map((person) => person.id));
  const members = flag.members.filter((person) => !spared.has(person.id));
  const toggle = (person: PersonRef) => {
    const next = new Set(leftOut);
    if (!next.delete(person.id)) next.add(person.id);
    model.setState({ leftOut: next });
  };
  const hit = members.filter((person) => !leftOut.has(person.id)).length;
  return (
    <div className={classes.card} data-testid="raid-card">
      <div className={classes.raidTop}>
        <b>{t('raid.accounts', { n: flag.memberCount })}</b>
        <span className={panes.dim}>{t('raid.messages', { n: flag.count })}</span>
      </div>
      <WhyFlagged flag={flag} />
      <Deeds />
      {flag.bystanders.length === 0 ? null : (
        <div className={classes.section} data-testid="bystanders">
          <h3 className={classes.title}>
            {t('raid.bystanders', { n: flag.bystanders.length, count: flag.bystanders.length })}
          </h3>
          <span className={classes.by}>{t('raid.bystandersHint')}</span>
          <ul className={classes.members}>
            {flag.bystanders.map((person) => (
              <Member
                key={person.id}
                person={person}
                words={wordsOf(flag, person.id)}
                open={() => choose(model, { kind: 'person', person, roomId: flag.roomId })}
              />
            ))}
          </ul>
        </div>
      )}
      <div className={classes.section}>
        <h3 className={classes.title}>
          {t('raid.chosen', { n: hit, all: members.length })}
          <button
            type="button"
            className={panes.link}
            onClick={() =>
              model.setState({ leftOut: hit === 0 ? new Set() : new Set(members.map((person) => person.id)) })
            }
          >
            {t(hit === 0 ? 'raid.all' : 'raid.none')}
          </button>
        </h3>
        <ul className={classes.members}>
          {members.map((person) => (
            <Member
              key={person.id}
              person={person}
              words={wordsOf(flag, person.id)}
              on={!leftOut.has(person.id)}
              toggle={() => toggle(person)}
              open={() => choose(model, { kind: 'person', person, roomId: flag.roomId })}
            />
          ))}
        </ul>
      </div>
    </div>
  );
}

function Member(props: {
  readonly person: PersonRef;
  readonly words: string | undefined;
  readonly open: () => void;
  readonly on?: boolean;
  readonly toggle?: () => void;
}) {
  const { person, toggle } = props;
  return (
    <li>
      {toggle === undefined ? null : (
        <input type="checkbox" checked={props.on} onChange={toggle} aria-label={person.name} />
      )}
      <button type="button" className={classes.memberName} onClick={props.open}>
        <HostileText text={person.name} />
      </button>
      {person.medal === undefined ? null : (
        <span className={classes.memberMedal}>
          <HostileText text={person.medal.name} /> {person.medal.level}
        </span>
      )}
      {props.words === undefined ? null : (
        <span className={classes.memberWords}>
          <HostileText text={props.words} />
        </span>
      )}
    </li>
  );
}

function wordsOf(flag: Flag, personId: string): string | undefined {
  return flag.evidence.findLast((item) => item.person?.id === personId)?.text;
}
