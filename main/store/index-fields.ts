import type { IndexField, Records, TableName } from './store.ts';

type FieldOf<R> = (row: R) => string | number | undefined;

/** How a table is ordered and what it can be asked by. */
export interface TableIndex<R> {
  /** The time that `from`, `to` and the order of lists speak of; it never changes in a record's life. */
  readonly at: FieldOf<R>;
  readonly fields: Readonly<Partial<Record<IndexField, FieldOf<R>>>>;
}

/** Time and indexed fields of every table. */
export const TABLE_INDEX: { readonly [T in TableName]: TableIndex<Records[T]> } = {
  rooms: { at: (row) => row.createdAt, fields: {} },
  streams: { at: (row) => row.startedAt, fields: { roomId: (row) => row.roomId } },
  flags: {
    at: (row) => row.firstAt,
    fields: {
      roomId: (row) => row.roomId,
      personId: (row) => row.person?.id,
      state: (row) => row.state,
      category: (row) => row.category,
    },
  },
  actions: {
    at: (row) => row.requestedAt,
    fields: {
      roomId: (row) => row.roomId,
      personId: (row) => row.target?.id,
      flagId: (row) => row.flagId,
      state: (row) => row.state,
    },
  },
  tickets: {
    at: (row) => row.createdAt,
    fields: {
      roomId: (row) => row.roomId,
      personId: (row) => row.person?.id,
      state: (row) => row.state,
      category: (row) => row.category,
      number: (row) => row.number,
      department: (row) => row.department,
      assignee: (row) => row.assignee?.id,
    },
  },
  escalations: {
    at: (row) => row.createdAt,
    fields: {
      roomId: (row) => row.roomId,
      personId: (row) => row.person?.id,
      flagId: (row) => row.flagId,
      ticketId: (row) => row.ticketId,
      state: (row) => row.state,
      category: (row) => row.category,
    },
  },
  notes: {
    at: (row) => row.at,
    fields: { roomId: (row) => row.roomId, personId: (row) => row.personId },
  },
  members: { at: (row) => row.createdAt, fields: {} },
  memory: {
    at: (row) => row.at,
    fields: { roomId: (row) => row.roomId, category: (row) => row.category },
  },
  settings: { at: (row) => row.updatedAt, fields: {} },
  deliveries: {
    at: (row) => row.createdAt,
    fields: { ticketId: (row) => row.ticketId, state: (row) => row.state },
  },
  nonces: { at: (row) => row.expiresAt, fields: {} },
  cursors: { at: (row) => row.updatedAt, fields: {} },
  conversations: {
    at: (row) => row.createdAt,
    fields: {
      roomId: (row) => row.roomId,
      personId: (row) => row.viewer.id,
      state: (row) => row.state,
      category: (row) => row.topic,
      number: (row) => row.number,
    },
  },
  messages: { at: (row) => row.at, fields: { conversationId: (row) => row.conversationId } },
  traces: {
    at: (row) => row.at,
    fields: { conversationId: (row) => row.conversationId, category: (row) => row.kind },
  },
  ratings: { at: (row) => row.at, fields: { roomId: (row) => row.roomId } },
  agents: { at: (row) => row.createdAt, fields: {} },
  articles: { at: (row) => row.updatedAt, fields: { category: (row) => row.topic } },
  questions: { at: (row) => row.at, fields: { state: (row) => row.state } },
  uploads: { at: (row) => row.at, fields: { conversationId: (row) => row.conversationId } },
  learning: { at: (row) => row.createdAt, fields: {} },
  samples: { at: (row) => row.createdAt, fields: {} },
  models: { at: (row) => row.at, fields: { roomId: (row) => row.roomId } },
  histories: {
    at: (row) => row.at,
    fields: { roomId: (row) => row.roomId, ticketId: (row) => row.ticketId },
  },
  notices: {
    at: (row) => row.at,
    fields: {
      roomId: (row) => row.roomId,
      /** Whom it tells. */
      personId: (row) => row.to,
      ticketId: (row) => row.ticketId,
      state: (row) => (row.readAt === undefined ? 'unread' : 'read'),
    },
  },
  blocks: {
    at: (row) => row.at,
    fields: {
      personId: (row) => row.viewerId,
      state: (row) =>
        row.liftedAt !== undefined ? 'lifted' : row.appeal?.state === 'open' ? 'appealed' : 'set',
    },
  },
  rules: { at: (row) => row.createdAt, fields: {} },
  ruleVersions: { at: (row) => row.at, fields: { category: (row) => row.ruleId } },
  wordLists: { at: (row) => row.createdAt, fields: {} },
  wordListVersions: { at: (row) => row.list.at, fields: { category: (row) => row.list.id } },
  ruleRungs: { at: (row) => row.firstAt, fields: {} },
  ruleCounts: {
    at: (row) => row.firstAt,
    fields: { roomId: (row) => row.roomId, category: (row) => row.ruleId },
  },
};

/** Every table, in the order of the type. */
export const TABLES = Object.keys(TABLE_INDEX) as readonly TableName[];

/** Column of an index field. */
export const COLUMN: Readonly<Record<IndexField, string>> = {
  roomId: 'room_id',
  personId: 'person_id',
  flagId: 'flag_id',
  ticketId: 'ticket_id',
  state: 'state',
  category: 'category',
  number: 'number',
  conversationId: 'conversation_id',
  department: 'department',
  assignee: 'assignee',
};

/** What the indexed columns of a row hold: its time, and text or null for each field the table has. */
export function indexValues(
  table: TableName,
  row: Records[TableName],
): { readonly at: number; readonly fields: Readonly<Partial<Record<IndexField, string | null>>> } {
  // One table's reader is only ever called with that table's row.
  const index = TABLE_INDEX[table] as TableIndex<Records[TableName]>;
  const fields: Partial<Record<IndexField, string | null>> = {};
  for (const name of fieldsOf(table)) {
    const value = index.fields[name]?.(row);
    fields[name] = value === undefined ? null : String(value);
  }
  return { at: Number(index.at(row)), fields };
}

/** The index fields of a table. */
export function fieldsOf(table: TableName): readonly IndexField[] {
  return Object.keys(TABLE_INDEX[table].fields) as IndexField[];
}
