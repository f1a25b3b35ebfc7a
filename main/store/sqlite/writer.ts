/**
 * The writing engine, inside the worker thread. One write may touch a day's file and the decisions
 * file, and SQLite makes only each of them atomic. So every batch has a number and this order:
 *
 * 1. transactions are opened in all files touched, and everything is written;
 * 2. the day files commit, each with the batch's number, its first row, and `paired = 1` where the
 *    batch also touches another file;
 * 3. the decisions file commits with the same number: this is the moment the write happened.
 *
 * A kill before 3 leaves a day file ahead of the decisions file. Opening sees `paired` and the higher
 * number, and takes that one batch back (`day-undo.ts`), sums included. There is never more than one
 * such batch, because the next begins after 3. A batch that touches a single file needs none of this.
 * After a power cut the decisions file (FULL) may be ahead of a day file (NORMAL): flags carry a copy
 * of their evidence and stay readable without it.
 */
import type { AuditEntry } from '../../../shared/domain/audit.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import { DAY_MS } from '../days.ts';
import { toStoreError } from '../store-error.ts';
import type { DayFiles, DayPlan } from './day-files.ts';
import type { DayWriter } from './day-writer.ts';
import type { DecisionsWriter } from './decisions-writer.ts';
import type { WriteOutcome, WriteStep } from './messages.ts';

/** What the engine works with. */
export interface WriterParts {
  readonly decisions: DecisionsWriter;
  readonly days: DayFiles;
  /** The highest batch number in any file. */
  readonly lastBatch: number;
  /** Called between the commits of the day files and that of the decisions file; tests kill here. */
  readonly between?: (() => void) | undefined;
}

/** The writing engine. */
export interface Writer {
  /** Commits several writes at once; where that fails, each on its own. */
  readonly commit: (writes: readonly (readonly WriteStep[])[]) => readonly WriteOutcome[];
}

/** How long into a file its predecessor is still asked about repeats. */
const REPEAT_WINDOW_MS = DAY_MS / 4;

/** Makes the engine from opened and recovered files. */
export function createWriter(parts: WriterParts): Writer {
  const { decisions, days } = parts;
  let batch = parts.lastBatch;
  /** Set when a batch could not be taken back; only opening again helps then. */
  let isBroken = false;
  return { commit };

  function commit(writes: readonly (readonly WriteStep[])[]): readonly WriteOutcome[] {
    try {
      if (isBroken) throw new Error('an earlier failure left the files apart; open the store again');
      return together(writes);
    } catch (thrown) {
      if (writes.length > 1) return writes.flatMap((write) => commit([write]));
      return [{ ok: false, fault: toStoreError('write', thrown).fault }];
    }
  }

  function together(writes: readonly (readonly WriteStep[])[]): readonly WriteOutcome[] {
    const planned = writes.map((steps) =>
      steps.map((step) => ({ step, plan: step.step === 'events' ? days.plan(step.columns.received) : [] })),
    );
    const files = new Set(planned.flat().flatMap(({ plan }) => plan.map(({ file }) => file)));
    const isDeciding = planned.flat().some(({ step }) => step.step !== 'events');
    const isPaired = files.size > 0 && (isDeciding || files.size > 1);
    const committed: DayWriter[] = [];
    batch += 1;
    try {
      for (const file of files) file.begin();
      if (isDeciding || isPaired) decisions.begin();
      const outcomes = planned.map(apply);
      for (const file of files) {
        file.commit({ number: batch, isPaired });
        committed.push(file);
      }
      if (isPaired) parts.between?.();
      if (isDeciding || isPaired) decisions.commit(isPaired ? batch : undefined);
      return outcomes;
    } catch (thrown) {
      takeBack(files, committed);
      throw thrown;
    }
  }

  function apply(
    steps: readonly { readonly step: WriteStep; readonly plan: readonly DayPlan[] }[],
  ): WriteOutcome {
    const duplicates: string[] = [];
    const audit: AuditEntry[] = [];
    for (const { step, plan } of steps) {
      switch (step.step) {
        case 'events':
          duplicates.push(...insert(step, plan));
          break;
        case 'put':
          decisions.put(step);
          break;
        case 'delete':
          decisions.remove(step.table, step.id);
          break;
        case 'audit':
          audit.push(decisions.audit(JSON.parse(step.draft)));
          break;
        default:
          exhaustive(step);
      }
    }
    return { ok: true, duplicates, audit };
  }

  function insert(step: Extract<WriteStep, { step: 'events' }>, plan: readonly DayPlan[]): readonly string[] {
    const { ids, received } = step.columns;
    return plan
      .flatMap(({ file, indexes, before }) => {
        const isRepeat = (index: number): boolean =>
          before !== undefined &&
          (received[index] ?? 0) - before.endedAt < REPEAT_WINDOW_MS &&
          before.file.has(ids[index] ?? '');
        const old = before === undefined ? [] : indexes.filter(isRepeat);
        const fresh = old.length === 0 ? indexes : indexes.filter((index) => !old.includes(index));
        return [...old, ...file.insert(step.columns, fresh)];
      })
      .sort((left, right) => left - right)
      .map((index) => ids[index] ?? '');
  }

  function takeBack(files: ReadonlySet<DayWriter>, committed: readonly DayWriter[]): void {
    try {
      decisions.rollback();
      for (const file of files) {
        if (committed.includes(file)) file.undo();
        else file.rollback();
      }
    } catch {
      isBroken = true;
    }
  }
}
