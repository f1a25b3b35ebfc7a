import { TARGETS, type Ticket } from './ticket.ts';
import type { FieldChange } from './ticket-history.ts';
import { linkKey } from './ticket-links.ts';

/** Characters of a value that history keeps. */
const MOST = 500;

/** What is different, field by field: everything a person can see of a ticket, and nothing twice. */
export function ticketDifferences(before: Ticket | null, after: Ticket): readonly FieldChange[] {
  const was = before === null ? new Map<string, string>() : valuesOf(before);
  const is = valuesOf(after);
  const names = new Set([...was.keys(), ...is.keys()]);
  return [...names].flatMap((field): readonly FieldChange[] => {
    const [from, to] = [was.get(field), is.get(field)];
    if (from === to) return [];
    return [
      {
        field,
        ...(from === undefined ? {} : { from: cut(from) }),
        ...(to === undefined ? {} : { to: cut(to) }),
      },
    ];
  });
}

function valuesOf(ticket: Ticket): ReadonlyMap<string, string> {
  const { progress, satisfaction, external } = ticket;
  const plain: Readonly<Record<string, string | number | undefined>> = {
    state: ticket.state,
    department: ticket.department,
    assignee: ticket.assignee?.name,
    priority: ticket.priority,
    type: ticket.type,
    title: ticket.title,
    description: ticket.description,
    resolution: ticket.resolution,
    progress: progress === undefined ? undefined : `${progress.percent}% ${progress.text}`.trim(),
    satisfaction:
      satisfaction === undefined ? undefined : `${satisfaction.score} ${satisfaction.text ?? ''}`.trim(),
    person: ticket.person?.name,
    mergedInto: ticket.mergedInto === undefined ? undefined : `#${ticket.mergedInto.number}`,
    splitFrom: ticket.splitFrom,
    external: external === undefined ? undefined : [external.id, external.status].join(' ').trim(),
  };
  const values = new Map<string, string>();
  for (const [name, value] of Object.entries(plain))
    if (value !== undefined && value !== '') values.set(name, String(value));
  for (const [id, value] of Object.entries(ticket.fields ?? {}))
    values.set(`fields.${id}`, typeof value === 'string' ? value : JSON.stringify(value));
  for (const link of ticket.links ?? [])
    values.set(`link.${linkKey(link)}`, link.title === '' ? link.id : link.title);
  for (const each of ticket.merged ?? []) values.set(`merged.${each.ticketId}`, `#${each.number}`);
  for (const note of ticket.notes) if (note.kind !== 'change') values.set(`note.${note.id}`, note.text);
  const { firstResponse, nextResponse } = ticket.targets ?? {};
  if (firstResponse?.metAt !== undefined) values.set('firstResponse', 'answered');
  if (nextResponse !== undefined)
    values.set('nextResponse', nextResponse.metAt === undefined ? 'waiting' : 'answered');
  for (const name of TARGETS) {
    const clock = ticket.targets?.[name];
    if (clock?.breachedAt !== undefined) values.set(`targets.${name}`, 'breached');
    else if (clock?.warnedAt !== undefined) values.set(`targets.${name}`, 'warning');
  }
  return values;
}

function cut(text: string): string {
  const chars = [...text.slice(0, 2 * MOST + 2)];
  return chars.length > MOST ? `${chars.slice(0, MOST).join('')}…` : text;
}
