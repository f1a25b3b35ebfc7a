import type { LiveEvent } from '../../../shared/domain/event.ts';
import { counter } from '../../../shared/formats/decoder.ts';
import { createTwitchState, readTwitchLine } from '../../../shared/formats/twitch-irc.ts';

/** Lines as they come from Twitch, and what they become. All written for this project. */
export interface RecordedCase {
  readonly name: string;
  readonly input: readonly string[];
  readonly output: readonly RecordedEvent[];
}

/** What a case fixes of an event; the rest of the envelope is the connection's. */
export type RecordedEvent = Pick<LiveEvent, 'eventId' | 'kind' | 'occurredAt' | 'body'> &
  Partial<Pick<LiveEvent, 'actor' | 'target' | 'sourceRoomId'>>;

/** Time of receipt in all cases. */
export const RECEIVED_AT = 1_760_000_000_500;

/** Decodes a case's lines as one connection would. */
export function decodeCase(input: readonly string[]): readonly LiveEvent[] {
  const state = createTwitchState();
  const context = {
    roomId: 'room1',
    source: 'twitch',
    session: 'session1',
    historical: false,
    now: () => RECEIVED_AT,
    nextSeq: counter(),
  };
  return input.flatMap((line) => {
    const read = readTwitchLine(line, context, state);
    return read.kind === 'event' ? [read.event] : [];
  });
}

/** The part of an event that a case fixes. */
export function recorded(event: LiveEvent): RecordedEvent {
  const { eventId, kind, occurredAt, body, actor, target, sourceRoomId } = event;
  return {
    eventId,
    kind,
    occurredAt,
    ...(actor === undefined ? {} : { actor }),
    ...(target === undefined ? {} : { target }),
    ...(sourceRoomId === undefined ? {} : { sourceRoomId }),
    body,
  };
}
