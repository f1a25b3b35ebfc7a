import type { Migration } from '../../migrate.ts';

/** Rules of one's own: which versions there are and run, their word lists, who stands where on a ladder, counts. */
export const rules: Migration = {
  version: 70,
  sql: `
CREATE TABLE rules (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE ruleVersions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, category TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX ruleVersions_rule ON ruleVersions (category, at);
CREATE TABLE wordLists (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE TABLE wordListVersions (id TEXT PRIMARY KEY, at INTEGER NOT NULL, category TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX wordListVersions_list ON wordListVersions (category, at);
CREATE TABLE ruleRungs (id TEXT PRIMARY KEY, at INTEGER NOT NULL, doc TEXT NOT NULL) STRICT;
CREATE INDEX ruleRungs_at ON ruleRungs (at, id);
CREATE TABLE ruleCounts (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, category TEXT,
  doc TEXT NOT NULL) STRICT;
`,
};
