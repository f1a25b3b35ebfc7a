import { fault } from '../shared/domain/fault.ts';
import { fail, ok, type Result } from '../shared/domain/result.ts';

/** What the command line asks for. */
export interface BenchArguments {
  /** Names of cases; empty means all. */
  readonly cases: readonly string[];
  readonly quick: boolean;
  readonly json?: string;
  readonly doc?: string;
  /** Numbers for cases, by name. */
  readonly numbers: Readonly<Record<string, number>>;
}

/** What cases may be told in numbers. */
const NUMBERS: readonly string[] = ['hours', 'rows', 'events', 'messages', 'kills', 'seconds', 'runs'];

export const USAGE = `npm run bench -- [CASE…] [--quick] [--json FILE] [--doc FILE] ${NUMBERS.map((name) => `[--${name} N]`).join(' ')}`;

/** Reads `[CASE…] [--quick] [--json FILE] [--doc FILE] [--NAME NUMBER]…`. */
export function readArguments(args: readonly string[], known: readonly string[]): Result<BenchArguments> {
  const cases: string[] = [];
  const numbers: Record<string, number> = {};
  const files: { json?: string; doc?: string } = {};
  let quick = false;
  for (let at = 0; at < args.length; at += 1) {
    const word = args[at] ?? '';
    const value = args[at + 1];
    if (word === '--quick') quick = true;
    else if (word === '--json' || word === '--doc') {
      if (value === undefined || value.startsWith('--'))
        return fail(fault('invalid', `${word} needs a file`));
      if (word === '--json') files.json = value;
      else files.doc = value;
      at += 1;
    } else if (word.startsWith('--')) {
      if (!NUMBERS.includes(word.slice(2))) return fail(fault('invalid', `there is no ${word}`));
      const number = Number(value);
      if (value === undefined || !Number.isFinite(number))
        return fail(fault('invalid', `${word} needs a number`));
      numbers[word.slice(2)] = number;
      at += 1;
    } else if (known.includes(word)) cases.push(word);
    else return fail(fault('invalid', `no case “${word}”; there are: ${known.join(' ')}`));
  }
  return ok({ cases, quick, numbers, ...files });
}
