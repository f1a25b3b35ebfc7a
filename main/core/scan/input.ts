import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';

/** Newest lines of a history that are learnt from. */
const MOST_HISTORY = 200_000;

/** The input as UTF-8 text in pieces; read as it comes, whatever its size. */
export function openInput(file: string, stdin: Readable): AsyncIterable<string> {
  const stream = file === '-' ? stdin : createReadStream(file, { highWaterMark: 256 * 1024 });
  stream.setEncoding('utf8');
  return stream;
}

/** Unlabelled chat of the room, one message a line, from all history files. */
export async function readHistory(files: readonly string[]): Promise<Result<readonly string[]>> {
  const lines: string[] = [];
  for (const file of files) {
    try {
      const text = await readFile(file, 'utf8');
      for (const line of text.replace(/^\ufeff/, '').split(/\r?\n/)) if (line.trim() !== '') lines.push(line);
    } catch (error) {
      return fail(unreadable('--history', file, error));
    }
  }
  return ok(lines.slice(-MOST_HISTORY));
}

/** Says which file could not be read, why, and what to do. */
export function unreadable(what: string, file: string, error: unknown) {
  const code = (error as NodeJS.ErrnoException).code ?? String(error);
  const why = WHY[code] ?? code;
  return fault('not_found', `${what} ${file} cannot be read: ${why}; check the path and its permissions`, {
    native: code,
  });
}

const WHY: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
};
