import type { AuditEntry } from '../../../shared/domain/audit.ts';
import type { Fault } from '../../../shared/domain/fault.ts';
import type { Store, StoreGauges, TableName } from '../store.ts';
import type { EventColumns } from './columns.ts';

/** One operation of a write, ready for the writer: everything is text and numbers. */
export type WriteStep =
  | { readonly step: 'events'; readonly columns: EventColumns }
  | {
      readonly step: 'put';
      readonly table: TableName;
      readonly id: string;
      readonly at: number;
      /** The indexed columns in the order of `fieldsOf`. */
      readonly fields: readonly (string | null)[];
      readonly doc: string;
    }
  | { readonly step: 'delete'; readonly table: TableName; readonly id: string }
  | { readonly step: 'audit'; readonly draft: string };

/** What one write came to. */
export type WriteOutcome =
  | { readonly ok: true; readonly duplicates: readonly string[]; readonly audit: readonly AuditEntry[] }
  | { readonly ok: false; readonly fault: Fault };

/** What the writer tells with every answer. */
export interface WriterReport {
  readonly files: StoreGauges['files'];
  /** Events in all files. */
  readonly events: number;
  readonly lastCommitMs: number;
  readonly commits: number;
}

type RetainRule = Parameters<Store['retain']>[0];

/** What the writer is asked. */
export type WriterRequest =
  | { readonly kind: 'write'; readonly id: number; readonly steps: readonly WriteStep[] }
  | { readonly kind: 'retire'; readonly id: number; readonly rule: RetainRule }
  | { readonly kind: 'forget'; readonly id: number; readonly days: readonly string[] }
  | { readonly kind: 'rewind'; readonly id: number }
  | { readonly kind: 'close'; readonly id: number };

/** What the writer answers. */
export type WriterReply =
  | {
      readonly kind: 'written';
      readonly outcomes: readonly (readonly [id: number, outcome: WriteOutcome])[];
      readonly report: WriterReport;
    }
  | { readonly kind: 'done'; readonly id: number; readonly value: unknown; readonly report: WriterReport }
  | { readonly kind: 'failed'; readonly id: number; readonly fault: Fault; readonly report: WriterReport }
  /** Nothing is left to do. */
  | { readonly kind: 'rest'; readonly report: WriterReport }
  /** Upkeep failed; writing may still work. */
  | { readonly kind: 'trouble'; readonly fault: Fault; readonly report: WriterReport };

/** What the keeper is asked: one round over the files. */
export type KeeperRequest = 'round';

/** What the keeper answers. */
export type KeeperReply =
  | { readonly kind: 'kept'; readonly longest: number }
  | { readonly kind: 'trouble'; readonly fault: Fault };

/** The reads, by name, with their arguments; rows come back as JSON text. */
export type ReadName =
  | 'get'
  | 'list'
  | 'events'
  | 'eventById'
  | 'person'
  | 'persons'
  | 'timeline'
  | 'audit'
  | 'recentEventIds'
  | 'nextOffsets'
  | 'discard';

/** What the reader is asked. */
export interface ReaderRequest {
  readonly id: number;
  readonly name: ReadName | 'close';
  readonly args: readonly unknown[];
}

/** What the reader answers: JSON, or a fault. */
export type ReaderReply =
  | { readonly id: number; readonly ok: true; readonly json: string }
  | { readonly id: number; readonly ok: false; readonly fault: Fault };
