import type { z } from 'zod';
import { EVENT_KINDS, type LiveEvent } from '../../shared/domain/event.ts';
import { EVENT_LIMITS, parseEvent } from '../../shared/domain/event-schema.ts';
import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { hostileContent } from './inspect.ts';
import { INGRESS_LIMITS } from './protocol.ts';
import { SHORT_KINDS, ShortBaseSchema, ShortBodies, type ShortKind } from './short-form.ts';

/** The version of this reader, kept with each event. */
export const PARSER_VERSION = 'ingress-1';

/** What the receiver knows beside the event itself. */
export interface Arrival {
  readonly roomId: string;
  /** The plugin instance and the sender's stream. */
  readonly source: string;
  readonly session: string;
  /** Epoch ms. */
  readonly receivedAt: number;
}

/** The sequence number an event was sent with: a whole number from 1; null where there is none. */
export function seqOf(event: unknown): number | null {
  if (typeof event !== 'object' || event === null) return null;
  const seq = (event as { seq?: unknown }).seq;
  return typeof seq === 'number' && Number.isSafeInteger(seq) && seq >= 1 ? seq : null;
}

/**
 * Turns a full envelope (`v: 1` with a `body`) or the short form into our event, with `seq` 0 until
 * the session numbers it. Platform, source, room and time of receipt are ours, whatever the sender says.
 */
export function normalise(event: unknown, arrival: Arrival): Result<LiveEvent> {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return fail(fault('invalid', 'an event must be an object'));
  if (seqOf(event) === null) return fail(fault('invalid', 'seq: a whole number from 1 to 2^53-1 is needed'));
  const hostile = hostileContent(event);
  if (hostile !== null) return fail(hostile);
  const raw = JSON.stringify(event);
  if (raw.length > INGRESS_LIMITS.eventChars)
    return fail(
      fault('too_large', `${raw.length} characters, at most ${INGRESS_LIMITS.eventChars} an event`),
    );
  const given = event as Given;
  const content = isEnvelope(given) ? fromEnvelope(given, arrival.roomId) : fromShort(given);
  return content.ok ? parseEvent(envelope(content.value, given, raw, arrival)) : content;
}

interface Given {
  readonly seq: number;
  readonly v?: unknown;
  readonly kind?: unknown;
  readonly body?: unknown;
  readonly eventId?: unknown;
  readonly occurredAt?: unknown;
  readonly tsPrecision?: unknown;
  readonly historical?: unknown;
  readonly actor?: unknown;
  readonly target?: unknown;
  readonly sourceRoomId?: unknown;
}

interface Content {
  readonly kind: string;
  readonly key: string;
  readonly occurredAt: unknown;
  readonly historical: unknown;
  readonly tsPrecision?: unknown;
  readonly sourceRoomId?: unknown;
  readonly actor?: unknown;
  readonly target?: unknown;
  readonly body: unknown;
}

function envelope(content: Content, given: Given, raw: string, arrival: Arrival): unknown {
  const { key, ...rest } = content;
  return {
    ...rest,
    v: 1,
    eventId: `ingress:${arrival.roomId}:${content.kind}:${key}`,
    platform: 'ingress',
    source: arrival.source,
    session: arrival.session,
    seq: 0,
    nativeSeq: String(given.seq),
    roomId: arrival.roomId,
    tsPrecision: content.tsPrecision ?? 'ms',
    receivedAt: arrival.receivedAt,
    raw: { encoding: 'json', data: raw },
    parserVersion: PARSER_VERSION,
  };
}

function isEnvelope(given: Given): boolean {
  return given.v === 1 && typeof given.body === 'object';
}

function fromEnvelope(given: Given, roomId: string): Result<Content> {
  const { kind, eventId } = given;
  if (!EVENT_KINDS.some((known) => known === kind)) return fail(fault('invalid', 'kind: not one of ours'));
  if (typeof eventId !== 'string' || eventId === '' || eventId.length > EVENT_LIMITS.id)
    return fail(fault('invalid', 'eventId: text is needed, by which a repeat is known'));
  const prefix = `ingress:${roomId}:${kind}:`;
  return ok({
    kind: String(kind),
    key: eventId.startsWith(prefix) ? eventId.slice(prefix.length) : eventId,
    occurredAt: given.occurredAt ?? null,
    historical: given.historical ?? false,
    tsPrecision: given.tsPrecision,
    sourceRoomId: given.sourceRoomId,
    actor: given.actor,
    target: given.target,
    body: given.body,
  });
}

function fromShort(given: Given): Result<Content> {
  const base = ShortBaseSchema.safeParse(given);
  if (!base.success) return fail(fault('invalid', describe(base.error)));
  const { kind, id, at = null, historical = false } = base.data;
  const common = { key: id, occurredAt: at, historical };
  if (!isShortKind(kind)) {
    if (EVENT_KINDS.some((known) => known === kind))
      return fail(fault('invalid', `kind ${kind}: has no short form, send the full envelope`));
    return ok({ ...common, kind: 'unknown', key: `${kind}:${id}`, body: { nativeKind: kind } });
  }
  const parsed = ShortBodies[kind].safeParse(given);
  if (!parsed.success) return fail(fault('invalid', describe(parsed.error)));
  return ok({ ...common, kind, ...parsed.data });
}

function isShortKind(kind: string): kind is ShortKind {
  return SHORT_KINDS.some((known) => known === kind);
}

function describe(error: z.ZodError): string {
  const lines = error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'event'}: ${issue.message}`);
  return lines.join('; ');
}
