import type { ZodType } from 'zod';
import type { Action, ActionKind } from '../domain/action.ts';
import type { Clock, Dispose, Ids, Random } from '../domain/effects.ts';
import type { LiveEvent, Platform } from '../domain/event.ts';
import type { Fault } from '../domain/fault.ts';
import type { Result } from '../domain/result.ts';
import type { SourceStatus } from '../domain/room.ts';
import type { Secrets } from './secrets.ts';
import type { SignIn } from './sign-in.ts';

/** What a platform offers for one kind of action (PROTOCOLS §6). */
export interface Capability {
  readonly action: ActionKind;
  /** `api`: done by call; `assisted`: a person does it on the platform's page; `none`: not at all. */
  readonly mode: 'api' | 'assisted' | 'none';
  readonly minSec?: number;
  readonly maxSec?: number;
  /** A mute without end is possible. */
  readonly permanent?: boolean;
  /** Characters. */
  readonly reasonMax?: number;
  readonly textMax?: number;
  readonly needs?: readonly string[];
  readonly targetNeeds?: 'userId' | 'messageId' | 'none';
  readonly reversible: boolean;
  /** How the outcome is seen: in the answer, as an event of the room, or by asking. */
  readonly confirmBy: 'response' | 'event' | 'poll';
  /** At most `n` calls per `perSec` seconds. */
  readonly rate?: { readonly n: number; readonly perSec: number };
}

/** Why a platform call failed, in the classes of PROTOCOLS §6. */
export type ErrorClass =
  | 'not_found'
  | 'target_protected'
  | 'auth_expired'
  | 'forbidden'
  | 'invalid'
  | 'conflict'
  | 'rate_limited'
  | 'transient'
  | 'unknown_outcome'
  | 'unsupported';

/** What became of a platform call. */
export type PerformResult =
  | {
      readonly kind: 'accepted';
      /** It was already so. */
      readonly noop?: boolean;
      /** The answer itself is proof (capability `confirmBy: response`). */
      readonly confirmed?: boolean;
      readonly nativeId?: string;
      readonly expiresAt?: number | null;
    }
  | { readonly kind: 'failed'; readonly errorClass: ErrorClass; readonly fault: Fault };

/** Where a connection puts what it reads and hears what to do. */
export interface ConnectContext<S> {
  readonly roomId: string;
  readonly settings: S;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly random: Random;
  /** Secrets by name, from the OS store; `set(name, null)` forgets. */
  readonly secrets: Secrets;
  /**
   * Hands over events in order. The promise resolves when the core has room for more: a connection
   * that can wait must wait, one that cannot (a socket) keeps at most 2,000 and then says so with a gap.
   */
  readonly emit: (events: readonly LiveEvent[]) => Promise<void>;
  readonly status: (status: Omit<SourceStatus, 'since'>) => void;
  /** Counted and shown per room: `unknown_kind`, `refused`, `dropped`, … */
  readonly count: (what: string, n?: number) => void;
  /** What must survive a restart, for connections that are pushed to; without it they keep a bounded copy. */
  readonly memory?: SourceMemory;
  readonly log: (level: 'info' | 'warn' | 'error', text: string) => void;
}

/** What a source that is pushed to keeps in the store. */
export interface SourceMemory {
  /** Atomically claims a key until `expiresAt` (epoch ms); false when it is claimed already. Keys are global to the hub. */
  readonly takeNonce: (key: string, expiresAt: number) => Promise<boolean>;
  /** The highest sequence number taken from a stream of this room; null before the first. */
  readonly cursor: (stream: string) => Promise<number | null>;
  /** Resolves when this cursor and every event emitted before the call are committed. */
  readonly setCursor: (stream: string, seq: number) => Promise<void>;
  /** Which of these event ids were emitted or stored before. */
  readonly known: (eventIds: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** An HTTP request that the hub passes to a connection unread. */
export interface PluginHttpRequest {
  readonly method: string;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array | AsyncIterable<Uint8Array>;
  /** The peer's address, for the log. */
  readonly remote: string;
}

export interface PluginHttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** An accepted WebSocket that the hub passes to a connection. */
export interface PluginSocket {
  readonly send: (text: string) => void;
  readonly close: (code: number, reason: string) => void;
  /** Bytes sent and not yet taken by the peer. */
  readonly buffered: () => number;
  readonly onMessage: (listener: (data: Uint8Array) => void) => Dispose;
  readonly onClose: (listener: () => void) => Dispose;
  readonly remote: string;
}

/** A running connection to a room. */
export interface Connection {
  /** Performs one action. Called serially per room. Never throws for expected failures. */
  readonly perform: (action: Action) => Promise<PerformResult>;
  /** Plays, pauses, seeks: recordings only. */
  readonly control?: (command: ReplayCommand) => Result<ReplayPosition>;
  /** Answers a request to this room's HTTP address: sources that are pushed to. Never throws. */
  readonly http?: (request: PluginHttpRequest) => Promise<PluginHttpResponse>;
  /** Serves a WebSocket at the same address until the result is called or the socket closes. */
  readonly socket?: (socket: PluginSocket) => Dispose;
  readonly close: () => Promise<void>;
}

/** Orders to a recording. `speed` 0.1..100. */
export type ReplayCommand =
  /** Changes nothing: tells where it stands. */
  | { readonly kind: 'position' }
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'speed'; readonly speed: number }
  | { readonly kind: 'seek'; readonly atMs: number };

export interface ReplayPosition {
  readonly playing: boolean;
  readonly speed: number;
  /** Milliseconds from the recording's first event. */
  readonly atMs: number;
  readonly lengthMs: number;
}

/** What `plugins/<id>/index.ts` exports. */
export interface PluginDescription<S = unknown> {
  readonly id: string;
  readonly platform: Platform;
  readonly name: { readonly zh: string; readonly en: string };
  /** Checks a room's settings; its texts are shown in the settings form. */
  readonly settings: ZodType<S>;
  readonly capabilities: (settings: S) => readonly Capability[];
  readonly connect: (context: ConnectContext<S>) => Connection;
  /** How an account signs in, where the platform's actions need one. */
  readonly signIn?: SignIn<S>;
  /** A few of each kind it can give, for the rule studio and the contract suite. */
  readonly samples: readonly LiveEvent[];
}
