import type { Actor, Role } from '../../shared/domain/actor.ts';
import type { RoomBudget, RoomModel, TrainingResult } from '../../shared/learning/model.ts';
import type { WordList } from '../../shared/rules/words.ts';
import type { Attachment, Message } from '../../shared/support/message.ts';

/** A remark on a viewer, kept across streams. */
export interface PersonNote {
  readonly id: string;
  readonly personId: string;
  readonly roomId: string;
  readonly at: number;
  readonly by: Actor;
  readonly text: string;
}

/** Somebody who may use the console: a pairing token first, a session once paired. */
export interface Member {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Rooms it is limited to; absent means all. */
  readonly roomIds?: readonly string[] | undefined;
  /** SHA-256 of the pairing token; gone once used. */
  readonly pairingHash?: string | undefined;
  readonly pairingExpiresAt?: number | undefined;
  /** SHA-256 of the session token; absent until paired or after revocation. */
  readonly sessionHash?: string | undefined;
  readonly createdAt: number;
  readonly lastSeenAt?: number | undefined;
  readonly revokedAt?: number | undefined;
}

/** What a room was taught by a dismissal, by "always allow", or by an action that confirmed a flag. */
export interface MemoryEntry {
  readonly id: string;
  readonly roomId: string;
  readonly kind: 'hype' | 'joke' | 'allow_person' | 'allow_text' | 'wrong' | 'confirmed';
  /** The text as it was, or the person's id. */
  readonly value: string;
  readonly category: string;
  readonly at: number;
  readonly by: Actor;
}

/** A named piece of configuration, as JSON. */
export interface Setting {
  readonly id: string;
  readonly value: unknown;
  readonly updatedAt: number;
}

/** A signed call to another system that must arrive. */
export interface WebhookDelivery {
  readonly id: string;
  readonly hook: string;
  readonly ticketId?: string | undefined;
  /** What its calls keep in order, where that is no ticket. */
  readonly subject?: string | undefined;
  readonly event: string;
  readonly body: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: number;
  readonly createdAt: number;
  readonly lastStatus?: number | undefined;
  readonly lastError?: string | undefined;
}

/** An ingress nonce that was used, kept until its timestamp is out of the window. */
export interface NonceEntry {
  readonly id: string;
  readonly expiresAt: number;
}

/** How far an ingress source has been read. */
export interface SourceCursor {
  /** Room id. */
  readonly id: string;
  readonly seq: number;
  readonly updatedAt: number;
}

/** A picture or voice clip that was accepted; its bytes lie in the attachments folder under its id. */
export interface Upload extends Attachment {
  readonly conversationId: string;
  readonly at: number;
  /** Id of the viewer or member who sent it. */
  readonly by: string;
  /** SHA-256 of the bytes as kept. */
  readonly hash: string;
  readonly recalledAt?: number | undefined;
}

/** A message under a key of its conversation, so that one viewer's id never meets another's. */
export interface MessageRow {
  /** `<conversation>/<message>` */
  readonly id: string;
  readonly conversationId: string;
  readonly at: number;
  readonly message: Message;
}

/** How a room's learning is set, and its versions. */
export interface LearningState {
  /** Room id. */
  readonly id: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly budget: RoomBudget;
  /** Number of the next version. */
  readonly nextNumber: number;
  /** The version in use; absent where nothing is learnt. */
  readonly modelId?: string | undefined;
  /** Those that are kept, newest first. */
  readonly models: readonly RoomModel[];
  readonly lastTraining?: TrainingResult | undefined;
  /** Until then it is not trained by itself: somebody went back to an earlier version. */
  readonly heldUntil?: number | undefined;
}

/** The messages a room learns from. */
export interface SampleStock {
  /** Room id. */
  readonly id: string;
  readonly createdAt: number;
  readonly offered: number;
  readonly lastOffset: number;
  readonly chance: number;
  /** Taken since the last training. */
  readonly fresh: number;
  /** Base64 of deflated lines: offsets, days, then a text a line. */
  readonly packed: string;
}

/** The bytes of a version. */
export interface ModelBytes {
  /** `<room>/<number>` */
  readonly id: string;
  readonly roomId: string;
  readonly at: number;
  /** Base64 of the deflated bytes of `encodeLearnt`. */
  readonly packed: string;
}

/** Which versions of a word list there are. */
export interface WordListHead {
  readonly id: string;
  readonly newest: number;
  readonly createdAt: number;
}

/** One version of a word list under a key of its own. */
export interface WordListRow {
  /** `<list>@<version>` */
  readonly id: string;
  readonly list: WordList;
}

/** Where somebody stands on a rule's ladder. */
export interface RuleRung {
  /** `<rule>|<room>|<person>` */
  readonly id: string;
  readonly step: number;
  /** When the step was taken, epoch ms. */
  readonly at: number;
  readonly firstAt: number;
}

/** What one version of a rule did in one room. */
export interface RuleCount {
  /** `<rule>@<version>|<room>` */
  readonly id: string;
  readonly ruleId: string;
  readonly version: number;
  readonly roomId: string;
  readonly firstAt: number;
  readonly lastAt: number;
  readonly shadowHits: number;
  readonly hits: number;
  readonly actions: number;
  readonly spared: Readonly<Record<string, number>>;
}
