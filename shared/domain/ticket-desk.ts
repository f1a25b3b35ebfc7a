import { z } from 'zod';
import { ConversationPrioritySchema, TopicSchema } from '../support/conversation.ts';
import { HoursSchema } from './hours.ts';
import { FieldSchema, FieldValuesSchema } from './ticket-fields.ts';

export const TICKET_PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
export const TicketPrioritySchema = z.enum(TICKET_PRIORITIES);
export type TicketPriority = z.infer<typeof TicketPrioritySchema>;

const slug = z.string().regex(/^[\w-]{1,64}$/);
const departmentName = z.string().min(1).max(64);
const label = z.object({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) });
const minutes = z.number().int().min(0).max(86_400);

export const TargetTimesSchema = z.object({
  /** Minutes of open time; 0 is no target. */
  firstResponse: minutes,
  nextResponse: minutes,
  resolution: minutes,
});
/** How soon each step is due, in minutes of open time. */
export type TargetTimes = Readonly<z.infer<typeof TargetTimesSchema>>;

export const TargetPolicySchema = z.object({
  times: z.object({
    low: TargetTimesSchema,
    normal: TargetTimesSchema,
    high: TargetTimesSchema,
    urgent: TargetTimesSchema,
  }),
  /** Only these hours count; null counts every hour. */
  hours: HoursSchema.nullable(),
  /** A warning is given when this share of a target is used up, percent. */
  warnPercent: z.number().int().min(1).max(99),
  /** Clocks stand still while a ticket is `pending`. */
  pauseWhilePending: z.boolean(),
});
/** A department's promises. */
export type TargetPolicy = Readonly<z.infer<typeof TargetPolicySchema>>;

export const DepartmentSchema = z.object({
  name: departmentName,
  /** Member ids of those who work its queue; empty: nobody is told of what comes in. */
  members: z.array(z.string().max(128)).max(500),
  /** Null: the desk's own policy. */
  targets: TargetPolicySchema.nullable(),
});
/** A department with its people and promises; its queue are its unfinished tickets. */
export type Department = Readonly<z.infer<typeof DepartmentSchema>>;

export const TicketTypeSchema = z.object({
  id: slug,
  name: label,
  /** Where tickets of this type go unless told otherwise. */
  department: departmentName.optional(),
  priority: TicketPrioritySchema.optional(),
});
export type TicketType = Readonly<z.infer<typeof TicketTypeSchema>>;

export const FormSchema = z.object({
  id: slug,
  /** Absent: every department; likewise the type. */
  department: departmentName.optional(),
  type: slug.optional(),
  fields: z.array(FieldSchema).max(40),
});
/** Questions for the tickets of a department, a type, or both. */
export type TicketForm = Readonly<z.infer<typeof FormSchema>>;

export const TemplateSchema = z.object({
  id: slug,
  name: z.string().min(1).max(80),
  /** With `{viewer}`, `{room}`, `{agent}`, `{conversation}`. */
  title: z.string().max(200),
  description: z.string().max(5_000),
  type: slug.optional(),
  department: departmentName.optional(),
  priority: TicketPrioritySchema.optional(),
  fields: FieldValuesSchema.default({}),
});
/** A ticket half written. */
export type TicketTemplate = Readonly<z.infer<typeof TemplateSchema>>;

export const RuleConditionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('topic'), any: z.array(TopicSchema).min(1).max(20) }),
  z.object({ kind: z.literal('priority'), any: z.array(ConversationPrioritySchema).min(1).max(10) }),
  /** One of these words occurs in what the viewer wrote, after folding. */
  z.object({ kind: z.literal('words'), any: z.array(z.string().min(1).max(60)).min(1).max(40) }),
  z.object({ kind: z.literal('vip'), atLeast: z.number().int().min(1).max(100) }),
  z.object({ kind: z.literal('signed'), is: z.boolean() }),
  z.object({ kind: z.literal('score'), atMost: z.number().int().min(1).max(5) }),
]);
/** All a rule may ask about a conversation. */
export type RuleCondition = Readonly<z.infer<typeof RuleConditionSchema>>;

export const RULE_MOMENTS = ['queued', 'bot_handover', 'escalated', 'closed', 'abandoned', 'rated'] as const;
export const TicketRuleSchema = z.object({
  id: slug,
  name: z.string().min(1).max(80),
  enabled: z.boolean(),
  /** When it looks. */
  at: z.enum(RULE_MOMENTS),
  /** All must hold; none holds for nothing. */
  when: z.array(RuleConditionSchema).min(1).max(10),
  open: z.object({
    templateId: slug.optional(),
    title: z.string().max(200).optional(),
    type: slug.optional(),
    department: departmentName.optional(),
    priority: TicketPrioritySchema.optional(),
  }),
});
/** Opens a ticket from a conversation by itself, once for each conversation. */
export type TicketRule = Readonly<z.infer<typeof TicketRuleSchema>>;

export const TicketDeskSchema = z.object({
  types: z.array(TicketTypeSchema).max(100),
  departments: z.array(DepartmentSchema).max(50),
  /** For departments without a policy of their own. */
  targets: TargetPolicySchema,
  forms: z.array(FormSchema).max(200),
  templates: z.array(TemplateSchema).max(200),
  rules: z.array(TicketRuleSchema).max(100),
});
/** How tickets are worked here. */
export type TicketDesk = Readonly<z.infer<typeof TicketDeskSchema>>;

const times = (firstResponse: number, nextResponse: number, resolution: number): TargetTimes => ({
  firstResponse,
  nextResponse,
  resolution,
});

/** Every hour counts; an urgent ticket is answered in a quarter of an hour. */
export const DEFAULT_TARGETS: TargetPolicy = {
  times: {
    low: times(480, 960, 7_200),
    normal: times(120, 240, 2_880),
    high: times(30, 60, 1_440),
    urgent: times(15, 30, 480),
  },
  hours: null,
  warnPercent: 80,
  pauseWhilePending: true,
};

/** The desk before anyone changes anything. */
export const DEFAULT_TICKET_DESK: TicketDesk = {
  types: [
    { id: 'refund', name: { zh: '退款', en: 'Refund' }, department: '财务', priority: 'high' },
    { id: 'recharge', name: { zh: '充值', en: 'Top-up' }, department: '财务', priority: 'high' },
    { id: 'appeal', name: { zh: '申诉', en: 'Appeal' }, department: '客服' },
    { id: 'complaint', name: { zh: '投诉', en: 'Complaint' }, department: '客服', priority: 'high' },
    { id: 'technical', name: { zh: '技术问题', en: 'Technical' }, department: '技术' },
    { id: 'other', name: { zh: '其他', en: 'Other' } },
  ],
  departments: [],
  targets: DEFAULT_TARGETS,
  forms: [],
  templates: [],
  rules: [],
};
