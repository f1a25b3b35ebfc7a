import type { Agent } from '../../../shared/support/agent.ts';
import type { QueueRow } from '../../../shared/support/views.ts';
import { isLate, waitingSince } from '../support/lists.ts';

/** What one support agent holds. */
export interface AgentLoad {
  readonly id: string;
  readonly name: string;
  readonly state: Agent['state'];
  readonly taken: number;
  readonly capacity: number;
  /** Viewers of hers who wait for an answer past the target. */
  readonly late: number;
  /** The longest that one of them waits, ms; 0 when nobody does. */
  readonly longestMs: number;
}

/** Agents who are there or hold something, the fullest first. */
export function agentLoads(
  agents: Iterable<Agent>,
  rows: Iterable<QueueRow>,
  now: number,
): readonly AgentLoad[] {
  const held = Map.groupBy(
    [...rows].flatMap(({ conversation }) => (conversation.state === 'active' ? [conversation] : [])),
    (conversation) => conversation.agent?.id ?? '',
  );
  return [...agents]
    .map((agent): AgentLoad => {
      const own = held.get(agent.id) ?? [];
      return {
        id: agent.id,
        name: agent.name,
        state: agent.state,
        taken: own.length,
        capacity: agent.capacity,
        late: own.filter((conversation) => isLate(conversation, now)).length,
        longestMs: Math.max(0, ...own.map((conversation) => now - (waitingSince(conversation) ?? now))),
      };
    })
    .filter((load) => load.state !== 'offline' || load.taken > 0)
    .sort(
      (left, right) =>
        right.late - left.late ||
        right.taken / right.capacity - left.taken / left.capacity ||
        left.name.localeCompare(right.name),
    );
}
