import type { Agent } from '../../../shared/support/agent.ts';
import type { Group } from '../../../shared/support/config.ts';
import type { QueueRow } from '../../../shared/support/views.ts';

/** To whom a conversation can be handed. */
export interface Target {
  /** `agent:ID`, `group:ID` or `supervisor`. */
  readonly value: string;
  readonly kind: 'agent' | 'group' | 'supervisor';
  readonly name: string;
  readonly taken?: number | undefined;
  readonly capacity?: number | undefined;
  readonly state?: Agent['state'] | undefined;
  /** Offered, but not able to take it now. */
  readonly disabled: boolean;
}

const RANK: Readonly<Record<Agent['state'], number>> = { online: 0, busy: 1, break: 2, offline: 3 };

/** Colleagues first who are there and free, then groups, then the supervisor. */
export function targetsOf(
  agents: Iterable<Agent>,
  groups: readonly Group[],
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
        disabled: agent.state === 'offline',
      }),
    );
  return [
    ...people,
    ...groups.map(
      (group): Target => ({ value: `group:${group.id}`, kind: 'group', name: group.name, disabled: false }),
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
  | { readonly kind: 'supervisor' } {
  if (value.startsWith('agent:')) return { kind: 'agent', agentId: value.slice(6) };
  if (value.startsWith('group:')) return { kind: 'group', groupId: value.slice(6) };
  return { kind: 'supervisor' };
}
