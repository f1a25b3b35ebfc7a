import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Flag } from '../../../shared/domain/flag.ts';
import { formatMoney } from '../../../shared/domain/money.ts';
import { whyLine } from '../../../shared/view/why-line.ts';
import { useDesk, useMember, usePreferences } from '../../app/services.tsx';
import { Age } from '../../ui/Age.tsx';
import { HostileText } from '../../ui/HostileText.tsx';
import { SeverityTag } from '../../ui/SeverityTag.tsx';
import classes from './queue.module.css';

/** One flag in the queue: what, who, since when, the words, and why in one line. */
export const FlagCard = memo(function FlagCard(props: {
  readonly flag: Flag;
  readonly selected: boolean;
  readonly elsewhere: boolean;
  /** Must stay the same function, or every card renders again with each change of the desk. */
  readonly choose: (flag: Flag) => void;
}) {
  const { flag, selected } = props;
  const card = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (selected) card.current?.scrollIntoView({ block: 'nearest' });
  }, [selected]);
  return (
    <button
      ref={card}
      type="button"
      className={classes.flag}
      onClick={() => props.choose(flag)}
      data-testid="flag-card"
      data-category={flag.category}
      data-severity={flag.severity}
      data-flag-id={flag.id}
      data-selected={selected}
      data-state={flag.state}
    >
      <CardTop flag={flag} />
      <CardWords flag={flag} />
      <CardWhy flag={flag} elsewhere={props.elsewhere} />
    </button>
  );
});

function CardTop(props: { readonly flag: Flag }) {
  const { t } = useTranslation('workbench');
  const { flag } = props;
  const stake = flag.stake === undefined ? '' : formatMoney(flag.stake);
  return (
    <span className={classes.top}>
      <SeverityTag severity={flag.severity} category={flag.category} />
      <b className={classes.name}>
        {flag.person === undefined ? (
          t('raid.accounts', { n: flag.memberCount })
        ) : (
          <HostileText text={flag.person.name} />
        )}
      </b>
      {stake === '' ? null : <b>{stake}</b>}
      {flag.count > 1 ? <span className={classes.dim}>×{flag.count}</span> : null}
      <span className={classes.age}>
        {flag.state === 'resolved' ? (
          t(`common:outcome.${flag.outcome ?? 'actioned'}`)
        ) : (
          <Age since={flag.firstAt} dueAt={flag.dueAt} />
        )}
      </span>
    </span>
  );
}

function CardWords(props: { readonly flag: Flag }) {
  const last = props.flag.evidence.at(-1);
  if (last === undefined) return null;
  return (
    <span className={classes.words}>
      <HostileText text={last.text} spans={last.spans} severity={props.flag.severity} />
    </span>
  );
}

function CardWhy(props: { readonly flag: Flag; readonly elsewhere: boolean }) {
  const { t } = useTranslation('workbench');
  const [{ language }] = usePreferences();
  const roomName = useDesk((desk) => desk.rooms.get(props.flag.roomId)?.room.name);
  const me = useMember();
  const { flag } = props;
  const why = whyLine(flag.reasons);
  const by = flag.claimedBy;
  const mine = by?.id === me?.id ? t('queue.mine') : undefined;
  const taken = by === undefined ? undefined : (mine ?? t('queue.takenBy', { name: by.name }));
  return (
    <span className={classes.why}>
      {props.elsewhere && roomName !== undefined ? <span className={classes.room}>{roomName}</span> : null}
      {taken === undefined ? null : <span className={classes.room}>{taken}</span>}
      <HostileText text={language === 'zh' ? why.text : why.textEn} />
    </span>
  );
}
