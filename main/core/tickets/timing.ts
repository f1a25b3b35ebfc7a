import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketDesk } from '../../../shared/domain/ticket-desk.ts';
import { isUnfinished } from '../../../shared/domain/ticket-queue.ts';
import { moveTargets, noticeTargets, policyOf } from '../../../shared/domain/ticket-targets.ts';
import type { Store } from '../../store/store.ts';
import { AROUND_MS, gatherContext } from './context.ts';
import type { Notices } from './notices.ts';
import type { TicketStep } from './step.ts';
import type { TicketWork } from './work.ts';

/** Steps written in one transaction at most. */
const BATCH = 200;
const SWEEP_MS = 3_600_000;

/** What happens to tickets by time alone; called every few seconds. */
export function createTiming(store: Store, work: TicketWork, notices: Notices): () => Promise<void> {
  const { desk, clock } = work;
  let known: TicketDesk | null = null;
  let sweepAt = 0;

  /** Fills in the minute after the anchor once it has passed. */
  const complete = async (): Promise<void> => {
    const now = clock.now();
    for (const ticket of [...desk.tickets.values()]) {
      const due = ticket.context.completeAt;
      if (due === undefined || due > now) continue;
      const anchor = {
        roomId: ticket.roomId,
        at: due - AROUND_MS - 2_000,
        eventId: ticket.context.anchorEventId,
        personId: ticket.person?.id,
      };
      const context = await gatherContext(store, desk, anchor, now);
      const before = desk.tickets.get(ticket.id) ?? ticket;
      const after = { ...before, context, version: before.version + 1 };
      await work.save([{ before, after, what: 'ticket.context', detail: '', audited: false }], SYSTEM);
    }
  };

  /** Warnings and misses whose time has come, told once. */
  const watch = async (): Promise<void> => {
    const now = clock.now();
    const steps: TicketStep[] = [];
    for (const before of desk.tickets.values()) {
      if (!isUnfinished(before)) continue;
      const { ticket, noticed } = noticeTargets(before, now);
      if (noticed.length === 0) continue;
      steps.push({
        before,
        after: { ...ticket, version: before.version + 1 },
        what: 'ticket.targets',
        detail: noticed.map((each) => `${each.name} ${each.kind}`).join(' '),
      });
      if (steps.length >= BATCH) break;
    }
    if (steps.length > 0) await work.save(steps, SYSTEM);
  };

  /** New promises hold for what is open already: what was used stays used. */
  const reterm = async (): Promise<void> => {
    const config = work.config();
    const [was, is] = [known, config];
    known = config;
    if (was === null || was === is) return;
    const moved = new Map<string, boolean>();
    const isMoved = (department: string): boolean => {
      const seen = moved.get(department);
      if (seen !== undefined) return seen;
      const differs = JSON.stringify(policyOf(was, department)) !== JSON.stringify(policyOf(is, department));
      moved.set(department, differs);
      return differs;
    };
    for (const ticket of [...desk.tickets.values()]) {
      const before: Ticket = desk.tickets.get(ticket.id) ?? ticket;
      if (!isUnfinished(before) || !isMoved(before.department)) continue;
      const policies = [policyOf(was, before.department), policyOf(is, before.department)] as const;
      const after = moveTargets(before, before, ...policies, 'changed', clock.now());
      await work.save(
        [
          {
            before,
            after: { ...after, version: before.version + 1 },
            what: 'ticket.targets',
            detail: before.department,
          },
        ],
        SYSTEM,
      );
    }
  };

  return async () => {
    await complete();
    await reterm();
    await watch();
    if (clock.now() >= sweepAt) {
      sweepAt = clock.now() + SWEEP_MS;
      await notices.sweep();
    }
  };
}
