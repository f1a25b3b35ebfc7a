import type { Migration } from '../../migrate.ts';

/** Verdicts by category, so that a rare category is found without reading the day. */
export const hits: Migration = {
  version: 20,
  sql: `
CREATE TABLE hits (category TEXT NOT NULL, row INTEGER NOT NULL, raised INTEGER NOT NULL,
  PRIMARY KEY (category, row)) STRICT, WITHOUT ROWID;
INSERT INTO hits
  SELECT verdict.value ->> 'category', docs.row,
    max((verdict.value ->> 'flag') AND coalesce(verdict.value ->> 'shadow', 0) = 0)
  FROM docs, json_each(docs.doc, '$.verdicts') AS verdict
  GROUP BY 1, 2;
`,
};
