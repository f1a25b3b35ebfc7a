import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { type Format, knownFormats } from '../../../shared/formats/index.ts';

/** What was typed after `scan`. */
export interface ScanArgs {
  /** A path, or `-` for standard input. */
  readonly file: string;
  /** Told from the input's beginning where it is not given. */
  readonly format?: string | undefined;
  readonly room?: string | undefined;
  readonly history?: readonly string[] | undefined;
  /** False alerts per 1,000 messages to aim at; default 3. */
  readonly budget?: number | string | undefined;
  readonly all?: boolean | undefined;
}

/** The same, checked. */
export interface ScanOptions {
  readonly file: string;
  readonly format: Format | null;
  readonly room: string;
  readonly history: readonly string[];
  readonly budget: number;
  readonly all: boolean;
}

/** Checks what was typed; the fault says what is wrong and what would be right. */
export function checkScanArgs(args: ScanArgs): Result<ScanOptions> {
  if (args.file === '') return wrong('no FILE is given; name a file, or - for standard input');
  const format = args.format ?? null;
  if (format !== null && !isFormat(format)) {
    return wrong(`--format ${format} is unknown; use one of ${knownFormats.join(', ')}`);
  }
  const room = args.room ?? 'scan';
  if (!/^[\w.-]{1,64}$/.test(room)) {
    return wrong(`--room ${room} is no room id; use up to 64 letters, digits, _ - .`);
  }
  const budget = args.budget === undefined ? 3 : Number(args.budget);
  if (!(budget >= 0.01 && budget <= 1000)) {
    return wrong(`--budget ${args.budget} is no number from 0.01 to 1000; leave it out for 3`);
  }
  return ok({ file: args.file, format, room, history: args.history ?? [], budget, all: args.all ?? false });
}

function isFormat(name: string): name is Format {
  return (knownFormats as readonly string[]).includes(name);
}

function wrong(detail: string): Result<never> {
  const problem: Fault = fault('invalid', detail);
  return fail(problem);
}
