import { squeezeTerm } from '../detect/lexicon/compile.ts';
import { plainForm } from './disguise.ts';
import { RULE_LIMITS } from './limits.ts';
import { type CsvLine, csvRows } from './read-csv.ts';
import type { ImportReport, SkippedWord, SkipReason } from './views.ts';
import type { Variants } from './words.ts';

/** A word as a file has it. */
export interface RawWord {
  /** Line of the file, or place in the JSON, from 1. */
  readonly line: number;
  readonly value: string;
  readonly kind: 'word' | 'except';
}

/** What was taken, and what was left out and why. */
export interface WordImport {
  readonly words: readonly string[];
  readonly except: readonly string[];
  readonly report: ImportReport;
}

/** Skipped lines told one by one; all are counted. */
const MOST_TOLD = 500;
/** Control characters, and what stands for broken bytes. */
const BROKEN = /[\p{Cc}\ufffd]/u;
const EXCEPTION_WORDS: ReadonlySet<string> = new Set([
  'except',
  'exception',
  'allow',
  '例外',
  '允许',
  '排除',
]);
const WORD_COLUMNS: ReadonlySet<string> = new Set([
  'word',
  'words',
  'term',
  'text',
  'keyword',
  '词',
  '词语',
  '关键词',
  '敏感词',
]);
const KIND_COLUMNS: ReadonlySet<string> = new Set(['kind', 'type', '类型', '种类']);

/** The format a file most likely has: JSON by its first sign, CSV by a comma, tab or quote in its first lines. */
export function formatOf(text: string): 'text' | 'csv' | 'json' {
  const start = text.replace(/^\ufeff/, '').trimStart();
  if (start.startsWith('[') || start.startsWith('{')) return 'json';
  const lines = start.split('\n', 20);
  return lines.some((line) => /[,;\t"]/.test(line)) ? 'csv' : 'text';
}

/**
 * Reads the words of a file. Text has one a line; `!` in front makes an exception, `#` a comment. CSV has a column
 * `word`, and may have a column `kind` (`word`, `except`); without such a head each cell is a word. JSON is an array of texts or
 * `{words, except}`. Lines that are no words come back as `malformed`.
 */
export function readWords(
  text: string,
  format: 'text' | 'csv' | 'json',
): { readonly words: readonly RawWord[]; readonly malformed: readonly SkippedWord[] } {
  const plain = text.replace(/^\ufeff/, '');
  switch (format) {
    case 'text':
      return { words: fromLines(plain), malformed: [] };
    case 'csv':
      return fromCsv(plain);
    case 'json':
      return fromJson(plain);
  }
}

/** What is to be kept of raw words beside those a list has already. */
export function takeWords(
  raw: readonly RawWord[],
  options: {
    readonly variants: Variants;
    readonly words: readonly string[];
    readonly except: readonly string[];
    readonly format: 'text' | 'csv' | 'json';
    readonly encoding: string;
    readonly malformed?: readonly SkippedWord[];
  },
): WordImport {
  const { variants } = options;
  const skipped: SkippedWord[] = [...(options.malformed ?? [])];
  const words = new Map<string, string>();
  const except = new Map<string, string>();
  const formOf = (word: string): string => plainForm(word, variants) || word;
  for (const word of options.words) words.set(formOf(word), word);
  for (const word of options.except) except.set(formOf(word), word);
  let room = RULE_LIMITS.listWords - words.size;
  let exceptRoom = RULE_LIMITS.listWords - except.size;
  for (const { line, value, kind } of raw) {
    const skip = (why: SkipReason, other?: string): void => {
      skipped.push({
        line,
        value: shown(value),
        why,
        ...(other === undefined ? {} : { other: shown(other) }),
      });
    };
    const word = value.trim();
    if (word === '') skip('empty');
    else if (BROKEN.test(word) || !word.isWellFormed()) skip('bad_encoding');
    else if (word.length > RULE_LIMITS.word) skip('too_long');
    else if (squeezeTerm(word).symbols.length === 0 && variants.gaps) skip('no_letters');
    else {
      const form = formOf(word);
      const [own, others] = kind === 'word' ? [words, except] : [except, words];
      const same = own.get(form);
      const against = others.get(form);
      if (same === word) skip('duplicate');
      else if (same !== undefined) skip('same_as', same);
      else if (against !== undefined) skip('contradictory', against);
      else if ((kind === 'word' ? room : exceptRoom) <= 0) skip('over_limit');
      else {
        own.set(form, word);
        if (kind === 'word') room -= 1;
        else exceptRoom -= 1;
      }
    }
  }
  const skippedCounts: Partial<Record<SkipReason, number>> = {};
  for (const { why } of skipped) skippedCounts[why] = (skippedCounts[why] ?? 0) + 1;
  const report: ImportReport = {
    format: options.format,
    encoding: options.encoding,
    read: raw.length + (options.malformed?.length ?? 0),
    words: words.size - options.words.length,
    except: except.size - options.except.length,
    skippedCounts,
    skipped: skipped.slice(0, MOST_TOLD),
  };
  return { words: [...words.values()], except: [...except.values()], report };
}

function fromLines(text: string): readonly RawWord[] {
  return text.split(/\r\n|\r|\n/).flatMap((value, index, all): RawWord[] => {
    const line = index + 1;
    if (value.startsWith('#')) return [];
    // The file's last line break ends a line, it does not begin an empty one.
    if (value === '' && index === all.length - 1) return [];
    if (value.startsWith('!')) return [{ line, value: value.slice(1), kind: 'except' }];
    return [{ line, value, kind: 'word' }];
  });
}

function fromCsv(text: string): ReturnType<typeof readWords> {
  const { rows, malformed } = csvRows(text);
  const header = (rows[0]?.cells ?? []).map((cell) => cell.trim().toLowerCase());
  const wordAt = header.findIndex((cell) => WORD_COLUMNS.has(cell));
  const kindAt = header.findIndex((cell) => KIND_COLUMNS.has(cell));
  const words =
    wordAt < 0
      ? rows.flatMap(wordsOfRow)
      : rows.slice(1).map(({ line, cells }): RawWord => {
          const kind = kindAt >= 0 ? (cells[kindAt] ?? '').trim().toLowerCase() : '';
          const value = undisarmed(cells[wordAt] ?? '');
          return { line, value, kind: EXCEPTION_WORDS.has(kind) ? 'except' : 'word' };
        });
  const broken = malformed.map((line) => ({ line, value: '', why: 'malformed' as const }));
  return { words, malformed: broken };
}

/** Without a head nothing tells which column is meant: every cell that holds something is a word. */
function wordsOfRow({ line, cells }: CsvLine): readonly RawWord[] {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return (filled.length === 0 ? [''] : filled).map((cell) => ({
    line,
    value: undisarmed(cell),
    kind: 'word',
  }));
}

/** Our own export puts an apostrophe before what a spreadsheet would take for a formula. */
function undisarmed(cell: string): string {
  return /^'[\s\p{Z}\p{Cf}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]/u.test(cell) ? cell.slice(1) : cell;
}

function fromJson(text: string): ReturnType<typeof readWords> {
  const parsed = parsedJson(text);
  if (parsed === undefined)
    return { words: [], malformed: [{ line: 1, value: shown(text), why: 'malformed' }] };
  const root = Array.isArray(parsed) ? { words: parsed, except: [] } : parsed;
  const words: RawWord[] = [];
  const malformed: SkippedWord[] = [];
  let line = 0;
  for (const kind of ['words', 'except'] as const) {
    const list: unknown =
      typeof root === 'object' && root !== null && kind in root ? Reflect.get(root, kind) : [];
    if (!Array.isArray(list)) {
      malformed.push({ line: line + 1, value: kind, why: 'malformed' });
      continue;
    }
    for (const item of list) {
      line += 1;
      const value: unknown = typeof item === 'object' && item !== null && 'word' in item ? item.word : item;
      if (typeof value === 'string') words.push({ line, value, kind: kind === 'words' ? 'word' : 'except' });
      else malformed.push({ line, value: shown(JSON.stringify(item) ?? ''), why: 'malformed' });
    }
  }
  return { words, malformed };
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** At most 80 characters; what cannot be seen is written out. */
function shown(value: string): string {
  const cut = value.length > 80 ? `${value.slice(0, 79)}…` : value;
  return cut
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}]/gu, (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`);
}
