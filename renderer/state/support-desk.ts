import type { FeedPosition } from '../../shared/api/views.ts';
import { exhaustive } from '../../shared/domain/result.ts';
import type { Agent } from '../../shared/support/agent.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { QueueRow, SupportChange, SupportFrame, SupportGauges } from '../../shared/support/views.ts';

/** Everything the support feed told, by id. Maps are replaced, never changed in place. */
export interface SupportState {
  /** Absent until the first snapshot. */
  readonly position?: FeedPosition | undefined;
  readonly rows: ReadonlyMap<string, QueueRow>;
  readonly agents: ReadonlyMap<string, Agent>;
  readonly gauges?: SupportGauges | undefined;
}

/** Nothing told yet. */
export const EMPTY_SUPPORT: SupportState = { rows: new Map(), agents: new Map() };

/** Takes in one frame; `resync` asks for a snapshot. Frames already seen change nothing. */
export function applySupport(state: SupportState, frame: SupportFrame): SupportState | 'resync' {
  switch (frame.kind) {
    case 'snapshot':
      return {
        position: frame.position,
        rows: new Map(frame.rows.map((row) => [row.conversation.id, row])),
        agents: new Map(frame.agents.map((agent) => [agent.id, agent])),
        gauges: frame.gauges,
      };
    case 'batch':
      if (state.position === undefined || state.position.epoch !== frame.position.epoch) return 'resync';
      if (frame.position.offset <= state.position.offset && frame.position.offset !== 0) return state;
      return { ...applySupportChanges(state, frame.changes), position: frame.position };
    default:
      return exhaustive(frame);
  }
}

/** Takes in changes, also from a call's own answer. Older versions never replace newer ones. */
export function applySupportChanges(state: SupportState, changes: readonly SupportChange[]): SupportState {
  let { rows, agents, gauges } = state;
  for (const change of changes) {
    switch (change.kind) {
      case 'conversation':
        rows = withRow(rows, change.row);
        break;
      case 'agent':
        agents = new Map(agents).set(change.agent.id, change.agent);
        break;
      case 'gauges':
        gauges = change.gauges;
        break;
      case 'notice':
        // Told to one person, and kept by the tickets' own page.
        break;
      default:
        exhaustive(change);
    }
  }
  return { position: state.position, rows, agents, gauges };
}

/** Takes in a conversation as a call answered it; its last line and estimate stay as they were. */
export function learnConversation(state: SupportState, conversation: Conversation): SupportState {
  const before = state.rows.get(conversation.id);
  const row: QueueRow = { lastText: '', ...before, conversation };
  return { ...state, rows: withRow(state.rows, row) };
}

function withRow(rows: ReadonlyMap<string, QueueRow>, row: QueueRow): ReadonlyMap<string, QueueRow> {
  const before = rows.get(row.conversation.id);
  if (before !== undefined && before.conversation.version > row.conversation.version) return rows;
  return new Map(rows).set(row.conversation.id, row);
}
