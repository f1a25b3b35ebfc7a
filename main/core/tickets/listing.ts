import type { DepartmentView } from '../../../shared/api/ticket-views.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { isUnfinished, queueOrder } from '../../../shared/domain/ticket-queue.ts';
import { targetState } from '../../../shared/domain/ticket-targets.ts';
import type { IndexField, ListQuery, Store } from '../../store/store.ts';
import type { TicketWork } from './work.ts';

/** What is listed. */
export interface TicketQuery {
  readonly roomId?: string | undefined;
  readonly state?: string | undefined;
  readonly category?: string | undefined;
  readonly personId?: string | undefined;
  readonly type?: string | undefined;
  readonly department?: string | undefined;
  /** Member id, or `none`. */
  readonly assignee?: string | undefined;
  readonly priority?: string | undefined;
  readonly stage?: 'unfinished' | 'finished' | undefined;
  readonly target?: 'breached' | 'warned' | undefined;
  readonly text?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Store pages looked through for one answer at most; the cursor leads on from there. */
const MOST_PAGES = 20;

/** A page of tickets that fit and that `sees` permits, newest first: full where there are enough within 20 pages. */
export async function listTickets(
  store: Pick<Store, 'list'>,
  query: TicketQuery,
  now: number,
  sees: (roomId: string) => boolean,
): Promise<{ readonly rows: Ticket[]; readonly cursor?: string }> {
  const { roomId, state, category, personId, department, assignee } = query;
  const wanted: Readonly<Partial<Record<IndexField, string | undefined>>> = {
    roomId,
    state,
    category,
    personId,
    department,
    assignee: assignee === 'none' ? undefined : assignee,
  };
  const where = Object.fromEntries(
    Object.entries(wanted).filter(([, value]) => value !== undefined),
  ) as ListQuery<'tickets'>['where'];
  const rows: Ticket[] = [];
  let { cursor } = query;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: { readonly rows: readonly Ticket[]; readonly cursor?: string | undefined } = await store.list(
      {
        table: 'tickets',
        where,
        order: 'newest',
        limit: query.limit - rows.length,
        ...(query.from === undefined ? {} : { from: query.from }),
        ...(query.to === undefined ? {} : { to: query.to }),
        ...(cursor === undefined ? {} : { cursor }),
      },
    );
    for (const row of page.rows) if (sees(row.roomId) && fits(row, query, now)) rows.push(row);
    ({ cursor } = page);
    if (cursor === undefined || rows.length >= query.limit) break;
  }
  return { rows, ...(cursor === undefined ? {} : { cursor }) };
}

function fits(ticket: Ticket, query: TicketQuery, now: number): boolean {
  if (query.assignee === 'none' && ticket.assignee !== undefined) return false;
  if (query.type !== undefined && ticket.type !== query.type) return false;
  if (query.priority !== undefined && ticket.priority !== query.priority) return false;
  if (query.stage !== undefined && isUnfinished(ticket) !== (query.stage === 'unfinished')) return false;
  if (query.target !== undefined && (!isUnfinished(ticket) || targetState(ticket, now) !== query.target))
    return false;
  const text = query.text?.trim().toLowerCase();
  if (text === undefined || text === '') return true;
  const haystack = `#${ticket.number} ${ticket.title} ${ticket.person?.name ?? ''}`.toLowerCase();
  return haystack.includes(text);
}

/** A department's queue. */
export function queueOf(
  work: TicketWork,
  department: string,
  sees: (roomId: string) => boolean,
): readonly Ticket[] {
  const own = [...work.desk.tickets.values()].filter(
    (ticket) => ticket.department === department && isUnfinished(ticket) && sees(ticket.roomId),
  );
  return queueOrder(own, work.clock.now());
}

/** Every department with its queue in numbers, as far as the rooms may be seen. */
export function departmentViews(
  work: TicketWork,
  sees: (roomId: string) => boolean,
): readonly DepartmentView[] {
  const now = work.clock.now();
  const config = work.config();
  const open = [...work.desk.tickets.values()].filter(
    (ticket) => isUnfinished(ticket) && sees(ticket.roomId),
  );
  const byName = Map.groupBy(open, (ticket) => ticket.department);
  const names = new Set([...work.departments(), ...byName.keys()]);
  return [...names].map((name): DepartmentView => {
    const own = byName.get(name) ?? [];
    const states = own.map((ticket) => targetState(ticket, now));
    const due = own.flatMap((ticket) => ticket.dueAt ?? []);
    const department = config.departments.find((each) => each.name === name);
    const { warnings, breaches } = work.counts.get(name) ?? { warnings: 0, breaches: 0 };
    return {
      name,
      ...(department === undefined ? {} : { department }),
      unfinished: own.length,
      unassigned: own.filter((ticket) => ticket.assignee === undefined).length,
      breached: states.filter((state) => state === 'breached').length,
      warned: states.filter((state) => state === 'warned').length,
      ...(due.length === 0 ? {} : { nextDueAt: due.reduce((left, right) => Math.min(left, right)) }),
      breaches,
      warnings,
    };
  });
}

/** All that fit, at most `most`; `invalid` for a span that ends before it begins. */
export async function allTickets(
  store: Pick<Store, 'list'>,
  query: Omit<TicketQuery, 'limit' | 'cursor'>,
  now: number,
  sees: (roomId: string) => boolean,
  most: number,
): Promise<Result<{ readonly rows: readonly Ticket[]; readonly truncated: boolean }>> {
  if (query.from !== undefined && query.to !== undefined && query.to < query.from)
    return fail(fault('invalid', 'to'));
  const rows: Ticket[] = [];
  let cursor: string | undefined;
  do {
    const page = await listTickets(store, { ...query, limit: 500, cursor }, now, sees);
    rows.push(...page.rows);
    ({ cursor } = page);
  } while (cursor !== undefined && rows.length <= most);
  return ok({ rows: rows.slice(0, most), truncated: rows.length > most });
}
