import { z } from 'zod';
import { ActorSchema } from './actor.ts';
import { FaultSchema } from './fault.ts';
import { MoneySchema } from './money.ts';
import { PersonRefSchema } from './person.ts';
import { FieldValuesSchema } from './ticket-fields.ts';

export const TicketStateSchema = z.enum(['new', 'open', 'pending', 'solved', 'closed']);
export type TicketState = z.infer<typeof TicketStateSchema>;

export const TicketLineSchema = z.object({
  eventId: z.string(),
  at: z.number(),
  kind: z.string(),
  personId: z.string().optional(),
  name: z.string(),
  text: z.string(),
  money: MoneySchema.optional(),
});
/** A line of the room around a ticket. */
export type TicketLine = Readonly<z.infer<typeof TicketLineSchema>>;

export const TicketNoteSchema = z.object({
  id: z.string(),
  at: z.number(),
  by: ActorSchema,
  /**
   * `note` is internal, `reply` what the viewer was told, `viewer` what the viewer said since, `handover` goes
   * with a change of department, `change` and `external` are written by the system.
   */
  kind: z.enum(['note', 'change', 'external', 'reply', 'viewer', 'handover']),
  text: z.string(),
  /** Ids of members who were told. */
  mentions: z.array(z.string()).readonly().optional(),
  /** The ticket it was written on, where a merge or a split carried it here. */
  from: z.string().optional(),
});
export type TicketNote = Readonly<z.infer<typeof TicketNoteSchema>>;

export const LINK_KINDS = ['conversation', 'flag', 'action', 'gift', 'order', 'refund', 'ticket'] as const;
export const TicketLinkSchema = z.object({
  kind: z.enum(LINK_KINDS),
  id: z.string().max(400),
  /** The shop that knows an order or refund. */
  connectorId: z.string().optional(),
  /** One line that says what it is, without personal data. */
  title: z.string(),
  money: MoneySchema.optional(),
  at: z.number(),
  by: ActorSchema,
  /** The ticket it was put on, where a merge or a split carried it here. */
  from: z.string().optional(),
});
/** Something that belongs to a ticket. */
export type TicketLink = Readonly<z.infer<typeof TicketLinkSchema>>;

export const TARGETS = ['firstResponse', 'nextResponse', 'resolution'] as const;
export const TargetNameSchema = z.enum(TARGETS);
export type TargetName = z.infer<typeof TargetNameSchema>;
export const TargetClockSchema = z.object({
  /** Open time there is, and how much was used before `runningSince`, ms. */
  targetMs: z.number(),
  usedMs: z.number(),
  startedAt: z.number(),
  /** Absent while it stands still. */
  runningSince: z.number().optional(),
  /** When it is due, and when a warning is given, if it runs on; absent while it stands still. */
  dueAt: z.number().optional(),
  warnAt: z.number().optional(),
  /** When it was met or ended. */
  metAt: z.number().optional(),
  warnedAt: z.number().optional(),
  /** The moment it was missed, however late that was noticed. */
  breachedAt: z.number().optional(),
});
/** One promise on its way. All times epoch ms. */
export type TargetClock = Readonly<z.infer<typeof TargetClockSchema>>;

export const MergeRecordSchema = z.object({
  ticketId: z.string(),
  number: z.number().int(),
  title: z.string(),
  at: z.number(),
  by: ActorSchema,
  /** Everything it brought. */
  noteIds: z.array(z.string()).readonly(),
  linkKeys: z.array(z.string()).readonly(),
});
/** A ticket that was merged into this one. */
export type MergeRecord = Readonly<z.infer<typeof MergeRecordSchema>>;

export const TicketContextSchema = z.object({
  /** 60 s before and after the danmaku; the "after" part is filled in when it has passed. */
  lines: z.array(TicketLineSchema).readonly(),
  anchorEventId: z.string().optional(),
  /** Until when lines are still being added, epoch ms. */
  completeAt: z.number().optional(),
  gifts: z.array(TicketLineSchema).readonly(),
  totals: z.array(MoneySchema).readonly(),
  messages: z.number().int(),
  firstSeenAt: z.number().optional(),
  flagIds: z.array(z.string()).readonly(),
  actionIds: z.array(z.string()).readonly(),
  /** Why each of the newest flags was raised, in one line; kept, so that it reads the same when the flag is gone. */
  whys: z
    .array(z.object({ flagId: z.string(), text: z.string(), textEn: z.string() }))
    .readonly()
    .optional(),
});
export type TicketContext = Readonly<z.infer<typeof TicketContextSchema>>;

export const TicketSchema = z.object({
  id: z.string(),
  /** Small number people say aloud. */
  number: z.number().int(),
  roomId: z.string(),
  title: z.string(),
  category: z.string(),
  person: PersonRefSchema.optional(),
  /** The talk with the support desk that it came from. */
  conversationId: z.string().optional(),
  state: TicketStateSchema,
  department: z.string(),
  assignee: ActorSchema.optional(),
  priority: z.enum(['low', 'normal', 'high', 'urgent']),
  createdBy: ActorSchema,
  createdAt: z.number(),
  updatedAt: z.number(),
  solvedAt: z.number().optional(),
  resolution: z.string().optional(),
  /** Id of a type of the desk. */
  type: z.string().optional(),
  description: z.string().optional(),
  /** How far it is, as people are told: 0..100. */
  progress: z
    .object({ percent: z.number().int().min(0).max(100), text: z.string(), at: z.number(), by: ActorSchema })
    .optional(),
  satisfaction: z
    .object({
      score: z.number().int().min(1).max(5),
      text: z.string().optional(),
      at: z.number(),
      by: ActorSchema,
    })
    .optional(),
  /** Answers to the forms of its department and type. */
  fields: FieldValuesSchema.optional(),
  links: z.array(TicketLinkSchema).readonly().optional(),
  targets: z
    .object({
      firstResponse: TargetClockSchema.optional(),
      nextResponse: TargetClockSchema.optional(),
      resolution: TargetClockSchema.optional(),
    })
    .optional(),
  /** The soonest of the targets that run, epoch ms. */
  dueAt: z.number().optional(),
  /** It lives on in another; `state` is what it was before. */
  mergedInto: z
    .object({
      ticketId: z.string(),
      number: z.number().int(),
      at: z.number(),
      by: ActorSchema,
      state: TicketStateSchema,
    })
    .optional(),
  merged: z.array(MergeRecordSchema).readonly().optional(),
  splitFrom: z.string().optional(),
  /** The rule that opened it, `<id>`. */
  ruleId: z.string().optional(),
  context: TicketContextSchema,
  notes: z.array(TicketNoteSchema).readonly(),
  /** The id in the system that the webhook feeds, and how delivery stands. */
  external: z
    .object({
      id: z.string().optional(),
      url: z.string().optional(),
      status: z.string().optional(),
      delivery: z.enum(['none', 'waiting', 'delivered', 'failed']),
      fault: FaultSchema.optional(),
    })
    .optional(),
  version: z.number().int(),
});

/** A piece of work that outlives the stream. */
export type Ticket = Readonly<z.infer<typeof TicketSchema>>;
