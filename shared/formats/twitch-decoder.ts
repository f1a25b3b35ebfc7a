import { fault } from '../domain/fault.ts';
import type { DecodeContext, Decoder } from './decoder.ts';
import { createLineDecoder, SKIPPED } from './line-decoder.ts';
import { createTwitchState, readTwitchLine } from './twitch-irc.ts';

/** Raw Twitch IRC, one line each, with or without tags. */
export function createTwitchDecoder(outer: DecodeContext): Decoder {
  const state = createTwitchState();
  return createLineDecoder(outer, (text, _line, context) => {
    if (text.trim() === '') return SKIPPED;
    const read = readTwitchLine(text, context, state);
    switch (read.kind) {
      case 'event':
        return { kind: 'events', events: [read.event] };
      case 'transport':
        return SKIPPED;
      case 'malformed':
        return { kind: 'refused', fault: fault('invalid', 'this line is not IRC') };
    }
  });
}
