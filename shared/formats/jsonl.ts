import { z } from 'zod';
import { EVENT_LIMITS, loneSurrogateAt, parseEvent } from '../domain/event-schema.ts';
import { fault } from '../domain/fault.ts';
import type { DecodeContext, Decoder } from './decoder.ts';
import { makeEvent } from './envelope.ts';
import { createLineDecoder, type LineReading, SKIPPED } from './line-decoder.ts';
import { createOccurrences, hashKey } from './occurrence.ts';

const ShortForm = z.object({
  /** Epoch ms. */
  at: z.number().int().min(0).max(8.64e15).optional(),
  user: z.union([z.string().max(128), z.number().int().transform(String)]).optional(),
  name: z.string().max(EVENT_LIMITS.name).optional(),
  text: z.string().max(EVENT_LIMITS.text),
  room: z.string().max(128).optional(),
});

/**
 * Our envelope, or `{"at", "user", "name", "text", "room"?}`, one JSON object a line. Envelopes keep
 * their ids and room; the short form's `room` takes the place of the context's. Everything is checked, and what
 * does not fit is refused with the reason.
 */
export function createJsonlDecoder(outer: DecodeContext): Decoder {
  const repeats = createOccurrences();
  return createLineDecoder(outer, (text, _line, context): LineReading => {
    if (text.trim() === '') return SKIPPED;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return { kind: 'refused', fault: fault('invalid', 'this line is not JSON') };
    }
    if (isEnvelope(value)) {
      const parsed = parseEvent(value);
      if (!parsed.ok) return { kind: 'refused', fault: parsed.fault };
      return { kind: 'events', events: [parsed.value] };
    }
    const short = ShortForm.safeParse(value);
    if (!short.success) {
      const issue = short.error.issues[0];
      const code = issue?.code === 'too_big' ? 'too_large' : 'invalid';
      return { kind: 'refused', fault: fault(code, `${issue?.path.join('.') || 'line'}: ${issue?.message}`) };
    }
    const broken = loneSurrogateAt(short.data, '');
    if (broken !== null) {
      return { kind: 'refused', fault: fault('invalid', `${broken}: half of a surrogate pair`) };
    }
    return { kind: 'events', events: [fromShort(short.data, text, context, repeats)] };
  });
}

function isEnvelope(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'eventId' in value && 'kind' in value;
}

function fromShort(
  form: z.infer<typeof ShortForm>,
  line: string,
  context: DecodeContext,
  repeats: ReturnType<typeof createOccurrences>,
) {
  const hash = hashKey(line);
  const key = `${form.at === undefined ? `${context.session}.` : ''}h${hash}.${repeats.next(hash)}`;
  const id = form.user === undefined || form.user === '' ? null : form.user;
  const named = id !== null || form.name !== undefined;
  return makeEvent(
    form.room ? { ...context, roomId: form.room } : context,
    'text',
    {
      kind: 'chat',
      body: { messageId: key, text: form.text },
      actor: named
        ? {
            id,
            idKind: id === null ? 'masked' : 'uid',
            name: form.name ?? id ?? '',
            roles: [],
            badges: [],
            anonymous: id === null,
            actionable: id !== null,
          }
        : undefined,
    },
    {
      key,
      occurredAt: form.at ?? null,
      tsPrecision: 'ms',
      raw: { encoding: 'json', data: line.length > EVENT_LIMITS.raw ? '' : line },
      parserVersion: 'jsonl@1',
    },
  );
}
