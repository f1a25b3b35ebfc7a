import type { Actor } from '../../../shared/domain/actor.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import { mergeTickets, splitTicket, unmergeTickets } from '../../../shared/domain/ticket-merge.ts';
import type { TicketStep } from './step.ts';
import { only, type TicketWork } from './work.ts';

/** What is asked when a ticket is split. */
export interface SplitRequest {
  readonly id: string;
  readonly title: string;
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly department?: string | undefined;
  readonly priority?: Ticket['priority'] | undefined;
  readonly noteIds: readonly string[];
  readonly linkKeys: readonly string[];
}

/** Merging, taking a merge back, splitting. */
export interface Joining {
  readonly merge: (
    ticketId: string,
    version: number,
    others: readonly string[],
    by: Actor,
  ) => Promise<Result<Ticket>>;
  readonly unmerge: (
    ticketId: string,
    mergedId: string,
    by: Actor,
  ) => Promise<Result<{ readonly survivor: Ticket; readonly ticket: Ticket }>>;
  readonly split: (
    ticketId: string,
    version: number,
    request: SplitRequest,
    by: Actor,
  ) => Promise<Result<{ readonly ticket: Ticket; readonly made: Ticket }>>;
}

/** Makes them. */
export function createJoining(work: TicketWork, nextNumber: () => number): Joining {
  const { clock, desk } = work;
  const current = (ticket: Ticket): Ticket => desk.tickets.get(ticket.id) ?? ticket;

  return {
    async merge(ticketId, version, others, by) {
      const found = await work.find(ticketId);
      if (!found.ok) return found;
      const loaded: Ticket[] = [];
      for (const id of new Set(others)) {
        const other = await work.find(id);
        if (!other.ok) return other;
        loaded.push(other.value);
      }
      // From here on nothing is awaited until it is applied.
      const before = current(found.value);
      if (loaded.every((other) => current(other).mergedInto?.ticketId === before.id)) return ok(before);
      if (before.version !== version) return fail(fault('conflict', `version ${before.version}`));
      let survivor = before;
      const steps: TicketStep[] = [];
      for (const each of loaded) {
        const other = current(each);
        const merged = mergeTickets(survivor, other, by, clock.now());
        if (!merged.ok) return merged;
        if (merged.value.other === other) continue;
        survivor = merged.value.survivor;
        steps.push({
          before: other,
          after: merged.value.other,
          what: 'ticket.merged_into',
          detail: `#${other.number} → #${survivor.number}`,
        });
      }
      const detail = `#${before.number} ← ${steps.map((step) => `#${step.after.number}`).join(' ')}`;
      const after: Ticket = {
        ...survivor,
        notes: [...survivor.notes, work.noteOf(detail, by, 'change')],
        version: before.version + 1,
      };
      return only(
        await work.save(
          [{ before, after, what: 'ticket.merge', detail, tell: 'ticket.merged' }, ...steps],
          by,
        ),
      );
    },
    async unmerge(ticketId, mergedId, by) {
      const [found, merged] = [await work.find(ticketId), await work.find(mergedId)];
      if (!found.ok) return found;
      if (!merged.ok) return merged;
      const [survivor, other] = [current(found.value), current(merged.value)];
      const taken = unmergeTickets(survivor, other, clock.now());
      if (!taken.ok) return taken;
      const detail = `#${survivor.number} ⇸ #${other.number}`;
      const note = work.noteOf(detail, by, 'change');
      const saved = await work.save(
        [
          {
            before: survivor,
            after: { ...taken.value.survivor, notes: [...taken.value.survivor.notes, note] },
            what: 'ticket.unmerge',
            detail,
            tell: 'ticket.unmerged',
          },
          {
            before: other,
            after: taken.value.other,
            what: 'ticket.unmerged',
            detail,
            tell: 'ticket.updated',
          },
        ],
        by,
      );
      return pairOf(saved, (first, second) => ({ survivor: first, ticket: second }));
    },
    async split(ticketId, version, request, by) {
      const found = await work.find(ticketId);
      if (!found.ok) return found;
      const there = await work.find(request.id);
      const before = current(found.value);
      if (there.ok)
        return there.value.splitFrom === before.id
          ? ok({ ticket: before, made: there.value })
          : fail(fault('conflict', request.id));
      if (before.version !== version) return fail(fault('conflict', `version ${before.version}`));
      if (desk.tickets.has(request.id)) return fail(fault('conflict', request.id));
      const type = request.type ?? before.type;
      if (type !== undefined && !work.config().types.some((each) => each.id === type))
        return fail(fault('invalid', `type: ${type}`));
      const department = request.department ?? before.department;
      if (department !== before.department && !work.departments().includes(department))
        return fail(fault('invalid', `department: ${work.departments().join(' / ')}`));
      const now = clock.now();
      const fresh: Ticket = {
        id: request.id,
        number: 0,
        roomId: before.roomId,
        title: request.title,
        category: before.category,
        ...(before.person === undefined ? {} : { person: before.person }),
        ...(type === undefined ? {} : { type }),
        ...(request.description === undefined ? {} : { description: request.description }),
        state: 'new',
        department,
        priority: request.priority ?? before.priority,
        createdBy: by,
        createdAt: now,
        updatedAt: now,
        context: { lines: [], gifts: [], totals: [], messages: 0, flagIds: [], actionIds: [] },
        notes: [],
        version: 1,
      };
      const tried = splitTicket(before, fresh, request, by, now);
      if (!tried.ok) return tried;
      // A number is used up only by a ticket that comes to be.
      const made = splitTicket(before, { ...fresh, number: nextNumber() }, request, by, now);
      if (!made.ok) return made;
      const detail = `#${before.number} ⇉ #${made.value.other.number}`;
      const { survivor, other } = made.value;
      const saved = await work.save(
        [
          {
            before,
            after: { ...survivor, notes: [...survivor.notes, work.noteOf(detail, by, 'change')] },
            what: 'ticket.split',
            detail,
            tell: 'ticket.split',
          },
          { before: null, after: other, what: 'ticket.open', detail: other.title, tell: 'ticket.opened' },
        ],
        by,
      );
      return pairOf(saved, (first, second) => ({ ticket: first, made: second }));
    },
  };
}

function pairOf<T>(saved: Result<readonly Ticket[]>, make: (first: Ticket, second: Ticket) => T): Result<T> {
  if (!saved.ok) return saved;
  const [first, second] = saved.value;
  return first === undefined || second === undefined ? fail(fault('not_found')) : ok(make(first, second));
}
