import { z } from 'zod';
import { ActorSchema } from '../domain/actor.ts';
import { FaultSchema } from '../domain/fault.ts';
import { CATEGORIES } from '../domain/verdict.ts';

/** Why a room was trained anew. `first`: nothing was learnt before. `quiet`: the room had been silent. */
export const TRAINING_REASONS = ['first', 'nightly', 'quiet', 'request', 'reset'] as const;
export type TrainingReason = (typeof TRAINING_REASONS)[number];

export const BuiltinCategorySchema = z.enum(CATEGORIES);

/** Alerts per 1,000 messages: the least and the most that may be asked for. */
export const LEAST_BUDGET = 0.1;
export const MOST_BUDGET = 100;
export const PerThousandSchema = z.number().min(LEAST_BUDGET).max(MOST_BUDGET);

export const RoomBudgetSchema = z.object({
  /** All alerts together; absent: the hub's default. */
  perThousand: PerThousandSchema.optional(),
  /** Own figures of single categories; absent: their share of the whole. */
  categories: z.partialRecord(BuiltinCategorySchema, PerThousandSchema),
});
/** What a room asks for, in alerts per 1,000 messages. */
export type RoomBudget = Readonly<z.infer<typeof RoomBudgetSchema>>;

export const RoomModelSchema = z.object({
  /** `<room>/<number>` */
  id: z.string(),
  roomId: z.string(),
  /** Counts up by one per room for ever. */
  number: z.number().int(),
  at: z.number(),
  why: z.enum(TRAINING_REASONS),
  by: ActorSchema,
  /** Messages of the room it was made from, and of other rooms of the platform where its own were few. */
  samples: z.number().int(),
  borrowed: z.number().int(),
  dismissals: z.number().int(),
  confirmations: z.number().int(),
  /** Wall time of reading, training and testing. */
  durationMs: z.number(),
  /** As kept, compressed. */
  bytes: z.number().int(),
  check: z.object({
    /** Newest messages kept out of training, on which limits were set. */
    messages: z.number().int(),
    /** Alerts per 1,000 of them at the room's budget. */
    perThousand: z.number(),
    /** Of what people dismissed or confirmed here: how much the model gets right. */
    dismissedQuiet: z.number().int(),
    confirmedFound: z.number().int(),
  }),
  /** Somebody went back from it to the one before. */
  withdrawnAt: z.number().optional(),
});
/** One version of what a room's detector has learnt. */
export type RoomModel = Readonly<z.infer<typeof RoomModelSchema>>;

export const TrainingProgressSchema = z.object({
  why: z.enum(TRAINING_REASONS),
  by: ActorSchema,
  since: z.number(),
  stage: z.enum(['waiting', 'reading', 'training', 'testing', 'saving']),
  /** 0..1 of the whole. */
  done: z.number().min(0).max(1),
});
/** A training that is under way. */
export type TrainingProgress = Readonly<z.infer<typeof TrainingProgressSchema>>;

export const TrainingResultSchema = z.object({
  why: z.enum(TRAINING_REASONS),
  by: ActorSchema,
  at: z.number(),
  durationMs: z.number(),
  /** The model it made; absent where it failed. */
  modelId: z.string().optional(),
  fault: FaultSchema.optional(),
});
/** How the last training ended. */
export type TrainingResult = Readonly<z.infer<typeof TrainingResultSchema>>;

export const ExampleSchema = z.object({
  id: z.string(),
  roomId: z.string(),
  /** `hype`, `joke` and `wrong` come from dismissals, `confirmed` from flags that were acted on. */
  kind: z.enum(['hype', 'joke', 'wrong', 'allow_person', 'allow_text', 'confirmed']),
  /** The text as it was said, or a person's id. */
  value: z.string(),
  /** Of a person: the name, where one is known. */
  name: z.string().optional(),
  category: z.string(),
  at: z.number(),
  by: ActorSchema,
});
/** One thing a person taught the room. */
export type Example = Readonly<z.infer<typeof ExampleSchema>>;
export type ExampleKind = Example['kind'];
