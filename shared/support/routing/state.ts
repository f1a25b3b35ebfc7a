import type { Agent } from '../agent.ts';
import type { Channel } from '../channel.ts';
import type { Group, RoutingConfig } from '../config.ts';
import type { ConversationPriority, ReasonLine } from '../conversation.ts';

/** A conversation that waits, as routing sees it. */
export interface Waiting {
  readonly id: string;
  readonly queuedAt: number;
  readonly priority: ConversationPriority;
  readonly groupId: string;
  readonly skills: readonly string[];
  readonly language: 'zh' | 'en';
  /** What kind of talk it is; `text` where it is absent. */
  readonly channel?: Channel | undefined;
  /** Not to be asked again before the given time. */
  readonly refused: readonly { readonly agentId: string; readonly until: number }[];
  /** The agent who spoke with this viewer last. */
  readonly familiarAgentId?: string | undefined;
  /** Already put before somebody. */
  readonly offered: boolean;
}

/** An agent, with what is on the table. */
export interface AgentLoad {
  readonly agent: Pick<
    Agent,
    'id' | 'name' | 'state' | 'groups' | 'skills' | 'capacity' | 'channels' | 'languages' | 'lastAssignedAt'
  >;
  /** Conversations owned or offered. */
  readonly load: number;
  /** The same by kind; a kind that is not named has none. */
  readonly byChannel?: Readonly<Partial<Record<Channel, number>>> | undefined;
}

/** Everything that routing decides from. */
export interface RoutingState {
  readonly config: RoutingConfig;
  readonly groups: readonly Group[];
  readonly waiting: readonly Waiting[];
  readonly agents: readonly AgentLoad[];
}

/** Who is asked, why, and whom that passed over. */
export interface RoutingDecision {
  readonly conversationId: string;
  readonly agentId: string;
  readonly reasons: readonly ReasonLine[];
  readonly overtook: readonly { readonly conversationId: string; readonly reason: string }[];
}
