import type { Migration } from '../../migrate.ts';

/** What outlives a day's file: its people's sums and the offsets it used up. */
export const days: Migration = {
  version: 20,
  sql: `
-- state: open (written), sealing (people up to sealed_no are in person_sums), sealed, dead (to be unlinked).
CREATE TABLE days (day TEXT PRIMARY KEY, state TEXT NOT NULL, sealed_no INTEGER NOT NULL DEFAULT 0) STRICT;
CREATE TABLE person_sums (person_id TEXT NOT NULL, room_id TEXT NOT NULL, name TEXT NOT NULL,
  messages INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, totals TEXT NOT NULL,
  PRIMARY KEY (person_id, room_id)) STRICT, WITHOUT ROWID;
CREATE TABLE room_offsets (room_id TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;
`,
};
