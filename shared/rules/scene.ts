import type { PersonFacts } from '../detect/types.ts';
import type { LiveEvent } from '../domain/event.ts';
import type { RoomModes } from '../domain/room.ts';
import type { Verdict } from '../domain/verdict.ts';
import type { WordHit } from './scanner.ts';
import type { Windows } from './windows.ts';

/** True, false, or not known: what nobody knows never lets a rule match, nor does its opposite. */
export const YES = 1;
export const NO = 0;
export const UNKNOWN = -1;
export type Tri = typeof YES | typeof NO | typeof UNKNOWN;

/** What is known of the room at an event. */
export interface RoomFacts {
  readonly modes: RoomModes;
  /** When the present sitting began, epoch ms. */
  readonly startedAt?: number | undefined;
}

/** What a rule is asked about. */
export interface Situation {
  readonly event: LiveEvent;
  /** What the built-in detector says of the event. */
  readonly verdicts: readonly Verdict[];
  /** Undefined while nobody looked them up. */
  readonly facts: PersonFacts | undefined;
  readonly room: RoomFacts;
}

/** One event while the rules of a room are asked about it. */
export interface Scene extends Situation {
  /** The words in it, pictures blanked out; at most 1,024 units. */
  readonly text: string;
  readonly at: number;
  readonly personId: string | undefined;
  readonly hits: readonly WordHit[];
  readonly windows: Windows;
  /** Whether the pattern at that place of the program is found. Looked for once an event. */
  readonly hasPattern: (pattern: number) => boolean;
  /** Takes work units; false when the rule at hand has used up its own. */
  readonly spend: (units: number) => boolean;
  /** Says that facts about the person would have been needed. */
  readonly missFacts: () => void;
}
