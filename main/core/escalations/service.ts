import type { Actor } from '../../../shared/domain/actor.ts';
import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import type { Escalation } from '../../../shared/domain/escalation.ts';
import { resolveEscalation, takeEscalation } from '../../../shared/domain/escalation-transitions.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { nextFlag } from '../../../shared/domain/flag-transitions.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { auditOf, type Desk, type DeskRecord, newest } from '../desk.ts';

/** What is asked when something is handed up. */
export interface EscalateRequest {
  readonly id: string;
  readonly flagId?: string | undefined;
  readonly ticketId?: string | undefined;
  readonly note?: string | undefined;
  readonly urgent: boolean;
}

/** Handing up, taking, resolving. */
export interface Escalations {
  readonly create: (request: EscalateRequest, by: Actor) => Promise<Result<Escalation>>;
  /** A streamer asks for her controller: an escalation without a flag. */
  readonly ask: (
    request: { readonly id: string; readonly roomId: string; readonly text: string },
    by: Actor,
  ) => Promise<Result<Escalation>>;
  readonly take: (id: string, by: Actor) => Promise<Result<Escalation>>;
  readonly resolve: (id: string, by: Actor, resolution: string) => Promise<Result<Escalation>>;
}

const DUE_MS = 180_000;
const URGENT_DUE_MS = 60_000;

/** Escalations carry what the supervisor needs to decide without asking back. */
export function createEscalations(deps: {
  readonly desk: Desk;
  readonly clock: Clock;
  /** Told when one was taken or resolved, so that whoever handed it up hears of it. */
  readonly answered: (item: Escalation) => Promise<void>;
}): Escalations {
  const { desk, clock } = deps;
  const answer = async (saved: Result<Escalation>): Promise<Result<Escalation>> => {
    if (saved.ok) await deps.answered(saved.value);
    return saved;
  };

  const save = async (
    item: Escalation,
    by: Actor,
    what: string,
    more: readonly DeskRecord[] = [],
    moreAudit: readonly AuditDraft[] = [],
  ): Promise<Result<Escalation>> => {
    const audit = [
      ...moreAudit,
      auditOf(clock.now(), by, what, {
        roomId: item.roomId,
        subject: item.id,
        detail: item.summary.slice(0, 200),
      }),
    ];
    const saved = await desk.commit([{ kind: 'escalation', escalation: item }, ...more], audit);
    return saved.ok ? ok(item) : saved;
  };
  /** The same request again is the same escalation; another's id is nobody else's to learn from. */
  const repeated = async (id: string, isSame: (item: Escalation) => boolean) => {
    const before = newest(desk.escalations, await desk.getEscalation(id));
    if (!before.ok) return null;
    return isSame(before.value) ? before : fail<Escalation>(fault('conflict', id));
  };
  const blank = (id: string, roomId: string, by: Actor, urgent: boolean, summary: string): Escalation => ({
    id,
    roomId,
    severity: urgent ? 'high' : 'mid',
    summary,
    urgent,
    state: 'open',
    by,
    createdAt: clock.now(),
    dueAt: clock.now() + (urgent ? URGENT_DUE_MS : DUE_MS),
    updatedAt: clock.now(),
    version: 1,
  });

  return {
    async create(request, by) {
      const before = await repeated(
        request.id,
        (item) => item.flagId === request.flagId && item.ticketId === request.ticketId,
      );
      if (before !== null) return before;
      const note = request.note === undefined ? {} : { note: request.note };
      if (request.flagId !== undefined) {
        const found = newest(desk.flags, await desk.getFlag(request.flagId));
        if (!found.ok) return found;
        const twin = desk.escalations.get(request.id);
        if (twin !== undefined) return ok(twin);
        const flag = found.value;
        const next = nextFlag(flag, { kind: 'escalate', by, escalationId: request.id }, clock.now());
        if (!next.ok) return next;
        const summary = flag.evidence.at(-1)?.text ?? flag.reasons[0]?.text ?? flag.category;
        const item: Escalation = {
          ...blank(request.id, flag.roomId, by, request.urgent || flag.severity === 'high', summary),
          flagId: flag.id,
          category: flag.category,
          severity: flag.severity,
          ...(flag.person === undefined ? {} : { person: flag.person }),
          ...note,
        };
        const resolved = auditOf(clock.now(), by, 'flag.escalate', {
          roomId: flag.roomId,
          subject: flag.id,
          detail: flag.category,
        });
        return save(item, by, 'escalation.create', [{ kind: 'flag', flag: next.value }], [resolved]);
      }
      if (request.ticketId !== undefined) {
        const found = newest(desk.tickets, await desk.getTicket(request.ticketId));
        if (!found.ok) return found;
        const twin = desk.escalations.get(request.id);
        if (twin !== undefined) return ok(twin);
        const ticket = found.value;
        const item: Escalation = {
          ...blank(request.id, ticket.roomId, by, request.urgent, `#${ticket.number} ${ticket.title}`),
          ticketId: ticket.id,
          ...(ticket.person === undefined ? {} : { person: ticket.person }),
          ...note,
        };
        return save(item, by, 'escalation.create');
      }
      return fail(fault('invalid', 'flagId or ticketId'));
    },
    async ask(request, by) {
      const before = await repeated(
        request.id,
        (item) => item.roomId === request.roomId && item.flagId === undefined && item.ticketId === undefined,
      );
      if (before !== null) return before;
      return save(blank(request.id, request.roomId, by, false, request.text), by, 'escalation.ask');
    },
    async take(id, by) {
      const found = newest(desk.escalations, await desk.getEscalation(id));
      const next = found.ok ? takeEscalation(found.value, by, clock.now()) : found;
      return next.ok ? answer(await save(next.value, by, 'escalation.take')) : next;
    },
    async resolve(id, by, resolution) {
      const found = newest(desk.escalations, await desk.getEscalation(id));
      const next = found.ok ? resolveEscalation(found.value, by, resolution, clock.now()) : found;
      return next.ok ? answer(await save(next.value, by, 'escalation.resolve')) : next;
    },
  };
}
