import { z } from 'zod';
import { MoneySchema } from '../domain/money.ts';
import type { DeskNotice } from '../domain/notice.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { Department } from '../domain/ticket-desk.ts';
import { TopicSchema } from '../support/conversation.ts';
import { LinkableKindSchema } from './tickets-inputs.ts';

/** A department's queue in numbers. */
export interface DepartmentView {
  readonly name: string;
  readonly department?: Department | undefined;
  /** Unfinished: new, open or pending. */
  readonly unfinished: number;
  readonly unassigned: number;
  /** Unfinished with a running target that was missed, or is close to it. */
  readonly breached: number;
  readonly warned: number;
  /** The soonest due, epoch ms. */
  readonly nextDueAt?: number | undefined;
  /** Missed and warned since the hub started. */
  readonly breaches: number;
  readonly warnings: number;
}

/** What the tickets' feed says; positions as in the desk's feed. */
export type TicketFrame =
  | {
      readonly kind: 'snapshot';
      readonly position: { readonly epoch: string; readonly offset: number };
      /** All not closed, and those closed in the last hour. */
      readonly tickets: readonly Ticket[];
      /** Mine that are unread. */
      readonly notices: readonly DeskNotice[];
    }
  | {
      readonly kind: 'batch';
      readonly position: { readonly epoch: string; readonly offset: number };
      readonly tickets: readonly Ticket[];
      readonly notices: readonly DeskNotice[];
    };

export const LinkableRowSchema = z.object({
  kind: LinkableKindSchema,
  id: z.string(),
  /** When it happened or began, epoch ms. */
  at: z.number(),
  /** What people call it: of conversations and tickets. */
  number: z.number().int().optional(),
  /** A conversation's topic, a flag's category, an action's or event's kind; empty of a ticket. */
  code: z.string(),
  /** How it stands, in its own kind's words; empty of a gift. */
  state: z.string(),
  /** One line of it; empty where that is veiled. */
  text: z.string(),
  /** Whom it is about. */
  name: z.string().optional(),
  money: MoneySchema.optional(),
  /** The ticket has it already. */
  linked: z.boolean(),
});
/** Something that may be linked to a ticket. */
export type LinkableRow = Readonly<z.infer<typeof LinkableRowSchema>>;

export const RuleTrialSchema = z.object({
  /** Conversations that had the rule's moment, of the newest 300 such moments. */
  looked: z.number().int(),
  /** Those it would have opened a ticket from; `rows` names the newest 20. */
  hits: z.number().int(),
  rows: z.array(
    z.object({
      conversationId: z.string(),
      number: z.number().int(),
      topic: TopicSchema,
      at: z.number(),
    }),
  ),
});
/** What a rule would have done. */
export type RuleTrial = Readonly<z.infer<typeof RuleTrialSchema>>;
