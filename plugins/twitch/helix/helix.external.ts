import { z } from 'zod';

/** Answers of https://api.twitch.tv/helix (dev.twitch.tv/docs/api/reference). */
export const UsersAnswerSchema = z.object({
  data: z.array(z.object({ id: z.string().regex(/^\d{1,20}$/), login: z.string() })),
});

export const BansAnswerSchema = z.object({
  data: z
    .array(z.object({ user_id: z.string(), created_at: z.string(), end_time: z.string().nullable() }))
    .min(1),
});

export const SayAnswerSchema = z.object({
  data: z
    .array(
      z.object({
        message_id: z.string(),
        is_sent: z.boolean(),
        drop_reason: z.object({ code: z.string(), message: z.string() }).nullish(),
      }),
    )
    .min(1),
});
