import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ROLES, type Role } from '../../../../shared/domain/actor.ts';
import { useClient, useDesk } from '../../../app/services.tsx';
import { FaultNotice } from '../../../ui/FaultNotice.tsx';
import { Panel } from '../Panel.tsx';
import { useAct } from '../use-act.ts';
import { type Invitation, InviteToken } from './InviteToken.tsx';
import { inviteInput, inviteProblem, NEW_INVITE, withRole } from './invite-draft.ts';
import classes from './people.module.css';

const TTL = [
  ['60', 'hour'],
  ['1440', 'day'],
  ['10080', 'week'],
] as const;

/** Makes a one-time code for somebody, and shows it once. */
export function Invite(props: { readonly invited: () => void }) {
  const { t } = useTranslation('supervisor');
  const client = useClient();
  const rooms = useDesk((desk) => desk.rooms);
  const [draft, setDraft] = useState(NEW_INVITE);
  const [made, setMade] = useState<Invitation | null>(null);
  const act = useAct();
  const problem = inviteProblem(draft);
  const roomChoices = [...rooms.values()].map((view) => ({ value: view.room.id, label: view.room.name }));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await act.run(() => client.session.invite(inviteInput(draft)));
    if (!answer.ok) return;
    setMade({ token: answer.value.token, expiresAt: answer.value.expiresAt, name: answer.value.member.name });
    setDraft(NEW_INVITE);
    props.invited();
  };

  if (made !== null) return <InviteToken invitation={made} done={() => setMade(null)} />;
  return (
    <Panel title={t('people.invite.title')} className={classes.side}>
      <form className={classes.form} onSubmit={(event) => void submit(event)}>
        <TextInput
          label={t('people.invite.name')}
          placeholder={t('people.invite.namePlaceholder')}
          value={draft.name}
          maxLength={80}
          onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
          data-testid="invite-name"
        />
        <Select
          label={t('people.invite.role')}
          description={t(`people.roleHint.${draft.role}`)}
          data={ROLES.map((role) => ({ value: role, label: t(`common:roles.${role}`) }))}
          value={draft.role}
          onChange={(role) => role !== null && setDraft(withRole(draft, role as Role))}
          allowDeselect={false}
          data-testid="invite-role"
        />
        {draft.role === 'streamer' ? (
          <Select
            label={t('people.invite.streamerRoom')}
            data={roomChoices}
            value={draft.roomIds[0] ?? null}
            onChange={(id) => setDraft({ ...draft, roomIds: id === null ? [] : [id] })}
            error={problem === 'room' && draft.name !== '' ? t('people.invite.needRoom') : undefined}
            data-testid="invite-room"
          />
        ) : null}
        {draft.role === 'controller' || draft.role === 'agent' ? (
          <MultiSelect
            label={t('people.invite.rooms')}
            data={roomChoices}
            value={[...draft.roomIds]}
            onChange={(roomIds) => setDraft({ ...draft, roomIds })}
            size="xs"
          />
        ) : null}
        <Select
          label={t('people.invite.ttl')}
          data={TTL.map(([value, name]) => ({ value, label: t(`people.invite.${name}`) }))}
          value={String(draft.ttlMinutes)}
          onChange={(value) => value !== null && setDraft({ ...draft, ttlMinutes: Number(value) })}
          allowDeselect={false}
        />
        {act.fault === undefined ? null : <FaultNotice fault={act.fault} dismiss={act.clear} />}
        <Button type="submit" disabled={problem !== null} loading={act.busy} data-testid="invite-submit">
          {t('people.invite.submit')}
        </Button>
      </form>
    </Panel>
  );
}
