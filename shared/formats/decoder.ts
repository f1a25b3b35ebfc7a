import type { LiveEvent } from '../domain/event.ts';
import type { Fault } from '../domain/fault.ts';

/** The recorded forms that `scan` and `replay` read (DESIGN §7). */
export const knownFormats = ['jsonl', 'text', 'twitch-irc', 'bilibili-packets', 'bilibili-xml'] as const;
export type Format = (typeof knownFormats)[number];

/** What a decoder is told about where its input belongs. */
export interface DecodeContext {
  /** Our room. */
  readonly roomId: string;
  /** The plugin instance, or the command that reads. */
  readonly source: string;
  /** Connection epoch. */
  readonly session: string;
  /** Marks events as read from history. */
  readonly historical: boolean;
  /** Time of receipt, epoch ms. */
  readonly now: () => number;
  /** The next number of the session, from 0, without holes. */
  readonly nextSeq: () => number;
}

/** One event, or one refused piece of input, with the line (from 1) where it began. */
export type Decoded =
  | { readonly line: number; readonly event: LiveEvent }
  | { readonly line: number; readonly refused: Fault };

/** What was read so far; nothing leaves the decoder without being counted here. */
export interface DecodeCounters {
  readonly lines: number;
  readonly events: number;
  readonly refused: number;
  /** Blank lines, comments and the connection's own traffic (PING, CAP, …). */
  readonly skipped: number;
  /** Events kept as `unknown`, by the platform's own name. */
  readonly unknown: Readonly<Record<string, number>>;
}

/** Reads a recording in pieces of any size. */
export interface Decoder {
  readonly push: (chunk: string) => readonly Decoded[];
  /** Reads what is left; the decoder is used up afterwards. */
  readonly end: () => readonly Decoded[];
  readonly counters: () => DecodeCounters;
}

/** Longest line or element that is read, in UTF-16 units; longer ones are refused and skipped. */
export const MAX_UNIT = 262_144;

/** Numbers a session from 0. */
export function counter(): () => number {
  let next = 0;
  return () => next++;
}
