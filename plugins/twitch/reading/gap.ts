import type { EventBodies, LiveEvent } from '../../../shared/domain/event.ts';
import type { DecodeContext } from '../../../shared/formats/decoder.ts';
import { makeEvent } from '../../../shared/formats/envelope.ts';

/** Declares that something is missing. Twitch replays nothing, so it stays missing (PROTOCOLS §5). */
export function gapEvent(context: DecodeContext, body: EventBodies['gap']): LiveEvent {
  return makeEvent(
    context,
    'twitch',
    { kind: 'gap', body },
    {
      key: `${context.session}:${body.fromAt}`,
      occurredAt: null,
      tsPrecision: 'ms',
      raw: { encoding: 'none', data: '' },
      parserVersion: 'twitch-gap@1',
    },
  );
}
