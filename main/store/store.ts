import type { Action } from '../../shared/domain/action.ts';
import type { AuditDraft, AuditEntry } from '../../shared/domain/audit.ts';
import type { Escalation } from '../../shared/domain/escalation.ts';
import type { EventKind, LiveEvent } from '../../shared/domain/event.ts';
import type { Flag } from '../../shared/domain/flag.ts';
import type { Money } from '../../shared/domain/money.ts';
import type { DeskNotice } from '../../shared/domain/notice.ts';
import type { Room, Stream } from '../../shared/domain/room.ts';
import type { Ticket } from '../../shared/domain/ticket.ts';
import type { TicketHistory } from '../../shared/domain/ticket-history.ts';
import type { Verdict } from '../../shared/domain/verdict.ts';
import type { RuleHead, RuleVersion } from '../../shared/rules/rule.ts';
import type { Agent } from '../../shared/support/agent.ts';
import type { Article, OpenQuestion } from '../../shared/support/article.ts';
import type { Block } from '../../shared/support/block.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { Rating, Trace } from '../../shared/support/trace.ts';
import type {
  LearningState,
  Member,
  MemoryEntry,
  MessageRow,
  ModelBytes,
  NonceEntry,
  PersonNote,
  RuleCount,
  RuleRung,
  SampleStock,
  Setting,
  SourceCursor,
  Upload,
  WebhookDelivery,
  WordListHead,
  WordListRow,
} from './records.ts';

/** The kinds of record in the decisions file, by table. */
export interface Records {
  readonly rooms: Room;
  readonly streams: Stream;
  readonly flags: Flag;
  readonly actions: Action;
  readonly tickets: Ticket;
  readonly escalations: Escalation;
  readonly notes: PersonNote;
  readonly members: Member;
  readonly memory: MemoryEntry;
  readonly settings: Setting;
  readonly deliveries: WebhookDelivery;
  readonly nonces: NonceEntry;
  readonly cursors: SourceCursor;
  readonly conversations: Conversation;
  readonly messages: MessageRow;
  readonly traces: Trace;
  readonly ratings: Rating;
  readonly agents: Agent;
  readonly articles: Article;
  readonly questions: OpenQuestion;
  readonly uploads: Upload;
  readonly learning: LearningState;
  readonly samples: SampleStock;
  readonly models: ModelBytes;
  readonly histories: TicketHistory;
  readonly notices: DeskNotice;
  readonly rules: RuleHead;
  readonly ruleVersions: RuleVersion;
  readonly wordLists: WordListHead;
  readonly wordListVersions: WordListRow;
  readonly ruleRungs: RuleRung;
  readonly ruleCounts: RuleCount;
  readonly blocks: Block;
}
export type TableName = keyof Records;

/** An event as stored: `offset` counts up by one per room for ever, and orders feeds. */
export interface StoredEvent {
  readonly offset: number;
  readonly event: LiveEvent;
  readonly verdicts: readonly Verdict[];
}

/** One change. All operations of one `write` happen, or none. */
export type StoreOp =
  | { readonly op: 'events'; readonly rows: readonly StoredEvent[] }
  | {
      readonly [T in TableName]: { readonly op: 'put'; readonly table: T; readonly row: Records[T] };
    }[TableName]
  | { readonly op: 'delete'; readonly table: TableName; readonly id: string }
  | { readonly op: 'audit'; readonly entry: AuditDraft };

/** What was written. */
export interface Committed {
  /** Event ids that were already there and were not stored again. */
  readonly duplicates: readonly string[];
  /** The audit entries, with their place in the chain. */
  readonly audit: readonly AuditEntry[];
}

export interface EventQuery {
  readonly roomId?: string | undefined;
  /** Epoch ms of `timeOf` the event, inclusive. */
  readonly from?: number | undefined;
  /** Epoch ms of `timeOf` the event, exclusive. */
  readonly to?: number | undefined;
  readonly kinds?: readonly EventKind[] | undefined;
  readonly personId?: string | undefined;
  /** Events with a verdict of this category; with `flaggedOnly`, only where that verdict raised a flag. */
  readonly category?: string | undefined;
  /** A verdict that is no shadow rule's is above its threshold. */
  readonly flaggedOnly?: boolean | undefined;
  /**
   * Words to find in the folded text (Han of 1 or more characters, Latin words); all must occur, in any
   * order when separated by spaces. Han is found anywhere, words and numbers from their beginning. Blank
   * is no filter; signs alone find nothing.
   */
  readonly text?: string | undefined;
  readonly afterOffset?: number | undefined;
  /** By the day of receipt and inside it as stored, which in a room is the order of offsets. */
  readonly order: 'newest' | 'oldest';
  /** 1..1,000 */
  readonly limit: number;
  /** Opaque, from the page before. */
  readonly cursor?: string | undefined;
}

export interface EventPage {
  readonly rows: readonly StoredEvent[];
  readonly cursor?: string | undefined;
}

/** A person's sums in a room (or all rooms), for the card and for detection. */
export interface PersonSummary {
  readonly personId: string;
  readonly name: string;
  readonly firstSeenAt?: number | undefined;
  readonly lastSeenAt?: number | undefined;
  readonly messages: number;
  readonly totals: readonly Money[];
}

/** What happened in a part of a room's time, by `timeOf` the events. */
export interface TimelineBucket {
  readonly at: number;
  readonly chat: number;
  /** Gifts, super chats and memberships. */
  readonly gifts: number;
  readonly flagged: number;
  readonly giftFen: string;
  /** Part of the bucket that a gap covers, ms. */
  readonly gapMs: number;
}

export interface ListQuery<T extends TableName> {
  readonly table: T;
  /** Equality on indexed fields (which a table has, and its time: `index-fields.ts`): roomId, personId, flagId, ticketId, state, category, conversationId. */
  readonly where?: Readonly<Partial<Record<IndexField, string>>> | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly order?: 'newest' | 'oldest' | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export type IndexField =
  | 'roomId'
  | 'personId'
  | 'flagId'
  | 'ticketId'
  | 'state'
  | 'category'
  | 'number'
  | 'conversationId'
  | 'department'
  | 'assignee';

export interface StoreGauges {
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly events?: number }[];
  /** Writes asked for and not yet committed. */
  readonly backlogEvents: number;
  /** Free places for events in flight. */
  readonly credit: number;
  readonly lastCommitMs: number;
  readonly commits: number;
  readonly events: number;
}

/**
 * Where everything is kept. One writer. Every call may fail with a `StoreError` (a bug or a broken
 * disk), which the core turns into the fault `store_failed` and shows.
 */
export interface Store {
  /** Writes all or nothing; resolves after commit. Waits while the credit of events in flight is used up. */
  readonly write: (ops: readonly StoreOp[]) => Promise<Committed>;
  readonly get: <T extends TableName>(table: T, id: string) => Promise<Records[T] | null>;
  readonly list: <T extends TableName>(
    query: ListQuery<T>,
  ) => Promise<{ readonly rows: readonly Records[T][]; readonly cursor?: string | undefined }>;
  readonly events: (query: EventQuery) => Promise<EventPage>;
  readonly eventById: (eventId: string) => Promise<StoredEvent | null>;
  /** Sums of a person as sender; with `since` (epoch ms) from the raw events that are still kept. */
  readonly person: (personId: string, roomId?: string, since?: number) => Promise<PersonSummary | null>;
  /** What `person` answers for each of many (at most 1,000) in their rooms, in one go, in the order asked. */
  readonly persons: (
    asked: readonly (readonly [personId: string, roomId: string])[],
  ) => Promise<readonly (PersonSummary | null)[]>;
  /**
   * Buckets that cover [from, to): `bucketMs` is raised to a multiple of 10 s, and they begin at multiples
   * of it. At most 10,000.
   */
  readonly timeline: (
    roomId: string,
    from: number,
    to: number,
    bucketMs: number,
  ) => Promise<readonly TimelineBucket[]>;
  /** Entries in the order of the chain: from `fromSeq` on, or else the newest. */
  readonly audit: (query: {
    readonly fromSeq?: number;
    readonly roomId?: string;
    readonly limit: number;
  }) => Promise<readonly AuditEntry[]>;
  /** The newest event ids (at most `limit`), to know repeats after a restart. */
  readonly recentEventIds: (limit: number) => Promise<readonly string[]>;
  /** The next free offset of each room. */
  readonly nextOffsets: () => Promise<Readonly<Record<string, number>>>;
  /** Deletes raw events by age and size; decisions stay. Returns the day files removed. */
  readonly retain: (rule: {
    readonly now: number;
    readonly maxAgeDays: number;
    readonly maxBytes: number;
  }) => Promise<readonly string[]>;
  readonly gauges: () => StoreGauges;
  readonly close: () => Promise<void>;
}
