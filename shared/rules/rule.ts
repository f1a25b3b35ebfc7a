import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { SeveritySchema } from '../domain/flag.ts';
import { PersonRoleSchema } from '../domain/person.ts';
import { RoomSchema } from '../domain/room.ts';
import { ConditionSchema, conditionShape } from './condition.ts';
import { RULE_LIMITS } from './limits.ts';
import { RuleIdSchema, VersionSchema } from './words.ts';

/** Kinds of event a rule may look at. */
export const RULE_EVENTS = [
  'chat',
  'superchat',
  'gift',
  'membership',
  'enter',
  'follow',
  'share',
  'held',
] as const;
export type RuleEvent = (typeof RULE_EVENTS)[number];

/** Whom a rule spares, beside staff, the streamer and people allowed in the room, whom every rule spares. */
export const ExemptionsSchema = z.object({
  roles: z.array(PersonRoleSchema).max(6).readonly(),
  /** Guards (大航海) of any tier. */
  guards: z.boolean(),
  /** From this fan badge level on. */
  medalLevel: z.number().int().min(1).max(200).optional(),
  /** From this account level on. */
  level: z.number().int().min(1).max(1_000).optional(),
  /** From this counted spend in the room on, in fen. */
  spentFen: z.number().int().min(1).max(1e12).optional(),
  /** Keys of people: `platform:id`. */
  persons: z.array(z.string().min(1).max(400)).max(500).readonly(),
});
export type Exemptions = Readonly<z.infer<typeof ExemptionsSchema>>;

const text = z.string().min(1).max(200);

export const StepSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('flag') }),
  z.object({ action: z.literal('warn'), text }),
  z.object({ action: z.literal('delete') }),
  z.object({
    action: z.literal('mute'),
    /** 1 s to 14 days. */
    durationSec: z.number().int().min(1).max(1_209_600),
    /** The message goes too. */
    deletes: z.boolean().optional(),
  }),
  z.object({ action: z.literal('ban'), deletes: z.boolean().optional() }),
]);
/** What one step of a ladder does; `flag` only shows it to a person. */
export type Step = Readonly<z.infer<typeof StepSchema>>;

export const LadderSchema = z.object({
  kind: z.literal('ladder'),
  steps: z.array(StepSchema).min(1).max(RULE_LIMITS.steps).readonly(),
  /** After so many minutes without another step the ladder begins anew, 1 minute to 30 days. */
  memoryMin: z.number().int().min(1).max(43_200),
  /** What a person does within so many seconds after a step belongs to that step, 1..600. */
  restSec: z.number().int().min(1).max(600),
  /** Actions in any minute, over all rooms; beyond it the rule only flags until a supervisor lets it act again. */
  maxPerMinute: z.number().int().min(1).max(120),
});
/** The penalty ladder of a rule. */
export type Ladder = Readonly<z.infer<typeof LadderSchema>>;

export const ConsequenceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('flag') }),
  LadderSchema,
]);

/** The schema of the JSON form below; a later one converts what it reads. */
export const RULE_FORMAT = 1;

const DefinitionObject = z.object({
  format: z.literal(RULE_FORMAT),
  name: z.string().min(1).max(80),
  note: z.string().max(1_000).optional(),
  /** Absent: all rooms of the hub, also later ones. */
  roomIds: z.array(RoomSchema.shape.id).min(1).max(200).readonly().optional(),
  on: z.array(z.enum(RULE_EVENTS)).min(1).max(RULE_EVENTS.length).readonly(),
  when: ConditionSchema,
  /** Of the flags it raises. */
  severity: SeveritySchema,
  exempt: ExemptionsSchema,
  does: ConsequenceSchema,
});

/** What a rule is, as a person writes it: versioned, exportable, checked in depth and size before anything else. */
export const RuleDefinitionSchema = z.preprocess((value, ctx) => {
  const when = typeof value === 'object' && value !== null && 'when' in value ? value.when : undefined;
  const { depth, nodes } = conditionShape(when);
  if (depth <= RULE_LIMITS.depth && nodes <= RULE_LIMITS.nodes) return value;
  const message =
    depth > RULE_LIMITS.depth
      ? `nested deeper than ${RULE_LIMITS.depth}: split it into several rules`
      : `more than ${RULE_LIMITS.nodes} conditions: split it into several rules`;
  ctx.addIssue({ code: 'custom', path: ['when'], message });
  return z.NEVER;
}, DefinitionObject);
export type RuleDefinition = Readonly<z.infer<typeof DefinitionObject>>;

export const RuleVersionSchema = z.object({
  /** `<rule>@<version>` */
  id: z.string(),
  ruleId: RuleIdSchema,
  version: VersionSchema,
  definition: DefinitionObject,
  at: z.number(),
  by: ActorSchema,
  /** What the change was for, in the words of who made it. */
  remark: z.string().max(500).optional(),
  /** The version this one brings back. */
  copyOf: VersionSchema.optional(),
  /** When it first went live. */
  liveAt: z.number().optional(),
});
/** One version of a rule; never changed, but for when it first went live. */
export type RuleVersion = Readonly<z.infer<typeof RuleVersionSchema>>;

export const HaltSchema = z.object({
  /** `brake`: it flags and acts no more. `suspended`: it is not looked at. */
  kind: z.enum(['brake', 'suspended']),
  at: z.number(),
  version: VersionSchema,
  reason: z.object({ zh: z.string(), en: z.string() }),
});
/** Why a rule does less than it says. */
export type Halt = Readonly<z.infer<typeof HaltSchema>>;

export const RuleHeadSchema = z.object({
  id: RuleIdSchema,
  newest: VersionSchema,
  /** The version that flags and acts. */
  live: VersionSchema.optional(),
  /** The version that only counts; may run beside a live one. */
  shadow: VersionSchema.optional(),
  archivedAt: z.number().optional(),
  halt: HaltSchema.optional(),
  createdAt: z.number(),
  createdBy: ActorSchema,
  updatedAt: z.number(),
  updatedBy: ActorSchema,
});
/** Which versions of a rule there are and run. */
export type RuleHead = Readonly<z.infer<typeof RuleHeadSchema>>;

/** A definition to begin with: a list's words in chat are flagged. */
export function blankRule(name: string): RuleDefinition {
  return {
    format: RULE_FORMAT,
    name,
    on: ['chat', 'superchat'],
    when: { kind: 'words', lists: [] },
    severity: 'mid',
    exempt: { roles: ['vip'], guards: false, persons: [] },
    does: { kind: 'flag' },
  };
}
