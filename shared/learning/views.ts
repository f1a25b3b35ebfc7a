import { z } from 'zod';
import {
  BuiltinCategorySchema,
  RoomBudgetSchema,
  RoomModelSchema,
  TrainingProgressSchema,
  TrainingResultSchema,
} from './model.ts';

export const CategoryTuningSchema = z.object({
  category: BuiltinCategorySchema,
  /** Alerts per 1,000 messages aimed at, and whether the room set this one itself. */
  perThousand: z.number(),
  isOwn: z.boolean(),
  /** The score from which it flags, 0..1; it moves with the room's recent scores. */
  threshold: z.number(),
  /** Alerts per 1,000 of the messages counted in `recent`. */
  recentPerThousand: z.number(),
  /** Recent messages by score, 0..1 in twenty equal parts; absent where scores say nothing (floods, raids). */
  scores: z.array(z.number().int()).readonly().optional(),
});
export type CategoryTuning = Readonly<z.infer<typeof CategoryTuningSchema>>;

export const RatePointSchema = z.object({
  /** Begin of the half hour, epoch ms. */
  at: z.number(),
  messages: z.number().int(),
  alerts: z.number().int(),
});
export type RatePoint = Readonly<z.infer<typeof RatePointSchema>>;

export const LearningViewSchema = z.object({
  roomId: z.string(),
  roomName: z.string(),
  /** `prior`: only what the platform's other rooms and the shipped model know. */
  state: z.enum(['prior', 'learnt']),
  /** 0..1: how much of the room's language is known. */
  knowledge: z.number(),
  /** Unflagged messages kept to learn from, the most that are kept, and how many there were to choose from. */
  samples: z.number().int(),
  samplesLimit: z.number().int(),
  offered: z.number().int(),
  /** Kept since the last training. */
  newSamples: z.number().int(),
  dismissals: z.number().int(),
  confirmations: z.number().int(),
  allowedPersons: z.number().int(),
  allowedTexts: z.number().int(),
  training: TrainingProgressSchema.optional(),
  lastTraining: TrainingResultSchema.optional(),
  /** When it is next trained by itself, if there is enough that is new. */
  nextAt: z.number().optional(),
  /** The model in use; absent: the prior. */
  model: RoomModelSchema.optional(),
  canRollBack: z.boolean(),
  /** As set for the room, and the hub's default for all alerts together. */
  budget: RoomBudgetSchema,
  defaultPerThousand: z.number(),
  /** All alerts together, as it is in force. */
  perThousand: z.number(),
  categories: z.array(CategoryTuningSchema),
  /** Messages and alerts since the detector began to count, at most the newest 20,000 or so. */
  recent: z.object({ messages: z.number().int(), alerts: z.number().int() }),
  /** The last 48 half hours with chat, oldest first. */
  series: z.array(RatePointSchema),
});
/** What a room has learnt, and how it is set. */
export type LearningView = Readonly<z.infer<typeof LearningViewSchema>>;

export const RESET_PARTS = ['language', 'examples', 'allowed', 'models', 'budget'] as const;
/** `language`: samples and what was made of them; `examples`: dismissals and confirmations; `allowed`: people and texts. */
export type ResetPart = (typeof RESET_PARTS)[number];

export const ResetPreviewSchema = z.object({
  roomId: z.string(),
  parts: z.array(z.enum(RESET_PARTS)),
  /** What would be forgotten. */
  samples: z.number().int(),
  dismissals: z.number().int(),
  confirmations: z.number().int(),
  allowedPersons: z.number().int(),
  allowedTexts: z.number().int(),
  models: z.number().int(),
  /** The oldest thing that would be forgotten, epoch ms. */
  since: z.number().optional(),
  /** Some of the examples, newest first. */
  examples: z.array(z.string()),
  /** To be given back with `reset`: refused where something was learnt in between. */
  token: z.string(),
});
export type ResetPreview = Readonly<z.infer<typeof ResetPreviewSchema>>;

/** What the learning feed says: all rooms first, then those that changed. */
export type LearningFrame =
  | { readonly kind: 'snapshot'; readonly rooms: readonly LearningView[] }
  | { readonly kind: 'room'; readonly room: LearningView }
  | { readonly kind: 'room_removed'; readonly roomId: string };
