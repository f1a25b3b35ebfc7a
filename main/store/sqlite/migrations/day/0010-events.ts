import type { Migration } from '../../migrate.ts';

/**
 * A day of raw events. `events` is thin, so that filters never read the documents; `key` is a 52-bit
 * hash of the event id with the next free number taken on a clash; `person` is a row of `people`,
 * which is one person in one room.
 */
export const events: Migration = {
  version: 10,
  sql: `
CREATE TABLE rooms (no INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE people (no INTEGER PRIMARY KEY, id TEXT NOT NULL, room INTEGER NOT NULL, name TEXT NOT NULL,
  messages INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, totals TEXT,
  UNIQUE (id, room)) STRICT;
CREATE TABLE events (row INTEGER PRIMARY KEY, key INTEGER NOT NULL, room INTEGER NOT NULL, off INTEGER NOT NULL,
  at INTEGER NOT NULL, kind INTEGER NOT NULL, person INTEGER, flagged INTEGER NOT NULL) STRICT;
CREATE UNIQUE INDEX events_key ON events (key);
CREATE INDEX events_room ON events (room, off);
CREATE INDEX events_person ON events (person) WHERE person IS NOT NULL;
CREATE INDEX events_other ON events (room, kind) WHERE kind <> 0;
CREATE INDEX events_flagged ON events (room) WHERE flagged = 1;
CREATE TABLE docs (row INTEGER PRIMARY KEY, doc TEXT NOT NULL) STRICT;
CREATE VIRTUAL TABLE search USING fts5 (text, content = '', contentless_delete = 1, tokenize = 'ascii');
CREATE TABLE slots (room INTEGER NOT NULL, slot INTEGER NOT NULL, chat INTEGER NOT NULL, gifts INTEGER NOT NULL,
  flagged INTEGER NOT NULL, fen TEXT NOT NULL, lo INTEGER NOT NULL, hi INTEGER NOT NULL,
  PRIMARY KEY (room, slot)) STRICT, WITHOUT ROWID;
CREATE TABLE gaps (row INTEGER PRIMARY KEY, room INTEGER NOT NULL, from_at INTEGER NOT NULL, to_at INTEGER NOT NULL) STRICT;
-- The last batch: its number, whether it counts only once the decisions file has it too, and the last row before it.
CREATE TABLE batch (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL, paired INTEGER NOT NULL,
  row_before INTEGER NOT NULL, min_at INTEGER NOT NULL, max_at INTEGER NOT NULL) STRICT;
INSERT INTO batch VALUES (1, 0, 0, 0, 9007199254740991, -9007199254740991);
`,
};
