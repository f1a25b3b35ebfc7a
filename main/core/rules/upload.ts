import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { WordList } from '../../../shared/rules/words.ts';
import { csvText } from '../csv.ts';

/** A file as text, with the encoding it was in. */
export interface DecodedFile {
  readonly text: string;
  readonly encoding: string;
}

/**
 * The text of an uploaded file: by its byte order mark, else UTF-8 where every byte fits, else GB18030, which
 * Chinese spreadsheets write. What fits neither keeps signs for broken bytes; those words are left out later.
 */
export function decodeFile(input: {
  readonly text?: string | undefined;
  readonly base64?: string | undefined;
}): Result<DecodedFile> {
  if (input.text !== undefined) return ok({ text: input.text, encoding: 'text' });
  if (input.base64 === undefined) return fail(fault('invalid', 'text or base64'));
  const bytes = Buffer.from(input.base64, 'base64');
  const marked = MARKS.find(([mark]) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return ok({ text: decoded(bytes, marked[1], false) ?? '', encoding: marked[1] });
  const utf8 = decoded(bytes, 'utf-8', true);
  if (utf8 !== undefined) return ok({ text: utf8, encoding: 'utf-8' });
  const gb = decoded(bytes, 'gb18030', true);
  return gb === undefined
    ? ok({ text: decoded(bytes, 'utf-8', false) ?? '', encoding: 'utf-8' })
    : ok({ text: gb, encoding: 'gb18030' });
}

/** A list as a file. In CSV a word that a spreadsheet would take for a formula is disarmed. */
export function listFile(
  list: WordList,
  format: 'text' | 'csv' | 'json',
): { readonly name: string; readonly mediaType: string; readonly text: string } {
  const name = `${list.id}-v${list.version}`;
  switch (format) {
    case 'text':
      return { name: `${name}.txt`, mediaType: 'text/plain', text: textOf(list) };
    case 'csv':
      return {
        name: `${name}.csv`,
        mediaType: 'text/csv',
        text: csvText(
          ['word', 'kind'],
          [...list.words.map((word) => [word, 'word']), ...list.except.map((word) => [word, 'except'])],
        ),
      };
    case 'json': {
      const { words, except, variants } = list;
      return {
        name: `${name}.json`,
        mediaType: 'application/json',
        text: `${JSON.stringify({ name: list.name, variants, words, except }, null, 2)}\n`,
      };
    }
  }
}

function textOf(list: WordList): string {
  return [...list.words, ...list.except.map((word) => `!${word}`)].map((line) => `${line}\n`).join('');
}

const MARKS: readonly (readonly [readonly number[], string])[] = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal }).decode(bytes);
  } catch {
    return undefined;
  }
}
