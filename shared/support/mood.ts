import { z } from 'zod';
import { ReasonLineSchema } from './reason-line.ts';

export const MOOD_LEVELS = ['calm', 'uneasy', 'upset', 'angry'] as const;
export const MoodSchema = z.object({
  level: z.enum(MOOD_LEVELS),
  /** 0 calm .. 1 furious, of the newest messages. */
  score: z.number().min(0).max(1),
  /** It got worse over the newest messages. */
  isFalling: z.boolean(),
  reasons: z.array(ReasonLineSchema).readonly(),
  at: z.number(),
});
/** How a viewer's newest messages sound, and what says so. */
export type Mood = Readonly<z.infer<typeof MoodSchema>>;
