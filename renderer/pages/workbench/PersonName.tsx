import type { TFunction } from 'i18next';
import type { PersonRef } from '../../../shared/domain/person.ts';
import { HostileText } from '../../ui/HostileText.tsx';
import classes from './live.module.css';

/** Somebody's badges and name. */
export function PersonName(props: {
  readonly t: TFunction<'workbench'>;
  readonly person: PersonRef;
  readonly first?: boolean | undefined;
}) {
  const { t } = props;
  const { person } = props;
  const role = person.roles?.find((each) => each === 'broadcaster' || each === 'mod' || each === 'bot');
  return (
    <span className={classes.person}>
      {role === undefined ? null : <span className={classes.role}>{t(`role.${role}`)}</span>}
      {person.guardTier === undefined ? null : (
        <span className={classes.medal}>{t(`guard.${person.guardTier}`, { defaultValue: '' })}</span>
      )}
      {person.medal === undefined ? null : (
        <span className={classes.medal}>
          <HostileText text={person.medal.name} /> {person.medal.level}
        </span>
      )}
      {props.first ? <span className={classes.first}>{t('live.first')}</span> : null}
      <span className={classes.name}>
        <HostileText text={person.name} />
      </span>
    </span>
  );
}
