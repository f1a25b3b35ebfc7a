import { z } from 'zod';
import { PersonRoleSchema } from '../domain/person.ts';
import { CATEGORIES } from '../domain/verdict.ts';
import { RULE_LIMITS } from './limits.ts';
import { ListIdSchema, VariantsSchema, VersionSchema } from './words.ts';

const windowSec = z.number().int().min(1).max(RULE_LIMITS.windowSec);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const comparison = z.enum(['at_least', 'below']);

/** What can be counted in a window; the event at hand counts too. */
export const RATES = [
  /** Messages of this person. */
  'person_messages',
  /** Times this person said this same text. */
  'person_repeats',
  /** Counted gifts of this person. */
  'person_gifts',
  /** Accounts that said this same text (of four characters or more). */
  'same_text_accounts',
  /** Messages of the whole room. */
  'room_messages',
  /** Counted gifts of the whole room. */
  'room_gifts',
] as const;

/** What can be asked of a person. What is not known is neither true nor false, and never lets a rule match. */
export const PERSON_ATTRIBUTES = [
  /** Days since the account was made, where the platform tells. */
  'account_days',
  /** Level of the account on the platform. */
  'level',
  /** Level of the room's fan badge; 0 without one. */
  'medal_level',
  /** Days since we first saw the person in this room. */
  'known_days',
  /** Messages in this room before this one. */
  'messages',
  /** Mutes and bans by us. */
  'sanctions',
  /** Dispute flags in this room. */
  'disputes',
  /** Counted gifts in this room, in fen, where a fixed rate exists. */
  'spent_fen',
] as const;

/** What can be asked of the room. */
export const ROOM_STATES = [
  'live',
  'slow_mode',
  'room_mute',
  'subs_only',
  'emote_only',
  'emergency',
] as const;

const leaves = [
  z.object({
    kind: z.literal('words'),
    lists: z
      .array(z.object({ id: ListIdSchema, version: VersionSchema.optional() }).readonly())
      .max(RULE_LIMITS.listsOfOne)
      .readonly(),
    /** Words of the rule's own. */
    words: z
      .array(z.string().min(1).max(RULE_LIMITS.word))
      .max(RULE_LIMITS.inlineWords)
      .readonly()
      .optional(),
    /** How the rule's own words may be disguised; lists say so themselves. */
    variants: VariantsSchema.optional(),
    /** Different words that must occur; 1 unless given. */
    atLeast: z.number().int().min(1).max(20).optional(),
  }),
  z.object({
    kind: z.literal('pattern'),
    /** A regular expression of RE2: no look-around, no back-references, always linear in time. */
    source: z.string().min(1).max(RULE_LIMITS.patternSource),
    ignoreCase: z.boolean().optional(),
    /** `folded`: width, case, look-alikes and traditional characters are made plain first. */
    on: z.enum(['original', 'folded']).optional(),
  }),
  z.object({
    kind: z.literal('length'),
    /** Characters (UTF-16 units) of the text. */
    atLeast: z.number().int().min(1).max(1_024).optional(),
    atMost: z.number().int().min(0).max(1_024).optional(),
  }),
  z.object({
    kind: z.literal('link'),
    /** Hosts that are no trouble, with their subdomains. */
    allowedHosts: z.array(z.string().min(1).max(253)).max(100).readonly().optional(),
  }),
  z.object({
    kind: z.literal('rate'),
    what: z.enum(RATES),
    windowSec,
    atLeast: z.number().int().min(2).max(RULE_LIMITS.roomCount),
  }),
  z.object({
    kind: z.literal('person'),
    attribute: z.enum(PERSON_ATTRIBUTES),
    is: comparison,
    value: z.number().min(0).max(1e15),
  }),
  z.object({ kind: z.literal('role'), anyOf: z.array(PersonRoleSchema).min(1).max(6).readonly() }),
  /** A guard (大航海) of this tier or a higher one: 1 总督, 2 提督, 3 舰长. */
  z.object({ kind: z.literal('guard'), tier: z.union([z.literal(1), z.literal(2), z.literal(3)]) }),
  /** The account's first message in this room. */
  z.object({ kind: z.literal('first_message') }),
  z.object({ kind: z.literal('room'), state: z.enum(ROOM_STATES) }),
  z.object({
    kind: z.literal('viewers'),
    is: comparison,
    value: z.number().int().min(0).max(1e9),
  }),
  /** Minutes since the sitting began. */
  z.object({
    kind: z.literal('phase'),
    is: comparison,
    minutes: z.number().int().min(0).max(1_440),
  }),
  z.object({
    kind: z.literal('time'),
    /** Inclusive; `from` after `to` goes over midnight. */
    from: clock,
    /** Exclusive. */
    to: clock,
    /** 480 for Beijing. */
    utcOffsetMin: z.number().int().min(-720).max(840),
    /** 0 Sunday … 6 Saturday, of the day it is at the event; every day unless given. */
    weekdays: z.array(z.number().int().min(0).max(6)).min(1).max(7).readonly().optional(),
  }),
  z.object({
    kind: z.literal('gift'),
    /** `fen` compares where a fixed rate exists; otherwise a platform's unit, in its smallest amount. */
    unit: z.string().min(1).max(24),
    atLeast: z.number().int().min(0).max(1e12).optional(),
    below: z.number().int().min(1).max(1e12).optional(),
  }),
  z.object({
    kind: z.literal('score'),
    category: z.enum(CATEGORIES),
    /** 0.3..1; below 0.3 no score is kept. */
    atLeast: z.number().min(0.3).max(1),
  }),
] as const;

const LeafSchema = z.discriminatedUnion('kind', [...leaves]);

/** One of the closed set of matchers. */
export type Matcher = Readonly<z.infer<typeof LeafSchema>>;
export type MatcherKind = Matcher['kind'];

/** A matcher, or a combination of conditions. */
export type Condition =
  | Matcher
  | { readonly kind: 'all'; readonly of: readonly Condition[] }
  | { readonly kind: 'any'; readonly of: readonly Condition[] }
  /** At least `n` of them. */
  | { readonly kind: 'at_least'; readonly n: number; readonly of: readonly Condition[] }
  | { readonly kind: 'not'; readonly of: Condition };

const children = z
  .array(z.lazy((): z.ZodType<Condition> => ConditionSchema))
  .min(1)
  .max(RULE_LIMITS.children);

/** The JSON form of a condition. Depth and size are checked by {@link conditionShape} before. */
export const ConditionSchema: z.ZodType<Condition> = z
  .discriminatedUnion('kind', [
    ...leaves,
    z.object({ kind: z.literal('all'), of: children.readonly() }),
    z.object({ kind: z.literal('any'), of: children.readonly() }),
    z.object({
      kind: z.literal('at_least'),
      n: z.number().int().min(1).max(RULE_LIMITS.children),
      of: children.readonly(),
    }),
    z.object({ kind: z.literal('not'), of: z.lazy((): z.ZodType<Condition> => ConditionSchema) }),
  ])
  .meta({ id: 'RuleCondition' });

/** Depth and number of conditions in any JSON value, without recursion; stops at the limits. */
export function conditionShape(value: unknown): { readonly depth: number; readonly nodes: number } {
  let depth = 0;
  let nodes = 0;
  const open: { readonly at: unknown; readonly depth: number }[] = [{ at: value, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1;
    depth = Math.max(depth, next.depth);
    if (nodes > RULE_LIMITS.nodes || depth > RULE_LIMITS.depth) break;
    const inner = typeof next.at === 'object' && next.at !== null && 'of' in next.at ? next.at.of : undefined;
    const list: readonly unknown[] = Array.isArray(inner) ? inner : inner === undefined ? [] : [inner];
    for (const at of list.slice(0, RULE_LIMITS.nodes + 1)) open.push({ at, depth: next.depth + 1 });
  }
  return { depth, nodes };
}
