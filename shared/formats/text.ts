import { fault } from '../domain/fault.ts';
import type { DecodeContext, Decoder } from './decoder.ts';
import { makeEvent } from './envelope.ts';
import { createLineDecoder, SKIPPED } from './line-decoder.ts';

/**
 * One message a line and nothing else known: no time, no sender. Each line is its own unnamed
 * person, so that no detector takes strangers for one. Blank lines are skipped.
 */
export function createTextDecoder(outer: DecodeContext): Decoder {
  return createLineDecoder(outer, (text, line, context) => {
    if (text.trim() === '') return SKIPPED;
    if (text.length > 10_000)
      return { kind: 'refused', fault: fault('too_large', `${text.length} characters`) };
    const messageId = `${line}`;
    return {
      kind: 'events',
      events: [
        makeEvent(
          context,
          'text',
          { kind: 'chat', body: { messageId, text } },
          {
            key: `${context.session}:${line}`,
            occurredAt: null,
            tsPrecision: 'ms',
            raw: { encoding: 'text', data: text },
            parserVersion: 'text@1',
          },
        ),
      ],
    };
  });
}
