import type { PersonCard } from '../api/views.ts';
import type { Action } from '../domain/action.ts';
import type { DeskNotice } from '../domain/notice.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Agent } from './agent.ts';
import type { Conversation, ConversationState, Estimate } from './conversation.ts';
import type { Attachment, Message } from './message.ts';

/** A message as a page gets it: attachments carry an address that is good for a day. */
export interface MessageView extends Message {
  readonly url?: string | undefined;
  /** A smaller picture for the list; pictures from before have none. */
  readonly thumbUrl?: string | undefined;
  /** The content is veiled: `support.reveal` with a reason shows it for a while. */
  readonly masked?: boolean | undefined;
}

/** How a viewer's conversation stands, as she may see it. */
export interface ViewerStatus {
  readonly id: string;
  readonly number: number;
  readonly state: ConversationState;
  readonly estimate?: Estimate | undefined;
  /** Who speaks with her: a name, or the bot. */
  readonly with?: { readonly kind: 'agent' | 'bot'; readonly name: string } | undefined;
  /** Until when the other side is typing, epoch ms. */
  readonly typingUntil?: number | undefined;
  readonly isOpenNow: boolean;
  readonly staffReadSeq: number;
  readonly canRate: boolean;
  readonly rated: boolean;
  /** Times "get me the manager" may still be asked today. */
  readonly managerLeft: number;
}

/** What a viewer's feed says. Resume with the last `rev` seen. */
export type ViewerFrame =
  | { readonly kind: 'messages'; readonly rev: number; readonly messages: readonly MessageView[] }
  | { readonly kind: 'status'; readonly status: ViewerStatus }
  /** Part of the bot's answer while it is being made; the finished message follows. */
  | { readonly kind: 'draft'; readonly text: string };

/** What an agent's feed of one conversation says. Resume with the last `rev` seen. */
export type TalkFrame =
  | { readonly kind: 'messages'; readonly rev: number; readonly messages: readonly MessageView[] }
  | {
      readonly kind: 'status';
      readonly conversation: Conversation;
      readonly typingUntil?: number | undefined;
      /** Others who have it open now. */
      readonly lookers: readonly { readonly id: string; readonly name: string }[];
      /** Its content is veiled unless revealed. */
      readonly isPrivate?: boolean | undefined;
      /** Until when this reader sees it, epoch ms; then messages come veiled again. */
      readonly revealedUntil?: number | undefined;
    };

/** The desk's own state. */
export interface SupportGauges {
  readonly waiting: number;
  readonly active: number;
  readonly withBot: number;
  readonly agentsOnline: number;
  readonly freePlaces: number;
  readonly longestWaitMs: number;
  readonly isOpenNow: boolean;
  /** Blocked viewers whose appeal nobody answered yet. */
  readonly appeals?: number | undefined;
}

/** A conversation in the queue or the list, with its place. */
export interface QueueRow {
  readonly conversation: Conversation;
  readonly estimate?: Estimate | undefined;
  readonly lastText: string;
}

export type SupportChange =
  | { readonly kind: 'conversation'; readonly row: QueueRow }
  | { readonly kind: 'agent'; readonly agent: Agent }
  | { readonly kind: 'gauges'; readonly gauges: SupportGauges }
  /** Only the one it tells gets it. */
  | { readonly kind: 'notice'; readonly notice: DeskNotice };

/** What the support desk's feed says. */
export type SupportFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: { readonly epoch: string; readonly offset: number };
      /** All that are not closed, longest waiting first. */
      readonly rows: readonly QueueRow[];
      readonly agents: readonly Agent[];
      readonly gauges: SupportGauges;
    }
  | {
      readonly kind: 'batch';
      readonly position: { readonly epoch: string; readonly offset: number };
      readonly changes: readonly SupportChange[];
    };

/** What an agent sees beside a conversation. */
export interface ViewerCard {
  /** The room's own card, where the viewer is known there. */
  readonly person?: PersonCard | undefined;
  readonly earlier: readonly Conversation[];
  readonly tickets: readonly Ticket[];
  /** The sanction the viewer came about, where one was given. */
  readonly sanction?: Action | undefined;
}

/** An upload that was accepted. */
export interface UploadView {
  readonly attachment: Attachment;
  readonly url: string;
  readonly thumbUrl?: string | undefined;
}

/** One figure with its definition and what it rests on. */
export interface Figure {
  readonly count: number;
  readonly median?: number | undefined;
  readonly p90?: number | undefined;
  readonly mean?: number | undefined;
}

/** A share with Wilson's 95 % interval; `small` marks fewer than 20. */
export interface Share {
  readonly hits: number;
  readonly of: number;
  readonly share?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly small: boolean;
}

/** A mean with a 95 % bootstrap interval. */
export interface Mean {
  readonly count: number;
  readonly mean?: number | undefined;
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  readonly small: boolean;
}

export interface SupportStats {
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
  readonly conversations: number;
  /** ms from the wait for a person to that person's first message. */
  readonly firstResponseMs: Figure;
  /** ms from assignment to close, of those closed by people. */
  readonly handlingMs: Figure;
  readonly waitMs: Figure;
  /** Closed, not reopened, and nothing new by the viewer on the topic within 72 h. */
  readonly firstContact: Share;
  readonly satisfaction: Mean;
  readonly happy: Share;
  readonly abandoned: Share;
  readonly botSolved: Share;
  /** |promised − actual| wait, ms: of the middle of the estimate. */
  readonly estimateErrorMs: Figure;
  /** Share of waits that fell inside the promised range. */
  readonly estimateInside: Share;
  /** Conversations by weekday (Sunday first) and hour of the time zone. */
  readonly heat: readonly (readonly number[])[];
  readonly byAgent: readonly {
    readonly id: string;
    readonly name: string;
    readonly closed: number;
    readonly satisfaction: Mean;
    readonly firstResponseMs: Figure;
  }[];
  readonly byTopic: readonly {
    readonly topic: string;
    readonly conversations: number;
    readonly satisfaction: Mean;
    readonly firstContact: Share;
  }[];
}

/** One conversation as a row of the statistics' table. */
export interface StatRow {
  readonly conversationId: string;
  readonly number: number;
  readonly at: number;
  readonly topic: string;
  readonly agent?: string | undefined;
  readonly agentId?: string | undefined;
  /** Where the assistant answered: whether nobody else had to. */
  readonly botSolved?: boolean | undefined;
  readonly waitMs?: number | undefined;
  /** The wait that was promised when it was queued, ms. */
  readonly promisedLowMs?: number | undefined;
  readonly promisedHighMs?: number | undefined;
  readonly firstResponseMs?: number | undefined;
  readonly handlingMs?: number | undefined;
  readonly firstContact?: boolean | undefined;
  readonly score?: number | undefined;
  readonly abandoned: boolean;
}
