import { createHash } from 'node:crypto';
import type { Actor } from '../../../shared/domain/actor.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Ticket } from '../../../shared/domain/ticket.ts';
import type { TicketRule } from '../../../shared/domain/ticket-desk.ts';
import { isUnfinished } from '../../../shared/domain/ticket-queue.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import type { Message } from '../../../shared/support/message.ts';
import { rulesFor } from '../../../shared/support/ticket-rules.ts';
import type { Trace } from '../../../shared/support/trace.ts';
import type { Store } from '../../store/store.ts';
import type { Log } from '../effects.ts';
import type { OpenTicket } from './opening.ts';
import type { Tickets } from './service.ts';

/** What tickets hear of conversations. */
export interface TicketTalks {
  /** Steps of conversations: rules look at them, ratings become satisfaction. */
  readonly traces: (traces: readonly Trace[]) => void;
  /** Messages: a viewer's question and an agent's answer move the clocks of the linked tickets. */
  readonly messages: (conversation: Conversation, messages: readonly Message[]) => void;
  /** Tickets opened by rules, and rules that could not, since start. */
  readonly counts: () => { readonly opened: number; readonly failed: number };
  /** Resolves when everything heard was dealt with. */
  readonly settled: () => Promise<void>;
}

/** How a rule's ticket is opened from a conversation. */
export type OpenFromTalk = (
  conversation: Conversation,
  request: Omit<OpenTicket, 'roomId' | 'about' | 'eventId' | 'flagId'>,
  by: Actor,
) => Promise<Result<Ticket>>;

/** How far merged tickets are followed. */
const MOST_MERGES = 20;

/** Nobody waits for this work: one thing after the other, and what fails is logged and counted. */
export function createTicketTalks(deps: {
  readonly store: Store;
  readonly tickets: Tickets;
  readonly rules: () => readonly TicketRule[];
  readonly conversation: (id: string) => Promise<Result<Conversation>>;
  readonly messagesOf: (id: string) => Promise<readonly Message[]>;
  readonly open: OpenFromTalk;
  /** What its viewer wrote is veiled: nothing of it goes into a ticket. */
  readonly isPrivate: (row: Conversation) => boolean;
  readonly log: Log;
}): TicketTalks {
  const { tickets, store } = deps;
  let opened = 0;
  let failed = 0;
  let line: Promise<unknown> = Promise.resolve();
  const soon = (work: () => Promise<void>): void => {
    line = line.then(work).catch((error: unknown) => {
      failed += 1;
      deps.log('error', 'a ticket could not follow its conversation', { error: String(error) });
    });
  };

  const applyRules = async (trace: Trace, conversationId: string): Promise<void> => {
    if (!deps.rules().some((rule) => rule.enabled && rule.at === trace.kind)) return;
    const found = await deps.conversation(conversationId);
    if (!found.ok) return;
    const said = await deps.messagesOf(conversationId);
    const texts = said.flatMap((message) =>
      message.from.kind === 'viewer' && message.body.kind === 'text' ? [message.body.text] : [],
    );
    const rating = trace.kind === 'rated' ? await store.get('ratings', conversationId) : null;
    const subject = {
      conversation: found.value,
      texts,
      ...(rating === null ? {} : { score: rating.score }),
    };
    for (const rule of rulesFor(deps.rules(), trace.kind, subject)) {
      const by: Actor = { kind: 'rule', id: `rule:${rule.id}`, name: rule.name };
      const id = idOf(rule.id, conversationId);
      if (await store.get('tickets', id)) continue;
      const title = rule.open.title ?? (rule.open.templateId === undefined ? rule.name : undefined);
      const made = await deps.open(found.value, { ...rule.open, id, title, ruleId: rule.id }, by);
      if (made.ok) opened += 1;
      else {
        failed += 1;
        deps.log('warn', 'a rule could not open its ticket', { rule: rule.id, fault: made.fault.code });
      }
    }
  };

  /** The ticket itself, or what it was merged into. */
  const survivorOf = async (ticketId: string): Promise<Ticket | undefined> => {
    let id = ticketId;
    for (let step = 0; step < MOST_MERGES; step += 1) {
      const found = await tickets.work.find(id);
      if (!found.ok) return undefined;
      if (found.value.mergedInto === undefined) return found.value;
      id = found.value.mergedInto.ticketId;
    }
    return undefined;
  };

  const takeRating = async (conversationId: string): Promise<void> => {
    const [found, rating] = [
      await deps.conversation(conversationId),
      await store.get('ratings', conversationId),
    ];
    if (!found.ok || rating === null) return;
    const { viewer, ticketIds } = found.value;
    const by: Actor = { kind: 'person', id: viewer.id.slice(0, 128), name: viewer.name };
    for (const id of ticketIds) {
      const ticket = await survivorOf(id);
      if (ticket !== undefined && ticket.satisfaction === undefined)
        await tickets.rate(
          ticket.id,
          { score: rating.score, text: deps.isPrivate(found.value) ? undefined : rating.text },
          by,
        );
    }
  };

  const moveClocks = async (
    ticketId: string,
    cause: 'asked' | 'answered',
    at: number,
    by: Actor,
  ): Promise<void> => {
    const ticket = await survivorOf(ticketId);
    if (ticket === undefined) return;
    await tickets.work.change(ticket.id, by, (before) =>
      isMoved(before, cause, at)
        ? ok({
            after: { ...before, version: before.version + 1 },
            cause,
            what: `ticket.${cause}`,
            detail: '',
            tell: 'ticket.updated',
            audited: false,
          })
        : fail(fault('conflict')),
    );
  };

  return {
    counts: () => ({ opened, failed }),
    settled: async () => {
      await line;
    },
    traces(traces) {
      for (const trace of traces) {
        const { conversationId } = trace;
        if (conversationId === undefined) continue;
        soon(() => applyRules(trace, conversationId));
        if (trace.kind === 'rated') soon(() => takeRating(conversationId));
      }
    },
    messages(conversation, messages) {
      if (conversation.ticketIds.length === 0) return;
      for (const message of messages) {
        if (message.audience === 'staff' || message.recalledAt !== undefined) continue;
        const { kind, id, name } = message.from;
        const cause = kind === 'viewer' ? 'asked' : kind === 'agent' ? 'answered' : null;
        if (cause === null || message.body.kind === 'notice') continue;
        const by: Actor = { kind: 'person', id: id.slice(0, 128), name };
        for (const ticketId of conversation.ticketIds)
          soon(() => moveClocks(ticketId, cause, message.at, by));
      }
    },
  };
}

/**
 * Whether the clocks would move, so that a lively talk is no stream of versions. `at` is the message's time: one
 * that comes again (read, translated) is older than what it asked for or answered.
 */
function isMoved(ticket: Ticket, cause: 'asked' | 'answered', at: number): boolean {
  if (!isUnfinished(ticket) || ticket.targets === undefined) return false;
  const { firstResponse, nextResponse } = ticket.targets;
  const owed = [firstResponse, nextResponse].filter(
    (clock) => clock !== undefined && clock.metAt === undefined,
  );
  if (cause === 'answered') return owed.some((clock) => clock !== undefined && clock.startedAt <= at);
  const answeredAt = Math.max(firstResponse?.metAt ?? 0, nextResponse?.metAt ?? 0);
  return owed.length === 0 && at > answeredAt;
}

/** The one ticket of a rule for a conversation, as a UUID. */
function idOf(ruleId: string, conversationId: string): string {
  const hex = createHash('sha256').update(`ticket rule\n${ruleId}\n${conversationId}`).digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
