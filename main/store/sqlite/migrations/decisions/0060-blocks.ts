import type { Migration } from '../../migrate.ts';

/** Viewers and addresses that may not write to the support desk. */
export const blocks: Migration = {
  version: 60,
  sql: `
CREATE TABLE blocks (id TEXT PRIMARY KEY, at INTEGER NOT NULL, person_id TEXT, state TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX blocks_at ON blocks (at);
CREATE INDEX blocks_person ON blocks (person_id, at);
CREATE INDEX blocks_state ON blocks (state, at);
`,
};
