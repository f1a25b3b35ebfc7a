/** A piece of somebody's text as the page may show it. */
export type TextPiece =
  | { readonly kind: 'plain'; readonly text: string; readonly marked: boolean }
  /** A character that shows nothing or changes the reading direction; shown as a box with its code. */
  | { readonly kind: 'hidden'; readonly code: string; readonly marked: boolean };

// Controls, formats (zero-width, bidi, soft hyphen, tags), lone surrogates, line ends; the rest are letters that show nothing.
const HIDDEN = /\p{Cc}|\p{Cf}|\p{Cs}|\p{Zl}|\p{Zp}|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u3164|\uffa0/gu;
const EMOJI_BEFORE = /\p{Extended_Pictographic}[\u{1f3fb}-\u{1f3ff}]?\ufe0f?$/u;
const EMOJI_AFTER = /^\p{Extended_Pictographic}/u;
/** What most chat is made of, and what needs no second look. */
const PLAIN = /^[ -~\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]*$/;
/** No more than this many marks may stack on one letter. */
const STACKED_MARKS = /(\p{Mn}{3})\p{Mn}+/gu;

/**
 * Cuts a text into what can be shown as it is and hidden characters made visible. `spans` are
 * UTF-16 offsets `[start, end)` of what is to be marked; out-of-range and reversed ones are ignored.
 */
export function textPieces(
  text: string,
  spans: readonly (readonly [number, number])[] = [],
): readonly TextPiece[] {
  if (spans.length === 0 && PLAIN.test(text))
    return text === '' ? [] : [{ kind: 'plain', text, marked: false }];
  const sound = spans.filter(([from, to]) => from >= 0 && to > from && from < text.length);
  const cuts = cutPoints(text, sound);
  const pieces: TextPiece[] = [];
  let start = 0;
  for (const end of cuts) {
    if (end <= start) continue;
    const marked = sound.some(([from, to]) => from <= start && end <= to);
    pushPieces(pieces, text, start, end, marked);
    start = end;
  }
  return pieces;
}

function cutPoints(text: string, spans: readonly (readonly [number, number])[]): readonly number[] {
  const points = new Set([text.length]);
  for (const [from, to] of spans) {
    points.add(from);
    points.add(Math.min(to, text.length));
  }
  return [...points].sort((a, b) => a - b);
}

function pushPieces(pieces: TextPiece[], text: string, start: number, end: number, marked: boolean): void {
  const part = text.slice(start, end);
  let from = 0;
  for (const match of part.matchAll(HIDDEN)) {
    if (match[0] === '\u200d' && joinsEmoji(text, start + match.index)) continue;
    pushPlain(pieces, part.slice(from, match.index), marked);
    pieces.push({ kind: 'hidden', code: codeOf(match[0]), marked });
    from = match.index + match[0].length;
  }
  pushPlain(pieces, part.slice(from), marked);
}

function pushPlain(pieces: TextPiece[], text: string, marked: boolean): void {
  if (text !== '') pieces.push({ kind: 'plain', text: text.replace(STACKED_MARKS, '$1'), marked });
}

function joinsEmoji(text: string, at: number): boolean {
  return EMOJI_BEFORE.test(text.slice(Math.max(0, at - 8), at)) && EMOJI_AFTER.test(text.slice(at + 1));
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
