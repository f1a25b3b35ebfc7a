import type { Migration } from '../../migrate.ts';

/** The support desk: conversations, messages, what was decided of them, ratings, knowledge, uploads. */
export const support: Migration = {
  version: 30,
  sql: `
CREATE TABLE conversations (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, state TEXT,
  category TEXT, number TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX conversations_person ON conversations (person_id, at);
CREATE INDEX conversations_state ON conversations (state, at);
CREATE INDEX conversations_at ON conversations (at);
CREATE TABLE messages (id TEXT PRIMARY KEY, at INTEGER NOT NULL, conversation_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX messages_conversation ON messages (conversation_id, at);
CREATE TABLE traces (id TEXT PRIMARY KEY, at INTEGER NOT NULL, conversation_id TEXT, category TEXT,
  doc TEXT NOT NULL) STRICT;
CREATE INDEX traces_conversation ON traces (conversation_id, at) WHERE conversation_id IS NOT NULL;
CREATE INDEX traces_at ON traces (at);
CREATE TABLE ratings (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX ratings_at ON ratings (at);
CREATE TABLE agents (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE articles (id TEXT PRIMARY KEY, at INTEGER NOT NULL, category TEXT, doc TEXT NOT NULL) STRICT;
CREATE TABLE questions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, state TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX questions_state ON questions (state, at);
CREATE TABLE uploads (id TEXT PRIMARY KEY, at INTEGER NOT NULL, conversation_id TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX uploads_conversation ON uploads (conversation_id, at);
`,
};
