import type { Migration } from '../../migrate.ts';

/** Tickets by department and by who has them; every change of a ticket; what people of the desk are told. */
export const tickets: Migration = {
  version: 40,
  sql: `
ALTER TABLE tickets ADD COLUMN department TEXT;
ALTER TABLE tickets ADD COLUMN assignee TEXT;
UPDATE tickets SET department = json_extract(doc, '$.department'), assignee = json_extract(doc, '$.assignee.id');
CREATE INDEX tickets_department ON tickets (department, at);
CREATE INDEX tickets_assignee ON tickets (assignee, at) WHERE assignee IS NOT NULL;
CREATE TABLE histories (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, ticket_id TEXT,
  doc TEXT NOT NULL) STRICT;
CREATE INDEX histories_ticket ON histories (ticket_id, at, id);
CREATE TABLE notices (id TEXT PRIMARY KEY, at INTEGER NOT NULL, room_id TEXT, person_id TEXT, ticket_id TEXT,
  state TEXT, doc TEXT NOT NULL) STRICT;
CREATE INDEX notices_person ON notices (person_id, state, at);
`,
};
