import { useClient, useMember, useSupport } from '../../app/services.tsx';
import { useLoad } from './use-load.ts';

/** Somebody a ticket can be given to. */
export interface Colleague {
  readonly value: string;
  readonly label: string;
}

/** People who work here: members for those who may list them, the desk's agents for agents. */
export function usePeople(): readonly Colleague[] {
  const client = useClient();
  const me = useMember();
  const seesMembers = me?.roles.some((role) => role === 'controller' || role === 'supervisor') ?? false;
  const members = useLoad(seesMembers ? 'members' : null, (signal) =>
    client.session.members(undefined, { signal }),
  );
  const agents = useSupport((support) => support.agents);
  const listed = seesMembers
    ? (members.value ?? [])
        .filter((member) => member.revokedAt === undefined && !member.roles.includes('streamer'))
        .map((member) => ({ value: member.id, label: member.name }))
    : [...agents.values()].map((agent) => ({ value: agent.id, label: agent.name }));
  return me === undefined || listed.some((one) => one.value === me.id)
    ? listed
    : [...listed, { value: me.id, label: me.name }];
}
