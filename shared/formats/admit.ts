import { type LiveEvent, textOf } from '../domain/event.ts';
import { EVENT_LIMITS, loneSurrogateAt } from '../domain/event-schema.ts';
import { type Fault, fault } from '../domain/fault.ts';
import type { DecodeContext, Decoded } from './decoder.ts';

/** The gate every event of a decoder passes, which numbers only what it lets in. */
export interface Admission {
  /** What events are made with: their number comes later. */
  readonly context: DecodeContext;
  /**
   * Lets an event in that keeps the size limits and has no half surrogate pair, else refuses it with
   * the reason. Cheaper than the whole schema: events of our own decoders need only this.
   */
  readonly admit: (line: number, event: LiveEvent) => Decoded;
}

/** A gate that takes numbers from the context. */
export function createAdmission(context: DecodeContext): Admission {
  return {
    context: { ...context, nextSeq: () => 0 },
    admit: (line, event) => {
      const decoded = admit(line, event);
      return 'event' in decoded ? { line, event: { ...event, seq: context.nextSeq() } } : decoded;
    },
  };
}

/** The same for a single event that has its number already. */
export function admit(line: number, event: LiveEvent): Decoded {
  const refused = objection(event);
  return refused === null ? { line, event } : { line, refused };
}

function objection(event: LiveEvent): Fault | null {
  const text = textOf(event);
  if (text.length > EVENT_LIMITS.text) return tooLarge('text', text.length, EVENT_LIMITS.text);
  const name = event.actor?.name ?? '';
  if (name.length > EVENT_LIMITS.name) return tooLarge('name', name.length, EVENT_LIMITS.name);
  if ((event.actor?.id?.length ?? 0) > 128) return fault('too_large', 'the user id is longer than 128');
  if (event.eventId.length > EVENT_LIMITS.id) return tooLarge('id', event.eventId.length, EVENT_LIMITS.id);
  const { data } = event.raw;
  if (data.length > EVENT_LIMITS.raw) return tooLarge('raw form', data.length, EVENT_LIMITS.raw);
  if (data.isWellFormed() && text.isWellFormed() && name.isWellFormed() && event.eventId.isWellFormed()) {
    if (event.raw.encoding !== 'json' || !HAS_SURROGATE_ESCAPE.test(data)) return null;
  }
  const where = loneSurrogateAt(event, '');
  return where === null ? null : fault('invalid', `${where}: half of a surrogate pair`);
}

/** JSON can smuggle one in as an escape. */
const HAS_SURROGATE_ESCAPE = /\\u[dD][89a-fA-F]/;

function tooLarge(what: string, is: number, most: number): Fault {
  return fault('too_large', `the ${what} has ${is} characters, at most ${most} are read`);
}
