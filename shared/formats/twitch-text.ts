import type { Fragment } from '../domain/event.ts';

const ACTION = '\u0001ACTION ';

/** A `/me` message's words, or the text as it is. */
export function unwrapAction(text: string): { readonly text: string; readonly isAction: boolean } {
  if (!text.startsWith(ACTION)) return { text, isAction: false };
  const end = text.endsWith('\u0001') ? text.length - 1 : text.length;
  return { text: text.slice(ACTION.length, end), isAction: true };
}

/**
 * Splits a text at its emotes and, in a paid message, its cheermotes. The `emotes` tag counts code
 * points (`id:from-to,from-to/id:…`). Undefined where the text is plain.
 */
export function twitchFragments(
  text: string,
  emotes: string,
  paid: boolean,
): readonly Fragment[] | undefined {
  const spans = emotes === '' ? [] : emoteSpans(text, emotes);
  if (spans.length === 0 && !paid) return undefined;
  const out: Fragment[] = [];
  let at = 0;
  for (const span of spans) {
    if (span.from < at) continue;
    if (span.from > at) out.push(...plain(text.slice(at, span.from), paid));
    out.push({ type: 'emote', text: text.slice(span.from, span.to), emoteId: span.id });
    at = span.to;
  }
  if (at < text.length) out.push(...plain(text.slice(at), paid));
  return out.length > 500 ? undefined : out;
}

interface EmoteSpan {
  readonly id: string;
  readonly from: number;
  readonly to: number;
}

function emoteSpans(text: string, emotes: string): readonly EmoteSpan[] {
  const offsets = codePointOffsets(text);
  const spans: EmoteSpan[] = [];
  for (const group of emotes.split('/')) {
    const colon = group.indexOf(':');
    if (colon < 0) continue;
    for (const range of group.slice(colon + 1).split(',')) {
      const match = /^(\d{1,5})-(\d{1,5})$/.exec(range);
      const from = offsets[Number(match?.[1])];
      const to = offsets[Number(match?.[2]) + 1];
      if (from !== undefined && to !== undefined && from < to)
        spans.push({ id: group.slice(0, colon), from, to });
    }
  }
  return spans.sort((a, b) => a.from - b.from);
}

function codePointOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let at = 0;
  for (const point of text) {
    offsets.push(at);
    at += point.length;
  }
  offsets.push(at);
  return offsets;
}

function plain(text: string, paid: boolean): readonly Fragment[] {
  if (!paid) return [{ type: 'text', text }];
  return text
    .split(/(?<!\S)([A-Za-z]{1,32}\d{1,7})(?!\S)/)
    .filter((part) => part !== '')
    .map((part) => {
      const cheer = /^[A-Za-z]+(\d+)$/.exec(part);
      return cheer ? { type: 'cheermote', text: part, bits: Number(cheer[1]) } : { type: 'text', text: part };
    });
}
