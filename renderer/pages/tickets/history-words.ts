import type { TFunction } from 'i18next';

const STATES: ReadonlySet<string> = new Set(['new', 'open', 'pending', 'solved', 'closed']);
const PRIORITIES: ReadonlySet<string> = new Set(['low', 'normal', 'high', 'urgent']);
const NAMED: Readonly<Record<string, string>> = {
  state: 'state',
  department: 'department',
  assignee: 'assignee',
  priority: 'priority',
  type: 'type',
  title: 'new.subject',
  description: 'description',
  resolution: 'resolution',
  progress: 'progress',
  satisfaction: 'satisfaction',
  note: 'notes',
  person: 'person',
  conversationId: 'links.kinds.conversation',
  mergedInto: 'merge.open',
  merged: 'merge.merged',
  splitFrom: 'split.open',
};

/** What changed, in the page's words; a form's own field stays as it is called there. */
export function fieldName(field: string, t: TFunction): string {
  const [head = '', ...rest] = field.split('.');
  const tail = rest.join('.');
  if (head === 'link') return `${t('tickets:links.title')} ${tail.split(':')[0] ?? ''}`;
  if (head === 'targets')
    return `${t('tickets:due.title')} ${t(`tickets:due.${tail}`, { defaultValue: tail })}`;
  if (head === 'fields') return tail;
  const named = NAMED[head];
  return named === undefined ? field : t(`tickets:${named}`);
}

/** A value: states and priorities in words, anything else as it was. */
export function valueName(value: string, t: TFunction): string {
  if (STATES.has(value)) return t(`common:ticketState.${value}`);
  return PRIORITIES.has(value) ? t(`common:priority.${value}`) : value;
}
