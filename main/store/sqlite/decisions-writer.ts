import type { AuditDraft, AuditEntry } from '../../../shared/domain/audit.ts';
import type { ChainEnd } from '../audit-chain.ts';
import { CHAIN_START, chainEntry } from '../audit-chain.ts';
import { COLUMN, fieldsOf, TABLES } from '../index-fields.ts';
import type { TableName } from '../store.ts';
import { invalid } from '../store-error.ts';
import type { Connection, Statement } from './database.ts';
import type { WriteStep } from './messages.ts';

/** The writing side of the decisions file. */
export interface DecisionsWriter {
  readonly begin: () => void;
  readonly put: (step: Extract<WriteStep, { step: 'put' }>) => void;
  readonly remove: (table: TableName, id: string) => void;
  readonly audit: (draft: AuditDraft) => AuditEntry;
  /** Commits; `batch` is remembered where day files wait for it. */
  readonly commit: (batch: number | undefined) => void;
  readonly rollback: () => void;
}

/** Starts writing to a migrated decisions file. */
export function decisionsWriter(db: Connection): DecisionsWriter {
  const begin = db.prepare('BEGIN IMMEDIATE');
  const commit = db.prepare('COMMIT');
  const puts = new Map<TableName, Statement>();
  const removes = new Map<TableName, Statement>();
  for (const table of TABLES) {
    const columns = ['id', 'at', ...fieldsOf(table).map((field) => COLUMN[field]), 'doc'];
    const updates = columns.slice(1).map((column) => `${column} = excluded.${column}`);
    puts.set(
      table,
      db.prepare(
        `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
          ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
      ),
    );
    removes.set(table, db.prepare(`DELETE FROM ${table} WHERE id = ?`));
  }
  const addAudit = db.prepare('INSERT INTO audit (seq, room_id, hash, doc) VALUES (?, ?, ?, ?)');
  const setBatch = db.prepare('UPDATE batch SET number = ?');
  let committed = chainEnd(db);
  let end = committed;

  return {
    begin: () => begin.run(),
    put: ({ table, id, at, fields, doc }) => {
      statementOf(puts, table).run(id, at, ...fields, doc);
    },
    remove: (table, id) => {
      statementOf(removes, table).run(id);
    },
    audit: (draft) => {
      const entry = chainEntry(draft, end);
      addAudit.run(entry.seq, entry.roomId ?? null, entry.hash, JSON.stringify(entry));
      end = entry;
      return entry;
    },
    commit: (batch) => {
      if (batch !== undefined) setBatch.run(batch);
      commit.run();
      committed = end;
    },
    rollback: () => {
      if (db.inTransaction) db.exec('ROLLBACK');
      end = committed;
    },
  };
}

function statementOf(statements: ReadonlyMap<TableName, Statement>, table: TableName): Statement {
  const statement = statements.get(table);
  if (statement === undefined) throw invalid('write', `no table ${String(table)}`);
  return statement;
}

function chainEnd(db: Connection): ChainEnd {
  const row = db.prepare('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get();
  return (row as ChainEnd | undefined) ?? CHAIN_START;
}
