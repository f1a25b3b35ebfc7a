import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { PersonRef } from '../../../shared/domain/person.ts';
import { FaultNotice } from '../../ui/FaultNotice.tsx';
import { useWorkbench } from './context.tsx';
import { Deeds } from './Deeds.tsx';
import { choose } from './model.ts';
import { Notes } from './Notes.tsx';
import { PersonHead } from './PersonHead.tsx';
import { PersonHistory } from './PersonHistory.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';
import { RecentWords } from './RecentWords.tsx';
import { useCard } from './use-card.ts';
import { WhyFlagged } from './WhyFlagged.tsx';

/** A viewer's card: who, why flagged, what one can do, and what is known. */
export function PersonDetails(props: {
  readonly about: { readonly person: PersonRef; readonly roomId: string };
  readonly flag: Flag | undefined;
}) {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const { about, flag } = props;
  const { card, fault, again } = useCard(about.roomId, about.person.id);
  const waiting = card?.flags.filter((each) => each.state !== 'resolved') ?? [];
  const open = flag ?? waiting.find((each) => each.person?.id === about.person.id);
  const raids = waiting.filter((each) => each.person === undefined && each.id !== flag?.id);
  return (
    <div className={classes.card} data-testid="person-card" data-person-id={about.person.id}>
      <PersonHead person={card?.person ?? about.person} roomId={about.roomId} card={card} />
      {fault === undefined ? null : <FaultNotice fault={fault} retry={again} />}
      {open === undefined ? null : <WhyFlagged flag={open} />}
      {raids.map((raid) => (
        <button
          key={raid.id}
          type="button"
          className={panes.link}
          onClick={() => choose(model, { kind: 'flag', flagId: raid.id })}
        >
          ◆ {t('person.inRaid', { n: raid.memberCount })}
        </button>
      ))}
      <Deeds />
      {card === undefined && fault === undefined ? (
        <p className={classes.loading}>{t('common:loading')}</p>
      ) : null}
      {card === undefined ? null : (
        <>
          <RecentWords card={card} />
          <Notes card={card} changed={again} />
          <PersonHistory card={card} />
        </>
      )}
    </div>
  );
}
