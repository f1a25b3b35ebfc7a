import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { DeskNotice } from '../../../shared/domain/notice.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { TARGETS, type Ticket, type TicketNote } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { ticketDifferences } from '../../../shared/domain/ticket-differences.ts';
import type { TicketHistory } from '../../../shared/domain/ticket-history.ts';
import { moveTargets, openTargets, policyOf } from '../../../shared/domain/ticket-targets.ts';
import type { StoreOp } from '../../store/store.ts';
import { auditOf, type Desk, type DeskRecord, newest } from '../desk.ts';
import type { TicketEvent } from '../webhooks/deliveries.ts';
import type { WebhookSender } from '../webhooks/sender.ts';
import type { Notices } from './notices.ts';
import type { TicketStep } from './step.ts';

/** How tickets are changed: the only way in. */
export interface TicketWork {
  readonly clock: Clock;
  readonly desk: Desk;
  readonly config: () => TicketDesk;
  readonly departments: () => readonly string[];
  /** The ticket as it is now. */
  readonly find: (ticketId: string) => Promise<Result<Ticket>>;
  /**
   * Changes one ticket: `make` gets it as it is at that moment, and nothing comes between. `conflict` with the
   * survivor's number for one that was merged, unless `merged` permits it.
   */
  readonly change: (
    ticketId: string,
    by: Actor,
    make: (ticket: Ticket) => Result<Omit<TicketStep, 'before'>>,
    merged?: 'too',
  ) => Promise<Result<Ticket>>;
  /**
   * Applies at once and writes in one transaction: tickets with their clocks moved, history, notices, audit and
   * calls to other systems. Nothing may be awaited between reading the ticket and this.
   */
  readonly save: (
    steps: readonly TicketStep[],
    by: Actor,
    more?: readonly DeskRecord[],
  ) => Promise<Result<readonly Ticket[]>>;
  readonly noteOf: (
    text: string,
    by: Actor,
    kind: TicketNote['kind'],
    mentions?: readonly string[],
  ) => TicketNote;
  /** Targets warned of and missed since start, by department. */
  readonly counts: ReadonlyMap<string, { readonly warnings: number; readonly breaches: number }>;
}

/** Makes it. */
export function createTicketWork(deps: {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly config: () => TicketDesk;
  readonly departments: () => readonly string[];
  readonly webhooks: Pick<WebhookSender, 'prepare' | 'accept'>;
  readonly notices: Notices;
}): TicketWork {
  const { desk, clock, ids, config, webhooks } = deps;
  const counts = new Map<string, { readonly warnings: number; readonly breaches: number }>();

  const find = async (ticketId: string): Promise<Result<Ticket>> =>
    newest(desk.tickets, await desk.getTicket(ticketId));

  const timed = (step: TicketStep, now: number): Ticket => {
    const { before, after } = step;
    const policy = policyOf(config(), after.department);
    if (before === null) return openTargets(after, policy, now);
    const was = before.department === after.department ? policy : policyOf(config(), before.department);
    return moveTargets(before, after, was, policy, step.cause ?? 'changed', now);
  };

  const save: TicketWork['save'] = async (steps, by, more = []) => {
    const now = clock.now();
    const ops: StoreOp[] = [];
    const tickets: Ticket[] = [];
    const notices: DeskNotice[] = [];
    const calls: ReturnType<WebhookSender['prepare']>[number][] = [];
    const newlyMissed: { readonly department: string; readonly kind: 'warning' | 'breached' }[] = [];
    for (const step of steps) {
      const ticket = timed(step, now);
      const missed = missedSince(step.before, ticket);
      const tell: readonly TicketEvent[] = [
        ...(step.tell === undefined ? [] : [step.tell]),
        ...missed.map((kind): TicketEvent => `ticket.${kind}`),
      ];
      const own = tell.flatMap((event) => webhooks.prepare(event, ticket));
      const waiting: Ticket =
        own.length === 0 ? ticket : { ...ticket, external: { ...ticket.external, delivery: 'waiting' } };
      calls.push(...own);
      tickets.push(waiting);
      ops.push({ op: 'put', table: 'histories', row: historyOf(step, waiting, by, now) });
      notices.push(...deps.notices.about(step, waiting, missed, by));
      for (const kind of missed) newlyMissed.push({ department: waiting.department, kind });
    }
    const audit = steps
      .filter((step) => step.audited !== false)
      .map((step) =>
        auditOf(now, by, step.what, {
          roomId: step.after.roomId,
          subject: step.after.id,
          detail: step.detail.slice(0, 400),
        }),
      );
    ops.push(
      ...notices.map((row): StoreOp => ({ op: 'put', table: 'notices', row })),
      ...calls.map((row): StoreOp => ({ op: 'put', table: 'deliveries', row })),
    );
    const records = tickets.map((ticket): DeskRecord => ({ kind: 'ticket', ticket }));
    const saved = await desk.commit([...records, ...more], audit, ops);
    if (!saved.ok) return saved;
    for (const { department, kind } of newlyMissed) {
      const { warnings, breaches } = counts.get(department) ?? { warnings: 0, breaches: 0 };
      counts.set(
        department,
        kind === 'warning' ? { warnings: warnings + 1, breaches } : { warnings, breaches: breaches + 1 },
      );
    }
    webhooks.accept(calls);
    deps.notices.tell(notices);
    return ok(tickets);
  };

  return {
    clock,
    desk,
    config,
    departments: deps.departments,
    counts,
    find,
    save,
    async change(ticketId, by, make, merged) {
      const found = await desk.getTicket(ticketId);
      if (!found.ok) return found;
      const before = desk.tickets.get(ticketId) ?? found.value;
      if (before.mergedInto !== undefined && merged === undefined)
        return fail(fault('conflict', `#${before.mergedInto.number}`));
      const step = make(before);
      return step.ok ? only(await save([{ ...step.value, before }], by)) : step;
    },
    noteOf: (text, by, kind, mentions = []) => ({
      id: ids.next(),
      at: clock.now(),
      by,
      kind,
      text,
      ...(mentions.length === 0 ? {} : { mentions }),
    }),
  };
}

/** The one ticket that a change of one was about. */
export function only(saved: Result<readonly Ticket[]>): Result<Ticket> {
  if (!saved.ok) return saved;
  const [ticket] = saved.value;
  return ticket === undefined ? fail(fault('not_found')) : ok(ticket);
}

function historyOf(step: TicketStep, ticket: Ticket, by: Actor, at: number): TicketHistory {
  return {
    id: `${ticket.id}/${String(ticket.version).padStart(8, '0')}`,
    ticketId: ticket.id,
    roomId: ticket.roomId,
    at,
    by,
    what: step.what,
    version: ticket.version,
    changes: ticketDifferences(step.before, ticket),
  };
}

/** Each target that was warned of or missed by this change: a miss counts once, and not as a warning too. */
function missedSince(before: Ticket | null, after: Ticket): readonly ('warning' | 'breached')[] {
  return TARGETS.flatMap((name) => {
    const was = before?.targets?.[name];
    const is = after.targets?.[name];
    const isNew = was === undefined || is?.startedAt !== was.startedAt;
    if (is?.breachedAt !== undefined && (isNew || was.breachedAt === undefined)) return ['breached'];
    if (is?.warnedAt !== undefined && (isNew || was.warnedAt === undefined)) return ['warning'];
    return [];
  });
}
