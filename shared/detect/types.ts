import type { LiveEvent } from '../domain/event.ts';
import type { Evidence } from '../domain/flag.ts';
import type { Money } from '../domain/money.ts';
import type { PersonRef } from '../domain/person.ts';
import type { BuiltinCategory, Verdict } from '../domain/verdict.ts';
import type { LearntRoom } from './learnt.ts';
import type { PaidDay } from './paid-days.ts';

/** What is known of the person beyond the windows, looked up by the caller from the store. */
export interface PersonFacts {
  readonly firstSeenAt?: number | undefined;
  readonly messages: number;
  /** Counted money so far, by unit. */
  readonly totals: readonly Money[];
  /** Earlier ones, settled before. */
  readonly disputes: number;
  /** When they first paid here, where that is known; epoch ms. */
  readonly firstPaidAt?: number | undefined;
  /** The days on which they paid, newest first. */
  readonly paidDays?: readonly PaidDay[] | undefined;
  readonly sanctions: number;
  /** A sanction in force or recent, for appeals. */
  readonly lastSanction?:
    | {
        readonly at: number;
        readonly kind: string;
        readonly by: string;
        readonly durationSec?: number | null;
      }
    | undefined;
}

/** What the room taught: dismissals and "always allow". */
export interface RoomMemory {
  /** Texts that were called hype or a joke in this room, newest first; at most 2,000. */
  readonly hype: readonly string[];
  /** Texts that were acted on as abuse here, newest first; at most 2,000. */
  readonly confirmed?: readonly string[] | undefined;
  /** The same for advertising. */
  readonly confirmedAds?: readonly string[] | undefined;
  readonly allowedPersons: readonly string[];
  /** Fragments never to be flagged here. */
  readonly allowedTexts: readonly string[];
}

/** One event, with what is known about who sent it. */
export interface DetectInput {
  readonly event: LiveEvent;
  readonly person?: PersonFacts | undefined;
}

/** How strict each category is: the score from which it flags, 0..1. */
export type Thresholds = Readonly<Record<BuiltinCategory, number>>;

/** How many alerts a room asks for. */
export interface AlertBudget {
  /** Doubtful alerts per 1,000 messages, all together: 0.1..100. What is plain trouble comes on top. */
  readonly perThousand: number;
  /** Own figures of single categories. */
  readonly categories?: Readonly<Partial<Record<BuiltinCategory, number>>> | undefined;
}

/** How a category is set, and what came of it. */
export interface CategoryLimit {
  readonly category: BuiltinCategory;
  /** Alerts per 1,000 messages aimed at; `isOwn` where the room set this one itself. */
  readonly perThousand: number;
  readonly isOwn: boolean;
  /** The score it flags from, 0..1. */
  readonly threshold: number;
  readonly recentPerThousand: number;
  /** Recent messages by score, 0..1 in twenty equal parts; absent where scores say nothing (floods, raids). */
  readonly scores?: readonly number[] | undefined;
}

/** What a detector can be told while it runs, without losing its windows. */
export interface DetectorChange {
  readonly budget?: AlertBudget | undefined;
  readonly blockedTerms?: readonly string[] | undefined;
  readonly allowedHosts?: readonly string[] | undefined;
}

/** What a room's detector is made from. */
export interface DetectorOptions {
  readonly roomId: string;
  /** False alerts per 1,000 messages to aim at; default 3. */
  readonly budgetPerThousand: number;
  readonly budget?: AlertBudget | undefined;
  readonly memory: RoomMemory;
  /** What training made of the room before; instead of `history`. */
  readonly learnt?: LearntRoom | undefined;
  /** Limits follow the room's newest scores (a live room); otherwise they stay as learnt. */
  readonly adapts?: boolean | undefined;
  /** Unlabelled chat of the room from before, to learn its normal language. */
  readonly history?: readonly string[] | undefined;
  readonly streamerNames?: readonly string[] | undefined;
  /** Room's own word lists, beside the shipped lexicon. */
  readonly blockedTerms?: readonly string[] | undefined;
  readonly allowedHosts?: readonly string[] | undefined;
}

/** What a detector remembers of a raid, also of the messages before it was raised. */
export interface ClusterView {
  /** Newest last; at most 64. */
  readonly members: readonly PersonRef[];
  readonly bystanders: readonly PersonRef[];
  readonly memberCount: number;
  /** The first messages; at most 20. */
  readonly evidence: readonly Evidence[];
}

/**
 * The detector of one room. Its result depends only on its options and the sequence of inputs:
 * it reads no clock, does no I/O and uses no chance. Memory is bounded.
 */
export interface Detector {
  /** Verdicts on one event, flagged or merely scored (score > 0); the windows advance. */
  readonly inspect: (input: DetectInput) => readonly Verdict[];
  /** Scores of every category for a chat text, flagged or not (`scan --all`). */
  readonly inspectAll: (input: DetectInput) => readonly Verdict[];
  /** Teaches "this is hype / a joke / allowed" while running. */
  readonly teach: (memory: RoomMemory) => void;
  /**
   * Takes over what training made; people, raids and money seen stay. Known sayings are added to, or with
   * `forget` replaced.
   */
  readonly adopt: (learnt: LearntRoom, forget?: boolean) => void;
  readonly change: (change: DetectorChange) => void;
  /** Limits in force, and the alerts (about as many as flags are raised) of the newest 20,000 messages or so. */
  readonly tuning: () => {
    readonly messages: number;
    readonly alerts: number;
    readonly categories: readonly CategoryLimit[];
    /** 0..1: how much of the room's language is known. */
    readonly knowledge: number;
  };
  /** Counted money this detector saw of somebody (key of `personIdOf`), by unit. */
  readonly spent: (personId: string) => readonly Money[];
  /** A raid by the `clusterId` of its verdicts; undefined once forgotten. */
  readonly cluster: (clusterId: string) => ClusterView | undefined;
  /** Bytes held by windows, approximately, and entries. */
  readonly stats: () => { readonly clusters: number; readonly persons: number; readonly approxBytes: number };
}
