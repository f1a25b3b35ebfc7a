import { z } from 'zod';

/** Fixed names of what can be wrong (DESIGN §5); a rule's own category is `rule:<id>`. */
export const CATEGORIES = ['abuse', 'ad', 'flood', 'raid', 'dispute', 'appeal'] as const;
export type BuiltinCategory = (typeof CATEGORIES)[number];
export type Category = BuiltinCategory | `rule:${string}`;

export const CategorySchema = z.custom<Category>(
  (value) =>
    typeof value === 'string' &&
    ((CATEGORIES as readonly string[]).includes(value) || /^rule:[\w.-]{1,64}$/.test(value)),
  'a category of the fixed list or rule:<id>',
);

export const ReasonSchema = z.object({
  /** Closed code, for programs: `lexicon`, `contact`, `near_duplicate`, `two_cues`, `recent_gift`, `fan_badge`, … */
  code: z.string().max(64),
  /** One plain line each. */
  text: z.string().max(500),
  textEn: z.string().max(500),
  /** Where in the original text, UTF-16 offsets [start, end). */
  span: z
    .tuple([z.number().int().min(0), z.number().int().min(0)])
    .readonly()
    .optional(),
  /** Positive: evidence for; negative: evidence against; 0: neither (what would un-flag it). */
  weight: z.number(),
});

/** Why a verdict is what it is. */
export type Reason = Readonly<z.infer<typeof ReasonSchema>>;

export const VerdictSchema = z.object({
  category: CategorySchema,
  /** 0..1; comparable within a category. */
  score: z.number().min(0).max(1),
  /** Whether it is above the room's threshold. */
  flag: z.boolean(),
  reasons: z.array(ReasonSchema).max(16).readonly(),
  /** The raid or flood it belongs to; one cluster is one flag. */
  clusterId: z.string().max(128).optional(),
  /** The detector or rule that says so, with version: `abuse@1`, `rule:no-links@3`. */
  by: z.string().max(96),
  /** A shadow rule's verdict only counts; it never raises a flag. */
  shadow: z.boolean().optional(),
});

/** What one detector says of one event. */
export type Verdict = Readonly<z.infer<typeof VerdictSchema>>;
