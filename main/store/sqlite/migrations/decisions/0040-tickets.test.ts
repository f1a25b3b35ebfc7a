import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { foldText } from '../../../../../shared/detect/fold.ts';
import { migrate } from '../../migrate.ts';
import { openWriter } from '../../open-writer.ts';
import { openReader } from '../../reader.ts';
import { DECISIONS_MIGRATIONS } from '../index.ts';

it('finds the tickets of before by their department and by who has them', () => {
  const dir = mkdtempSync(join(tmpdir(), 'changkong-migrate-'));
  const path = join(dir, 'decisions.sqlite');
  const db = new Database(path);
  migrate(
    db,
    path,
    DECISIONS_MIGRATIONS.filter((step) => step.version < 40),
  );
  const put = db.prepare('INSERT INTO tickets (id, at, room_id, state, doc) VALUES (?, ?, ?, ?, ?)');
  const lin = { kind: 'person', id: 'lin', name: '林' };
  for (const [id, department, assignee] of [
    ['a', '财务', lin],
    ['b', '财务', undefined],
    ['c', '客服', lin],
  ] as const)
    put.run(id, 1, 'room', 'new', JSON.stringify({ id, department, ...(assignee ? { assignee } : {}) }));
  db.close();
  const opened = openWriter({ dir, now: 1, fold: foldText });
  expect(opened.ok && opened.value.close()).toBe(undefined);
  const reader = openReader(dir, foldText);
  const ids = (table: string, where: object): string[] =>
    JSON.parse(reader.read('list', [{ table, where, limit: 9 } as never])).rows.map(
      (row: { readonly id: string }) => row.id,
    );
  expect([
    ids('tickets', { department: '财务' }),
    ids('tickets', { assignee: 'lin' }),
    ids('histories', { ticketId: 'a' }),
    ids('notices', { personId: 'lin', state: 'unread' }),
  ]).toEqual([['b', 'a'], ['c', 'a'], [], []]);
  reader.close();
  rmSync(dir, { recursive: true, force: true });
});
