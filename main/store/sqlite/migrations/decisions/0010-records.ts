import type { Migration } from '../../migrate.ts';

/** Tables of the decisions file: what people decided, and who did what. */
export const records: Migration = {
  version: 10,
  sql: `
CREATE TABLE rooms (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE streams (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX streams_at ON streams (at, id);
CREATE INDEX streams_room ON streams (room_id, at);
CREATE TABLE flags (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, state TEXT,
  category TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX flags_at ON flags (at, id);
CREATE INDEX flags_room ON flags (room_id, at);
CREATE INDEX flags_person ON flags (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX flags_state ON flags (state, at);
CREATE TABLE actions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, flag_id TEXT,
  state TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX actions_at ON actions (at, id);
CREATE INDEX actions_room ON actions (room_id, at);
CREATE INDEX actions_person ON actions (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX actions_flag ON actions (flag_id) WHERE flag_id IS NOT NULL;
CREATE INDEX actions_state ON actions (state, at);
CREATE TABLE tickets (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, state TEXT,
  category TEXT, number TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX tickets_at ON tickets (at, id);
CREATE INDEX tickets_room ON tickets (room_id, at);
CREATE INDEX tickets_person ON tickets (person_id, at) WHERE person_id IS NOT NULL;
CREATE INDEX tickets_state ON tickets (state, at);
CREATE INDEX tickets_number ON tickets (number);
CREATE TABLE escalations (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, flag_id TEXT,
  ticket_id TEXT, state TEXT, category TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX escalations_at ON escalations (at, id);
CREATE INDEX escalations_room ON escalations (room_id, at);
CREATE INDEX escalations_state ON escalations (state, at);
CREATE TABLE notes (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX notes_person ON notes (person_id, at);
CREATE TABLE members (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE memory (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, category TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX memory_room ON memory (room_id, at);
CREATE TABLE settings (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE deliveries (id TEXT PRIMARY KEY, at INTEGER NOT NULL, ticket_id TEXT, state TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX deliveries_state ON deliveries (state, at);
CREATE INDEX deliveries_ticket ON deliveries (ticket_id) WHERE ticket_id IS NOT NULL;
CREATE TABLE nonces (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX nonces_at ON nonces (at);
CREATE TABLE cursors (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE audit (seq INTEGER PRIMARY KEY, room_id TEXT, hash TEXT NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX audit_room ON audit (room_id, seq) WHERE room_id IS NOT NULL;
-- The last batch whose decisions are in; a day file that is ahead of it takes its last batch back.
CREATE TABLE batch (id INTEGER PRIMARY KEY CHECK (id = 1), number INTEGER NOT NULL) STRICT;
INSERT INTO batch VALUES (1, 0);
`,
};
