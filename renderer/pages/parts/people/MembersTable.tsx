import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MemberView } from '../../../../shared/api/contract.ts';
import { useClient, useDesk, useMember, useNow } from '../../../app/services.tsx';
import { momentText } from '../../../logic/time.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { Ask } from '../Ask.tsx';
import { useAct } from '../use-act.ts';
import classes from './people.module.css';

/** Everybody with access, those revoked last. */
export function MembersTable(props: {
  readonly members: readonly MemberView[];
  readonly canRevoke: boolean;
  readonly changed: () => void;
}) {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const [asked, setAsked] = useState<MemberView | null>(null);
  const act = useAct();
  const revoke = async (member: MemberView) => {
    const answer = await act.run(() => client.session.revoke({ memberId: member.id }));
    if (!answer.ok) return;
    setAsked(null);
    props.changed();
  };
  if (props.members.length === 0) return <EmptyState title={t('people.empty')} />;
  const inOrder = props.members.toSorted((a, b) => (a.revokedAt ?? 0) - (b.revokedAt ?? 0));
  return (
    <>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('people.name')}</th>
            <th>{t('people.roles')}</th>
            <th>{t('people.rooms')}</th>
            <th>{t('people.seen')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {inOrder.map((member) => (
            <Row
              key={member.id}
              member={member}
              revoke={props.canRevoke ? () => setAsked(member) : undefined}
            />
          ))}
        </tbody>
      </table>
      <Ask
        opened={asked !== null}
        text={t('people.revokeAsk', { name: asked?.name ?? '' })}
        yes={t('people.revoke')}
        busy={act.busy}
        fault={act.fault}
        onYes={() => asked !== null && void revoke(asked)}
        onNo={() => {
          act.clear();
          setAsked(null);
        }}
      />
    </>
  );
}

function Row(props: { readonly member: MemberView; readonly revoke: (() => void) | undefined }) {
  const { t } = useTranslation('supervisor');
  const { member, revoke } = props;
  const me = useMember();
  const now = useNow(60_000);
  const rooms = useDesk((desk) => desk.rooms);
  const gone = member.revokedAt !== undefined;
  const named = (member.roomIds ?? []).map((id) => rooms.get(id)?.room.name ?? id);
  const seen = member.lastSeenAt === undefined ? t('people.never') : momentText(member.lastSeenAt, now);
  return (
    <tr data-gone={gone} data-testid="member-row">
      <td>
        <b>{member.name}</b>{' '}
        {member.id === me?.id ? <span className={classes.dim}>{t('people.you')}</span> : null}
      </td>
      <td>{member.roles.map((role) => t(`common:roles.${role}`)).join(' · ')}</td>
      <td>{named.length === 0 ? t('people.allRooms') : named.join(' · ')}</td>
      <td>{gone ? t('people.revoked') : member.paired ? seen : t('people.waiting')}</td>
      <td className={classes.end}>
        {gone || revoke === undefined || member.id === me?.id ? null : (
          <Button size="compact-xs" variant="default" onClick={revoke} data-testid="member-revoke">
            {t('people.revoke')}
          </Button>
        )}
      </td>
    </tr>
  );
}
