import type { Migration } from '../../migrate.ts';

/** What rooms have learnt: how each is set, the messages kept to learn from, and the versions of its model. */
export const learning: Migration = {
  version: 50,
  sql: `
CREATE TABLE learning (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE samples (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE models (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX models_room ON models (room_id, at);
`,
};
