import type { Actor } from '../../../shared/domain/actor.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket, TicketNote } from '../../../shared/domain/ticket.ts';
import {
  checkRequired,
  type FieldPatch,
  fieldsFor,
  patchFields,
} from '../../../shared/domain/ticket-forms.ts';
import { mentionsIn } from '../../../shared/domain/ticket-mentions.ts';
import { isUnfinished, queueOrder } from '../../../shared/domain/ticket-queue.ts';
import { changeTicket, type TicketChange } from '../../../shared/domain/ticket-transitions.ts';
import { type Notices, sees } from './notices.ts';
import { only, type TicketWork } from './work.ts';

/** Everything a person may change at once. */
export type FullChange = TicketChange & {
  readonly assignee?: Actor | null | undefined;
  readonly type?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly progress?: { readonly percent: number; readonly text: string } | undefined;
  readonly fields?: FieldPatch | undefined;
};

/** Changes of one ticket. */
export interface Changing {
  readonly note: (
    ticketId: string,
    text: string,
    by: Actor,
    kind?: TicketNote['kind'],
    mentions?: readonly string[],
  ) => Promise<Result<Ticket>>;
  readonly change: (
    ticketId: string,
    version: number,
    change: FullChange,
    by: Actor,
  ) => Promise<Result<Ticket>>;
  readonly handOver: (
    ticketId: string,
    version: number,
    to: {
      readonly department: string;
      readonly note: string;
      /** Absent or null: it goes to the department's queue. */
      readonly assignee?: Actor | null | undefined;
    },
    by: Actor,
  ) => Promise<Result<Ticket>>;
  readonly rate: (
    ticketId: string,
    rating: { readonly score: number; readonly text?: string | undefined },
    by: Actor,
  ) => Promise<Result<Ticket>>;
  /** The first of a department's queue that nobody has, for `by`. */
  readonly takeNext: (
    department: string,
    by: Actor,
    mayTake: (ticket: Ticket) => boolean,
  ) => Promise<Result<Ticket>>;
}

/** Notes of a ticket at most. */
const MOST_NOTES = 2_000;

/** Makes them. */
export function createChanging(work: TicketWork, notices: Notices): Changing {
  const { clock, desk } = work;

  const sameVersion = (ticket: Ticket, version: number): Result<null> =>
    ticket.version === version ? ok(null) : fail(fault('conflict', `version ${ticket.version}`));
  const wrongDepartment = (ticket: Ticket, department: string | undefined): Result<null> =>
    department === undefined || department === ticket.department || work.departments().includes(department)
      ? ok(null)
      : fail(fault('invalid', `department: ${work.departments().join(' / ')}`));

  return {
    change: (ticketId, version, wanted, by) =>
      work.change(ticketId, by, (before) => {
        const same = sameVersion(before, version);
        if (!same.ok) return same;
        const fits = wrongDepartment(before, wanted.department);
        if (!fits.ok) return fits;
        const moved = changeTicket(before, wanted, clock.now());
        const next = moved.ok ? filled(work, before, moved.value, wanted, by) : moved;
        if (!next.ok) return next;
        const detail = describe(before, next.value, wanted.assignee);
        const { assignee: had, ...rest } = next.value;
        const assignee = wanted.assignee === undefined ? had : (wanted.assignee ?? undefined);
        const after: Ticket = {
          ...rest,
          ...(assignee === undefined ? {} : { assignee }),
          notes: [...rest.notes, work.noteOf(detail, by, 'change')],
        };
        const isSolved = after.state === 'solved' && before.state !== 'solved';
        return ok({
          after,
          cause: wanted.progress === undefined ? 'changed' : 'answered',
          what: 'ticket.change',
          detail,
          tell: isSolved ? 'ticket.solved' : 'ticket.updated',
        });
      }),
    note: (ticketId, text, by, kind = 'note', mentions = []) =>
      work.change(ticketId, by, (before) => {
        if (before.notes.length >= MOST_NOTES) return fail(fault('too_large', `${MOST_NOTES} notes`));
        const members = notices.members().filter((member) => sees(member, before.roomId));
        const known = new Set(members.map((member) => member.id));
        if (mentions.some((id) => !known.has(id)))
          return fail(fault('invalid', 'mentions: nobody who may see this room'));
        const told = kind === 'note' ? [...new Set([...mentions, ...mentionsIn(text, members)])] : [];
        return ok({
          after: {
            ...before,
            notes: [...before.notes, work.noteOf(text, by, kind, told)],
            updatedAt: clock.now(),
            version: before.version + 1,
          },
          cause: kind === 'reply' ? 'answered' : kind === 'viewer' ? 'asked' : 'changed',
          what: 'ticket.note',
          detail: text.slice(0, 200),
          tell: 'ticket.updated',
          mentions: told,
        });
      }),
    handOver: (ticketId, version, to, by) =>
      work.change(ticketId, by, (before) => {
        const same = sameVersion(before, version);
        if (!same.ok) return same;
        const fits = wrongDepartment(before, to.department);
        if (!fits.ok) return fits;
        if (to.department === before.department) return fail(fault('invalid', 'department: it is there'));
        if (!isUnfinished(before)) return fail(fault('invalid', `state: ${before.state}`));
        const { assignee: _, ...rest } = before;
        const text = `${before.department} → ${to.department}；${to.note}`;
        return ok({
          after: {
            ...rest,
            department: to.department,
            ...(to.assignee == null ? {} : { assignee: to.assignee }),
            notes: [...rest.notes, work.noteOf(text, by, 'handover')],
            updatedAt: clock.now(),
            version: rest.version + 1,
          },
          what: 'ticket.handover',
          detail: text,
          tell: 'ticket.handed_over',
        });
      }),
    rate: (ticketId, { score, text }, by) =>
      work.change(ticketId, by, (before) =>
        ok({
          after: {
            ...before,
            satisfaction: { score, ...(text === undefined ? {} : { text }), at: clock.now(), by },
            updatedAt: clock.now(),
            version: before.version + 1,
          },
          what: 'ticket.rate',
          detail: String(score),
          tell: 'ticket.rated',
        }),
      ),
    async takeNext(department, by, mayTake) {
      const waiting = [...desk.tickets.values()].filter(
        (ticket) =>
          ticket.department === department &&
          ticket.assignee === undefined &&
          isUnfinished(ticket) &&
          mayTake(ticket),
      );
      const [first] = queueOrder(waiting, clock.now());
      if (first === undefined) return fail(fault('not_found', department));
      const after: Ticket = {
        ...first,
        assignee: by,
        state: first.state === 'new' ? 'open' : first.state,
        notes: [...first.notes, work.noteOf(`@${by.name}`, by, 'change')],
        updatedAt: clock.now(),
        version: first.version + 1,
      };
      const step = {
        before: first,
        after,
        what: 'ticket.take',
        detail: `@${by.name}`,
        tell: 'ticket.updated',
      } as const;
      return only(await work.save([step], by));
    },
  };
}

/** The ticket with what is no state: texts, type, progress, fields. Faults: `invalid`. */
function filled(
  work: TicketWork,
  before: Ticket,
  ticket: Ticket,
  wanted: FullChange,
  by: Actor,
): Result<Ticket> {
  const config = work.config();
  const type = wanted.type ?? ticket.type;
  if (type !== undefined && type !== ticket.type && !config.types.some((each) => each.id === type))
    return fail(fault('invalid', `type: ${type}`));
  const form = fieldsFor(config, ticket.department, type);
  const fields = patchFields(form, ticket.fields ?? {}, wanted.fields ?? {});
  if (!fields.ok) return fields;
  if (ticket.state === 'solved' && before.state !== 'solved') {
    const complete = checkRequired(form, fields.value, 'solve');
    if (!complete.ok) return complete;
  }
  const { fields: _, ...rest } = ticket;
  return ok({
    ...rest,
    ...(Object.keys(fields.value).length === 0 ? {} : { fields: fields.value }),
    ...(type === undefined ? {} : { type }),
    ...(wanted.title === undefined ? {} : { title: wanted.title }),
    ...(wanted.description === undefined ? {} : { description: wanted.description }),
    ...(wanted.progress === undefined ? {} : { progress: { ...wanted.progress, at: work.clock.now(), by } }),
  });
}

function describe(before: Ticket, after: Ticket, assignee: Actor | null | undefined): string {
  const parts: string[] = [];
  const moved = (from: string, to: string): void => {
    if (from !== to) parts.push(`${from} → ${to}`);
  };
  moved(before.state, after.state);
  moved(before.department, after.department);
  moved(before.priority, after.priority);
  moved(before.type ?? '—', after.type ?? '—');
  if (assignee !== undefined) parts.push(`@${assignee?.name ?? '—'}`);
  if (before.title !== after.title) parts.push(after.title);
  if (after.progress !== undefined && before.progress !== after.progress)
    parts.push(`${after.progress.percent}% ${after.progress.text}`.trim());
  if (before.resolution !== after.resolution) parts.push(after.resolution ?? '');
  return parts.join('；');
}
