import type { Actor } from '../../../shared/domain/actor.ts';
import { textOf, timeOf } from '../../../shared/domain/event.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { type PersonRef, personRef } from '../../../shared/domain/person.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { FieldValues } from '../../../shared/domain/ticket-fields.ts';
import { checkRequired, fieldsFor, patchFields } from '../../../shared/domain/ticket-forms.ts';
import type { Store } from '../../store/store.ts';
import type { DeskRecord } from '../desk.ts';
import { gatherContext } from './context.ts';
import { fillTemplate, type TemplateValues } from './templates.ts';
import { only, type TicketWork } from './work.ts';

/** What is asked when a ticket is opened. */
export interface OpenTicket {
  readonly id: string;
  readonly roomId: string;
  readonly eventId?: string | undefined;
  readonly flagId?: string | undefined;
  /** The viewer of a ticket of its own. */
  readonly personId?: string | undefined;
  readonly personName?: string | undefined;
  readonly templateId?: string | undefined;
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly type?: string | undefined;
  readonly department?: string | undefined;
  readonly priority?: Ticket['priority'] | undefined;
  readonly fields?: FieldValues | undefined;
  readonly note?: string | undefined;
  /** The rule that asks for it. */
  readonly ruleId?: string | undefined;
  /** A conversation instead of an event or a flag. */
  readonly about?:
    | {
        readonly conversationId: string;
        /** The number people say aloud. */
        readonly number?: number | undefined;
        readonly person?: PersonRef | undefined;
        readonly at: number;
        readonly text: string;
      }
    | undefined;
}

const DEPARTMENT: Readonly<Record<string, string>> = {
  dispute: '财务',
  appeal: '客服',
  ad: '风控',
  raid: '风控',
  flood: '风控',
  abuse: '客服',
};

/** Opens tickets: once at a time for each id, so that two calls at once are one ticket. */
export async function createOpening(deps: {
  readonly store: Store;
  readonly work: TicketWork;
  readonly roomName: (roomId: string) => string;
}): Promise<{
  readonly open: (request: OpenTicket, by: Actor) => Promise<Result<Ticket>>;
  readonly nextNumber: () => number;
}> {
  const { store, work } = deps;
  const { desk, clock } = work;
  const youngest = (await store.list({ table: 'tickets', limit: 1, order: 'newest' })).rows[0];
  let lastNumber = Math.max(
    youngest?.number ?? 1_000,
    ...[...desk.tickets.values()].map((ticket) => ticket.number),
  );
  const nextNumber = (): number => {
    lastNumber += 1;
    return lastNumber;
  };

  const open = async (request: OpenTicket, by: Actor): Promise<Result<Ticket>> => {
    const before = await work.find(request.id);
    if (before.ok)
      return before.value.roomId === request.roomId ? before : fail(fault('conflict', request.id));
    const about = await aboutOf(store, work, request);
    if (!about.ok) return about;
    const { flag, person, at, text, eventId, isOwn } = about.value;
    const context = await gatherContext(
      store,
      desk,
      { roomId: request.roomId, at, eventId, personId: person?.id },
      clock.now(),
    );
    const asked = askedOf(work, request, flag, isOwn, {
      viewer: person?.name,
      agent: by.name,
      room: deps.roomName(request.roomId),
      conversation: request.about?.number === undefined ? undefined : `#${request.about.number}`,
    });
    if (!asked.ok) return asked;
    const { title, ...fields } = asked.value;
    if (isOwn && title === undefined) return fail(fault('invalid', 'title'));
    if (desk.tickets.has(request.id)) return fail(fault('conflict', request.id));
    const now = clock.now();
    const ticket: Ticket = {
      id: request.id,
      number: nextNumber(),
      roomId: request.roomId,
      title: title ?? [...text].slice(0, 80).join(''),
      category: flag?.category ?? 'other',
      ...(person === undefined ? {} : { person }),
      ...(request.about === undefined ? {} : { conversationId: request.about.conversationId }),
      state: 'new',
      ...fields,
      ...(request.ruleId === undefined ? {} : { ruleId: request.ruleId }),
      createdBy: by,
      createdAt: now,
      updatedAt: now,
      context,
      notes: request.note === undefined ? [] : [work.noteOf(request.note, by, 'note')],
      version: 1,
    };
    const flagNow = flag === undefined ? undefined : (desk.flags.get(flag.id) ?? flag);
    const linked =
      flagNow === undefined ? null : nextFlag(flagNow, { kind: 'ticket', by, ticketId: ticket.id }, now);
    const more: DeskRecord[] = linked?.ok ? [{ kind: 'flag', flag: linked.value }] : [];
    const step = {
      before: null,
      after: ticket,
      what: 'ticket.open',
      detail: ticket.title,
      tell: 'ticket.opened',
    } as const;
    return only(await work.save([step], by, more));
  };

  const opening = new Map<string, Promise<Result<Ticket>>>();
  return {
    nextNumber,
    open(request, by) {
      const key = `${request.roomId}|${request.id}`;
      const running = opening.get(key);
      if (running !== undefined) return running;
      const opened = open(request, by).finally(() => opening.delete(key));
      opening.set(key, opened);
      return opened;
    },
  };
}

type Asked = Pick<Ticket, 'department' | 'priority' | 'type' | 'description' | 'fields'> & {
  readonly title: string | undefined;
};

/** What was asked for, else what the template says, else the type, else the flag. */
function askedOf(
  work: TicketWork,
  request: OpenTicket,
  flag: Flag | undefined,
  isOwn: boolean,
  values: TemplateValues,
): Result<Asked> {
  const config = work.config();
  const template = config.templates.find((each) => each.id === request.templateId);
  if (request.templateId !== undefined && template === undefined)
    return fail(fault('not_found', 'templateId'));
  const filled = template === undefined ? undefined : fillTemplate(template, values);
  const typeId = request.type ?? template?.type;
  const type = config.types.find((each) => each.id === typeId);
  if (typeId !== undefined && type === undefined) return fail(fault('invalid', `type: ${typeId}`));
  const category = flag?.category ?? 'other';
  const departments = work.departments();
  const wanted = request.department ?? template?.department ?? type?.department ?? DEPARTMENT[category] ?? '';
  const department = departments.includes(wanted) ? wanted : (departments[0] ?? wanted);
  const form = fieldsFor(config, department, typeId);
  const known = new Set(form.map((field) => field.id));
  const templated = Object.entries(filled?.fields ?? {}).filter(([id]) => known.has(id));
  const fields = patchFields(form, {}, { ...Object.fromEntries(templated), ...request.fields });
  if (!fields.ok) return fields;
  // One key on a danmaku opens a ticket at once; its form is then filled in before it is solved.
  const isWhole = isOwn || request.type !== undefined || request.fields !== undefined;
  const complete =
    isWhole && request.ruleId === undefined ? checkRequired(form, fields.value, 'open') : ok(null);
  if (!complete.ok) return complete;
  const description = request.description ?? (filled?.description || undefined);
  const title = request.title ?? (filled?.title || undefined);
  return ok({
    title,
    department,
    priority:
      request.priority ??
      template?.priority ??
      type?.priority ??
      (flag?.severity === 'high' ? 'urgent' : category === 'dispute' ? 'high' : 'normal'),
    ...(typeId === undefined ? {} : { type: typeId }),
    ...(description === undefined ? {} : { description }),
    ...(Object.keys(fields.value).length === 0 ? {} : { fields: fields.value }),
  });
}

interface About {
  readonly flag: Flag | undefined;
  readonly person: PersonRef | undefined;
  readonly at: number;
  readonly text: string;
  readonly eventId: string | undefined;
  /** About nothing of the room. */
  readonly isOwn: boolean;
}

async function aboutOf(store: Store, work: TicketWork, request: OpenTicket): Promise<Result<About>> {
  if (request.about !== undefined) {
    const { person, at, text } = request.about;
    return ok({ flag: undefined, person, at, text, eventId: request.eventId, isOwn: false });
  }
  if (request.flagId === undefined && request.eventId === undefined) {
    const { personId, personName } = request;
    const known = personId === undefined ? null : await store.person(personId, request.roomId);
    const colon = personId?.indexOf(':') ?? -1;
    const person: PersonRef | undefined =
      personId === undefined
        ? undefined
        : {
            id: personId,
            nativeId: colon < 0 ? null : personId.slice(colon + 1),
            name: known?.name ?? personName ?? personId,
            actionable: false,
          };
    return ok({
      flag: undefined,
      person,
      at: work.clock.now(),
      text: '',
      eventId: undefined,
      isOwn: true,
    });
  }
  const found = request.flagId === undefined ? null : await work.desk.getFlag(request.flagId);
  if (found !== null && !found.ok) return found;
  const flag = found?.value;
  if (flag !== undefined && flag.roomId !== request.roomId) return fail(fault('not_found', 'flag'));
  const eventId = request.eventId ?? flag?.evidence.at(-1)?.eventId;
  const stored = eventId === undefined ? null : await store.eventById(eventId);
  if (stored === null && flag === undefined) return fail(fault('not_found', 'event'));
  if (stored !== null && stored.event.roomId !== request.roomId) return fail(fault('not_found', 'event'));
  const event = stored?.event;
  const person =
    flag?.person ?? (event?.actor === undefined ? undefined : personRef(event.platform, event.actor));
  const last = flag?.evidence.at(-1);
  return ok({
    flag,
    person,
    at: event === undefined ? (last?.at ?? flag?.lastAt ?? 0) : timeOf(event),
    text: (event === undefined ? undefined : textOf(event)) || last?.text || flag?.category || '',
    eventId,
    isOwn: false,
  });
}
