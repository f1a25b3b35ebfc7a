import type { Channel } from '../channel.ts';
import type { AgentLoad, RoutingState, Waiting } from './state.ts';

/** Why an agent cannot take a conversation now; `null` where she can. */
export type Obstacle = 'state' | 'capacity' | 'channel' | 'group' | 'skill' | 'language' | 'refused';

/** What stands in the way, the lasting reasons first. */
export function obstacle(
  state: RoutingState,
  waiting: Waiting,
  load: AgentLoad,
  now: number,
): Obstacle | null {
  const { agent } = load;
  if (agent.state !== 'online') return 'state';
  if (!groupsFor(state, waiting, now).some((group) => agent.groups.includes(group))) return 'group';
  if (!waiting.skills.every((skill) => agent.skills.includes(skill))) return 'skill';
  if (agent.languages.length > 0 && !agent.languages.includes(waiting.language)) return 'language';
  if (waiting.refused.some((each) => each.agentId === agent.id && each.until > now)) return 'refused';
  if (load.load >= agent.capacity) return 'capacity';
  // A limit of nothing is for ever: such talks are never hers.
  if (roomFor(load, waiting.channel ?? 'text') <= 0) return 'channel';
  return null;
}

/** How many more of a kind an agent may take, the whole aside; without a limit of its own, any number. */
export function roomFor(load: Pick<AgentLoad, 'agent' | 'byChannel'>, channel: Channel): number {
  const limit = load.agent.channels?.[channel];
  return limit === undefined ? Number.POSITIVE_INFINITY : limit - (load.byChannel?.[channel] ?? 0);
}

/**
 * The conversation's own group, and those it overflows to once it has waited long enough; at once
 * where nobody belongs to its group, or a new group would leave viewers alone.
 */
export function groupsFor(state: RoutingState, waiting: Waiting, now: number): readonly string[] {
  const group = state.groups.find((each) => each.id === waiting.groupId);
  if (group === undefined) return state.groups.map((each) => each.id);
  const isManned = (id: string): boolean => state.agents.some((load) => load.agent.groups.includes(id));
  if (!isManned(group.id)) {
    const manned = group.overflowTo.filter(isManned);
    return [group.id, ...(manned.length > 0 ? manned : state.groups.map((each) => each.id))];
  }
  const isOverdue = now - waiting.queuedAt >= state.config.overflowAfterSec * 1_000;
  return isOverdue ? [group.id, ...group.overflowTo] : [group.id];
}
