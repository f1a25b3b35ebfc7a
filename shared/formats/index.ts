import { exhaustive } from '../domain/result.ts';
import { createBilibiliPacketsDecoder } from './bilibili-packets.ts';
import { createBilibiliXmlDecoder } from './bilibili-xml.ts';
import type { DecodeContext, Decoder, Format } from './decoder.ts';
import { createJsonlDecoder } from './jsonl.ts';
import { createTextDecoder } from './text.ts';
import { createTwitchDecoder } from './twitch-decoder.ts';

export type { DecodeContext, DecodeCounters, Decoded, Decoder, Format } from './decoder.ts';
export { counter, knownFormats } from './decoder.ts';

/** A streaming decoder for one of the recorded formats. */
export function createDecoder(format: Format, context: DecodeContext): Decoder {
  switch (format) {
    case 'jsonl':
      return createJsonlDecoder(context);
    case 'text':
      return createTextDecoder(context);
    case 'twitch-irc':
      return createTwitchDecoder(context);
    case 'bilibili-packets':
      return createBilibiliPacketsDecoder(context);
    case 'bilibili-xml':
      return createBilibiliXmlDecoder(context);
    default:
      return exhaustive(format);
  }
}

/** Tells a recording's format from its beginning; `text` where nothing else fits. */
export function detectFormat(firstChunk: string): Format {
  const head = firstChunk.replace(/^\ufeff/, '').trimStart();
  if (/^<(?:\?xml|i\b|!--|!DOCTYPE)/.test(head)) return 'bilibili-xml';
  const line = head.slice(0, endOfLine(head));
  if (line.startsWith('{')) {
    return /^\{\s*"(?:case|cmd)"\s*:|"cmd"\s*:\s*"[A-Za-z_]+/.test(line.slice(0, 4000))
      ? 'bilibili-packets'
      : 'jsonl';
  }
  const isIrc =
    /^(?:@\S+ +)?(?::\S+ +)?(?:PRIVMSG|USERNOTICE|CLEARCHAT|CLEARMSG|ROOMSTATE|NOTICE|JOIN|PART|CAP|PING|\d{3})\b/;
  return isIrc.test(line) && /^[@:]|^PING/.test(line) ? 'twitch-irc' : 'text';
}

function endOfLine(text: string): number {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at;
}
