import { TARGETS, type Ticket } from '../../../shared/domain/ticket.ts';
import { csvText } from '../csv.ts';

const COLUMNS: readonly (readonly [name: string, value: (ticket: Ticket) => string | number | undefined])[] =
  [
    ['number', (ticket) => ticket.number],
    ['id', (ticket) => ticket.id],
    ['room', (ticket) => ticket.roomId],
    ['state', (ticket) => ticket.state],
    ['type', (ticket) => ticket.type],
    ['department', (ticket) => ticket.department],
    ['priority', (ticket) => ticket.priority],
    ['assignee', (ticket) => ticket.assignee?.name],
    ['title', (ticket) => ticket.title],
    ['description', (ticket) => ticket.description],
    ['viewer_id', (ticket) => ticket.person?.id],
    ['viewer', (ticket) => ticket.person?.name],
    ['progress', (ticket) => ticket.progress?.percent],
    ['progress_text', (ticket) => ticket.progress?.text],
    ['resolution', (ticket) => ticket.resolution],
    ['satisfaction', (ticket) => ticket.satisfaction?.score],
    ['satisfaction_text', (ticket) => ticket.satisfaction?.text],
    ['created_by', (ticket) => ticket.createdBy.name],
    ['created_at', (ticket) => time(ticket.createdAt)],
    ['updated_at', (ticket) => time(ticket.updatedAt)],
    ['solved_at', (ticket) => time(ticket.solvedAt)],
    ['due_at', (ticket) => time(ticket.dueAt)],
    ...TARGETS.flatMap((name) => [
      [`${name}_met_at`, (ticket: Ticket) => time(ticket.targets?.[name]?.metAt)] as const,
      [`${name}_missed_at`, (ticket: Ticket) => time(ticket.targets?.[name]?.breachedAt)] as const,
    ]),
    ['merged_into', (ticket) => ticket.mergedInto?.number],
    ['links', (ticket) => (ticket.links ?? []).map((link) => `${link.kind}:${link.id}`).join(' ')],
  ];

/** Tickets as CSV: a column for each field of a form behind the others. */
export function ticketsCsv(tickets: readonly Ticket[]): string {
  const fields = [...new Set(tickets.flatMap((ticket) => Object.keys(ticket.fields ?? {})))].toSorted();
  return csvText(
    [...COLUMNS.map(([name]) => name), ...fields.map((id) => `fields.${id}`)],
    tickets.map((ticket) => [
      ...COLUMNS.map(([, value]) => String(value(ticket) ?? '')),
      ...fields.map((id) => fieldText(ticket, id)),
    ]),
  );
}

function fieldText(ticket: Ticket, id: string): string {
  const values = ticket.fields ?? {};
  const value = Object.hasOwn(values, id) ? values[id] : undefined;
  if (value === undefined) return '';
  return Array.isArray(value) ? value.join(' ') : String(value);
}

function time(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}
