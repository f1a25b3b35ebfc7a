import type { Agent } from '../../../shared/support/agent.ts';
import type { SupportConfig } from '../../../shared/support/config.ts';
import type { QueueRow } from '../../../shared/support/views.ts';

/** To whom a conversation can be handed. */
export interface Target {
  /** `agent:ID`, `group:ID`, `department:NAME` or `supervisor`. */
  readonly value: string;
  readonly kind: 'agent' | 'group' | 'department' | 'supervisor';
  readonly name: string;
  readonly taken?: number | undefined;
  readonly capacity?: number | undefined;
  readonly state?: Agent['state'] | undefined;
  /** How many of a department are there; with nobody there it gets a ticket. */
  readonly online?: number | undefined;
  /** Offered, but not able to take it now. */
  readonly disabled: boolean;
}

const RANK: Readonly<Record<Agent['state'], number>> = { online: 0, busy: 1, break: 2, offline: 3 };

/** Colleagues first who are there and free, then groups, departments, and the supervisor. */
export function targetsOf(
  agents: Iterable<Agent>,
  config: Pick<SupportConfig, 'groups' | 'departments' | 'ticketDesk'> | undefined,
  rows: Iterable<QueueRow>,
  me: string,
): readonly Target[] {
  const taken = new Map<string, number>();
  for (const { conversation } of rows)
    if (conversation.state === 'active' && conversation.agent !== undefined)
      taken.set(conversation.agent.id, (taken.get(conversation.agent.id) ?? 0) + 1);
  const people = [...agents]
    .filter((agent) => agent.id !== me)
    .sort(
      (left, right) =>
        RANK[left.state] - RANK[right.state] || (taken.get(left.id) ?? 0) - (taken.get(right.id) ?? 0),
    )
    .map(
      (agent): Target => ({
        value: `agent:${agent.id}`,
        kind: 'agent',
        name: agent.name,
        taken: taken.get(agent.id) ?? 0,
        capacity: agent.capacity,
        state: agent.state,
        disabled: agent.state !== 'online',
      }),
    );
  return [
    ...people,
    ...(config?.groups ?? []).map(
      (group): Target => ({ value: `group:${group.id}`, kind: 'group', name: group.name, disabled: false }),
    ),
    ...departmentsOf(config).map(
      ({ name, members }): Target => ({
        value: `department:${name}`,
        kind: 'department',
        name,
        online: people.filter((agent) => agent.state === 'online' && members.includes(agent.value.slice(6)))
          .length,
        disabled: false,
      }),
    ),
    { value: 'supervisor', kind: 'supervisor', name: '', disabled: false },
  ];
}

/** A choice as the API takes it. */
export function targetInput(
  value: string,
):
  | { readonly kind: 'agent'; readonly agentId: string }
  | { readonly kind: 'group'; readonly groupId: string }
  | { readonly kind: 'department'; readonly department: string }
  | { readonly kind: 'supervisor' } {
  if (value.startsWith('agent:')) return { kind: 'agent', agentId: value.slice(6) };
  if (value.startsWith('group:')) return { kind: 'group', groupId: value.slice(6) };
  if (value.startsWith('department:')) return { kind: 'department', department: value.slice(11) };
  return { kind: 'supervisor' };
}

/** Every department by its name, with the people of those that have any. */
function departmentsOf(
  config: Pick<SupportConfig, 'departments' | 'ticketDesk'> | undefined,
): readonly { readonly name: string; readonly members: readonly string[] }[] {
  const members = new Map((config?.departments ?? []).map((name) => [name, [] as readonly string[]]));
  for (const each of config?.ticketDesk.departments ?? []) members.set(each.name, each.members);
  return [...members].map(([name, people]) => ({ name, members: people }));
}
