import { exhaustive } from '../domain/result.ts';
import { createBilibiliPacketsDecoder } from './bilibili-packets.ts';
import { createBilibiliXmlDecoder } from './bilibili-xml.ts';
import type { DecodeContext, Decoded, Decoder, Format } from './decoder.ts';
import { createJsonlDecoder } from './jsonl.ts';
import { createTextDecoder } from './text.ts';
import { createTwitchDecoder } from './twitch-decoder.ts';

export type { DecodeContext, DecodeCounters, Decoded, Decoder, Format } from './decoder.ts';
export { counter, knownFormats } from './decoder.ts';

/** A streaming decoder for one of the recorded formats; `auto` tells which from the beginning. */
export function createDecoder(format: Format | 'auto', context: DecodeContext): Decoder {
  switch (format) {
    case 'auto':
      return createAutoDecoder(context);
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

/** Enough to tell a format by, where no line ends before, UTF-16 units. */
const ENOUGH = 65_536;

function createAutoDecoder(context: DecodeContext): Decoder {
  let held = '';
  let decoder: Decoder | null = null;
  const open = (): Decoder => {
    decoder ??= createDecoder(detectFormat(held), context);
    return decoder;
  };
  const push = (chunk: string): readonly Decoded[] => {
    if (decoder !== null) return decoder.push(chunk);
    held += chunk;
    if (!/\S[^\n]*\n/.test(held) && held.length < ENOUGH) return [];
    const first = open().push(held);
    held = '';
    return first;
  };
  return {
    push,
    end: () => {
      const rest = decoder === null ? open().push(held) : [];
      return [...rest, ...open().end()];
    },
    counters: () => open().counters(),
  };
}

function endOfLine(text: string): number {
  const at = text.indexOf('\n');
  return at < 0 ? text.length : at;
}
