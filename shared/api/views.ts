import type { Action } from '../domain/action.ts';
import type { Escalation } from '../domain/escalation.ts';
import type { EventKind } from '../domain/event.ts';
import type { Flag, Severity } from '../domain/flag.ts';
import type { Money } from '../domain/money.ts';
import type { DeskNotice } from '../domain/notice.ts';
import type { PersonRef } from '../domain/person.ts';
import type { Room, RoomModes, SourceStatus } from '../domain/room.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Category, Reason } from '../domain/verdict.ts';
import type { Capability, ReplayPosition } from '../plugin/plugin.ts';

/** One row of the live list: what the page needs of an event, without the raw form. */
export interface ChatRow {
  /** Place in the room's own count; rows are ordered and resumed by it. */
  readonly offset: number;
  readonly id: string;
  readonly roomId: string;
  readonly kind: EventKind;
  /** Epoch ms. */
  readonly at: number;
  readonly person?: PersonRef | undefined;
  readonly firstMessage?: boolean | undefined;
  /** Words shown; for a gift its name, for a gap its reason. */
  readonly text: string;
  readonly messageId?: string | undefined;
  readonly money?: Money | undefined;
  /** Gifts and likes: how many. Moderation: seconds, or a mode's new value. */
  readonly count?: number | undefined;
  readonly comboId?: string | undefined;
  readonly gap?:
    | { readonly fromAt: number; readonly toAt: number; readonly estimate?: number | null | undefined }
    | undefined;
  /** Who or what a moderation row is about. */
  readonly target?: string | undefined;
  /** Kind-specific word: mod action, system code, membership tier. */
  readonly code?: string | undefined;
  readonly replyTo?: string | undefined;
  readonly deleted?: boolean | undefined;
  readonly marks: readonly RowMark[];
}

/** A verdict as the list shows it. */
export interface RowMark {
  readonly category: Category;
  readonly severity: Severity;
  readonly score: number;
  readonly spans: readonly (readonly [number, number])[];
  readonly bystander?: boolean | undefined;
}

/** A room tab. */
export interface RoomView {
  readonly room: Room;
  readonly status: SourceStatus;
  readonly modes: RoomModes;
  readonly capabilities: readonly Capability[];
  /** Chat messages a second over the last 10 s. */
  readonly rate: number;
  /** The last 30 ten-second rates, oldest first, for the spark line. */
  readonly spark: readonly number[];
  readonly openFlags: number;
  /** 1 = needs a person first. */
  readonly rank: number;
  readonly why?: { readonly zh: string; readonly en: string } | undefined;
  /** Share of events that arrived, 0..1, over the current stream: 1 minus estimated missing. */
  readonly coverage: number;
  /** Counters of what was refused, unknown or dropped. */
  readonly counters: Readonly<Record<string, number>>;
  readonly streamId?: string | undefined;
  readonly replay?: ReplayPosition | undefined;
}

/** Where a feed stands. A new `epoch` means the count began anew. */
export interface FeedPosition {
  readonly epoch: string;
  readonly offset: number;
}

/** The core's own state, shown in the strip. */
export interface Gauges {
  /** Time from receipt to the committed flag, ms, over the last minute. */
  readonly flagP50Ms: number;
  readonly flagP99Ms: number;
  /** Receipt to stored, ms. */
  readonly intakeP50Ms: number;
  readonly backlog: number;
  readonly eventsPerSecond: number;
  readonly storedEvents: number;
  readonly refused: number;
  readonly unknown: number;
  readonly storeFault?: string | undefined;
}

/** One change on the desk. Never thinned. */
export type DeskChange =
  | { readonly kind: 'flag'; readonly flag: Flag }
  | { readonly kind: 'action'; readonly action: Action }
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'escalation'; readonly escalation: Escalation }
  | { readonly kind: 'room'; readonly room: RoomView }
  | { readonly kind: 'room_removed'; readonly roomId: string }
  /** Only the one it tells gets it. */
  | { readonly kind: 'notice'; readonly notice: DeskNotice }
  | { readonly kind: 'gauges'; readonly gauges: Gauges };

/** What the desk feed says. */
export type DeskFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: FeedPosition;
      readonly rooms: readonly RoomView[];
      /** All unresolved, and those resolved in the last hour. */
      readonly flags: readonly Flag[];
      /** The newest 200. */
      readonly actions: readonly Action[];
      /** All not closed. */
      readonly tickets: readonly Ticket[];
      readonly escalations: readonly Escalation[];
      readonly gauges: Gauges;
      /** Mine that are unread. */
      readonly notices?: readonly DeskNotice[] | undefined;
    }
  | { readonly kind: 'batch'; readonly position: FeedPosition; readonly changes: readonly DeskChange[] };

/** What a room's chat feed says. `reset` comes before a snapshot where history was lost. */
export type ChatFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: FeedPosition;
      readonly rows: readonly ChatRow[];
      readonly reset: boolean;
      /** Rows between the page's position and these, where the page was away too long to be told them all. */
      readonly skipped?: number | undefined;
    }
  | {
      readonly kind: 'batch';
      readonly position: FeedPosition;
      readonly rows: readonly ChatRow[];
      /** Ordinary chat rows left out for a slow page since the last frame. */
      readonly thinned: number;
    };

/** What a streamer sees of a dispute, or of a question of their own: calm, without slurs. */
export interface DisputeCard {
  readonly id: string;
  readonly roomId: string;
  readonly at: number;
  readonly updatedAt: number;
  readonly topic: 'refund' | 'minor' | 'appeal' | 'raid' | 'question' | 'other';
  readonly personName?: string | undefined;
  readonly stake?: Money | undefined;
  readonly text: { readonly zh: string; readonly en: string };
  readonly status: 'seen' | 'asked' | 'handled' | 'with_supervisor' | 'ticket' | 'done';
  readonly steps: readonly { readonly at: number; readonly zh: string; readonly en: string }[];
}

export type StreamerFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: FeedPosition;
      readonly roomName: string;
      readonly cards: readonly DisputeCard[];
    }
  | { readonly kind: 'batch'; readonly position: FeedPosition; readonly cards: readonly DisputeCard[] };

/** A viewer's card. */
export interface PersonCard {
  readonly person: PersonRef;
  readonly roomId: string;
  readonly firstSeenAt?: number | undefined;
  readonly lastSeenAt?: number | undefined;
  readonly messages: number;
  readonly streamTotals: readonly Money[];
  readonly totals: readonly Money[];
  readonly disputes: number;
  readonly sanctions: number;
  readonly flags: readonly Flag[];
  readonly actions: readonly Action[];
  readonly tickets: readonly Ticket[];
  readonly recent: readonly ChatRow[];
  readonly gifts: readonly ChatRow[];
  readonly notes: readonly {
    readonly id: string;
    readonly at: number;
    readonly by: string;
    readonly text: string;
  }[];
  readonly reasons: readonly Reason[];
}

export interface TimelineView {
  readonly bucketMs: number;
  readonly buckets: readonly {
    readonly at: number;
    readonly chat: number;
    readonly gifts: number;
    readonly flagged: number;
    readonly giftFen: string;
    readonly gapMs: number;
  }[];
  readonly flags: readonly Flag[];
  readonly actions: readonly Action[];
}
