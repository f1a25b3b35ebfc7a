import type { Agent } from '../../shared/support/agent.ts';
import type { Group } from '../../shared/support/config.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import { quantile } from '../../shared/support/routing/estimate.ts';
import type { Trace } from '../../shared/support/trace.ts';
import type { SimulatedDay } from './routing.ts';

/** What a hub has kept of a day. `traces` may begin earlier, so that it is known who was there at its beginning. */
export interface Recording {
  readonly conversations: readonly Conversation[];
  readonly traces: readonly Trace[];
  readonly agents: readonly Agent[];
  readonly groups: readonly Group[];
}

/** Where nothing was closed: as long as the desk itself supposes, ms. */
const USUAL_MS = 240_000;

/**
 * The day as the simulator plays it: everyone who queued for a person between `from` and `to` (epoch ms), who was
 * online when, and how long each talk took. Talks that never ended take as long as the middle one did.
 */
export function recordedDay(recording: Recording, from: number, to: number): SimulatedDay {
  const queuedAt = new Map<string, number>();
  for (const trace of recording.traces)
    if (trace.kind === 'queued' && trace.conversationId !== undefined && !queuedAt.has(trace.conversationId))
      queuedAt.set(trace.conversationId, trace.at);
  const took = (row: Conversation): number | undefined =>
    row.closedAt === undefined || row.assignedAt === undefined
      ? undefined
      : Math.max(0, row.closedAt - row.assignedAt);
  const usual =
    quantile(
      recording.conversations.flatMap((row) => took(row) ?? []),
      0.5,
    ) ?? USUAL_MS;
  const arrivals = recording.conversations
    .flatMap((row) => {
      const at = queuedAt.get(row.id);
      if (at === undefined || at < from || at >= to) return [];
      const { id, priority, skills, groupId, viewer, channel = 'text' } = row;
      return [
        {
          ...{ id, priority, skills, groupId, channel },
          at: at - from,
          viewer: viewer.id,
          language: viewer.language,
          handlingMs: took(row) ?? usual,
        },
      ];
    })
    .sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1));
  return {
    arrivals,
    groups: recording.groups,
    agents: recording.agents.map((agent) => ({
      ...agent,
      state: 'offline' as const,
      lastAssignedAt: 0,
      shifts: shiftsOf(agent.id, recording.traces, from, to),
    })),
  };
}

/** When somebody was online, in ms from the beginning of the day. */
function shiftsOf(
  agentId: string,
  traces: readonly Trace[],
  from: number,
  to: number,
): readonly (readonly [from: number, to: number])[] {
  const shifts: (readonly [number, number])[] = [];
  let since: number | undefined;
  const end = (at: number): void => {
    if (since !== undefined && at > from && since < to)
      shifts.push([Math.max(0, since - from), Math.min(at, to) - from]);
    since = undefined;
  };
  const changes = traces.filter((trace) => trace.kind === 'agent_state' && trace.agentId === agentId);
  for (const change of changes.toSorted((left, right) => left.at - right.at)) {
    if (change.value !== 'online') end(change.at);
    else since ??= change.at;
  }
  end(to);
  return shifts;
}
