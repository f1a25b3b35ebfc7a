import { useTranslation } from 'react-i18next';
import { useDesk } from '../../app/services.tsx';
import { personOf } from '../../logic/subject.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { useModel, useWorkbench } from './context.tsx';
import { choose } from './model.ts';
import { PersonDetails } from './PersonDetails.tsx';
import panes from './panes.module.css';
import classes from './person.module.css';
import { RaidDetails } from './RaidDetails.tsx';

/** Whom it is about: one viewer, or a raid's accounts. */
export function PersonPane() {
  const { t } = useTranslation('workbench');
  const { model } = useWorkbench();
  const subject = useModel((state) => state.subject);
  const flags = useDesk((desk) => desk.flags);
  const about = personOf(subject, flags);
  const flagId = subject?.kind === 'person' ? undefined : subject?.flagId;
  const flag = flagId === undefined ? undefined : flags.get(flagId);
  const raid = flag !== undefined && flag.person === undefined && subject?.kind === 'flag' ? flag : undefined;
  return (
    <section className={classes.pane} aria-label={t('person.title')} data-testid="person-pane">
      <header className={panes.head}>
        <b>{t(raid === undefined ? 'person.title' : 'raid.title')}</b>
        <span className={panes.push} />
        {subject === null ? null : (
          <button type="button" className={panes.link} onClick={() => choose(model, null)}>
            <Kbd k="Esc" />
          </button>
        )}
      </header>
      <div className={classes.body}>
        {raid !== undefined ? <RaidDetails flag={raid} /> : null}
        {about === undefined ? null : (
          <PersonDetails key={`${about.roomId}|${about.person.id}`} about={about} flag={flag} />
        )}
        {raid === undefined && about === undefined ? (
          <EmptyState title={t('person.empty')} hint={t('person.emptyHint')} />
        ) : null}
      </div>
    </section>
  );
}
