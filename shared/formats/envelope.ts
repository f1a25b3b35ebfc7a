import type { EventBase, EventBodies, EventKind, LiveEvent, Platform } from '../domain/event.ts';
import type { User } from '../domain/person.ts';
import type { DecodeContext } from './decoder.ts';

/** A body with its kind, and who it is from and about: what a decoder says of one event. */
export type Draft = {
  [K in EventKind]: {
    readonly kind: K;
    readonly body: EventBodies[K];
    readonly actor?: User | undefined;
    readonly target?: User | undefined;
    /** Native key, where the decoder's usual one does not apply. */
    readonly key?: string | undefined;
  };
}[EventKind];

/** What the envelope needs beside the draft. */
export interface Stamp extends Pick<EventBase, 'occurredAt' | 'tsPrecision' | 'raw' | 'parserVersion'> {
  /** The platform's own key of this event within the room and kind (PROTOCOLS §5). */
  readonly key: string;
  readonly sourceRoomId?: string | undefined;
  readonly historical?: boolean;
}

/** Puts a draft into its envelope, with the next number of the session. */
export function makeEvent(context: DecodeContext, platform: Platform, draft: Draft, stamp: Stamp): LiveEvent {
  const event = {
    v: 1,
    eventId: `${platform}:${context.roomId}:${draft.kind}:${stamp.key}`,
    platform,
    source: context.source,
    session: context.session,
    seq: context.nextSeq(),
    roomId: context.roomId,
    ...(stamp.sourceRoomId ? { sourceRoomId: stamp.sourceRoomId } : {}),
    kind: draft.kind,
    occurredAt: stamp.occurredAt,
    tsPrecision: stamp.tsPrecision,
    receivedAt: context.now(),
    historical: stamp.historical ?? context.historical,
    ...(draft.actor ? { actor: draft.actor } : {}),
    ...(draft.target ? { target: draft.target } : {}),
    body: draft.body,
    raw: stamp.raw,
    parserVersion: stamp.parserVersion,
  };
  // The draft ties kind to body; the spread loses that tie.
  return event as LiveEvent;
}
