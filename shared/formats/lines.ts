import { fault } from '../domain/fault.ts';
import type { Decoded } from './decoder.ts';
import { MAX_UNIT } from './decoder.ts';

/** A whole line without its end, or the news that one was too long to keep. */
export type Line = { readonly line: number; readonly text: string } | (Decoded & { readonly text?: never });

/** Cuts chunks into lines: LF or CRLF, a byte order mark dropped, over-long lines refused. */
export interface LineSplitter {
  readonly push: (chunk: string) => readonly Line[];
  readonly end: () => readonly Line[];
  /** Lines seen so far. */
  readonly lines: () => number;
}

/** A splitter that never holds more than {@link MAX_UNIT} units of an unfinished line. */
export function createLineSplitter(): LineSplitter {
  let rest = '';
  let line = 0;
  let started = false;
  let overflow = false;

  const finish = (text: string): Line => {
    line++;
    if (overflow || text.length > MAX_UNIT) {
      overflow = false;
      return { line, refused: fault('too_large', `line ${line} is longer than ${MAX_UNIT} characters`) };
    }
    return { line, text: text.endsWith('\r') ? text.slice(0, -1) : text };
  };

  const push = (chunk: string): readonly Line[] => {
    if (chunk === '') return [];
    let input = chunk;
    if (!started) {
      started = true;
      if (input.charCodeAt(0) === 0xfeff) input = input.slice(1);
    }
    const out: Line[] = [];
    let from = 0;
    for (let at = input.indexOf('\n'); at >= 0; at = input.indexOf('\n', from)) {
      out.push(finish(rest + input.slice(from, at)));
      rest = '';
      from = at + 1;
    }
    rest += input.slice(from);
    if (rest.length > MAX_UNIT + 1) {
      overflow = true;
      rest = '';
    }
    return out;
  };

  const end = (): readonly Line[] => {
    if (rest === '' && !overflow) return [];
    const last = finish(rest);
    rest = '';
    return [last];
  };

  return { push, end, lines: () => line };
}
