import { z } from 'zod';

/** Everything a form may ask for. */
export const FIELD_KINDS = [
  'text',
  'paragraph',
  'number',
  'money',
  'date',
  'datetime',
  'choice',
  'choices',
  'yesno',
  'phone',
  'email',
  'link',
  'order',
] as const;
export const FieldKindSchema = z.enum(FIELD_KINDS);
export type FieldKind = z.infer<typeof FieldKindSchema>;

export const FieldSchema = z.object({
  id: z.string().regex(/^[a-z][a-zA-Z0-9_]{0,39}$/),
  label: z.object({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
  kind: FieldKindSchema,
  /** `open`: needed when the ticket is opened; `solve`: before it is solved. */
  required: z.enum(['no', 'open', 'solve']).default('no'),
  /** What `choice` and `choices` choose from. */
  options: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        label: z.object({ zh: z.string().min(1).max(80), en: z.string().min(1).max(80) }),
      }),
    )
    .max(100)
    .default([]),
  /** Bounds of `number` and `money` (in the unit people speak of). */
  min: z.number().optional(),
  max: z.number().optional(),
  /** Characters of a text; 200 for `text` and 5,000 for `paragraph` unless told. */
  maxLength: z.number().int().min(1).max(5_000).optional(),
});
/** One question of a form. */
export type TicketField = Readonly<z.infer<typeof FieldSchema>>;

export const FieldValueSchema = z.union([
  z.string().max(5_000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(64)).max(100).readonly(),
]);
/** Text, date, order, link: a string; money: a decimal string; number and datetime (epoch ms): a number. */
export type FieldValue = z.infer<typeof FieldValueSchema>;
export const FieldValuesSchema = z.record(z.string().max(40), FieldValueSchema);
export type FieldValues = Readonly<Record<string, FieldValue>>;
