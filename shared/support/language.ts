import { z } from 'zod';

export const LanguageCodeSchema = z.string().regex(/^[a-z]{2}$/);
/** ISO 639-1, lower case. */
export type LanguageCode = z.infer<typeof LanguageCodeSchema>;

export const TranslationSchema = z.object({
  /** The language it was put into. */
  to: LanguageCodeSchema,
  /** `done` has `text`; otherwise the original is shown, with the reason as a note. */
  state: z.enum(['done', 'failed']),
  text: z.string().max(8_000).optional(),
  /** `refused`: what came back could not be trusted to be a translation. */
  reason: z.enum(['limit', 'failed', 'refused', 'timeout']).optional(),
  at: z.number(),
});
/** A message in the other side's language. The original is never replaced. */
export type Translation = Readonly<z.infer<typeof TranslationSchema>>;

export const TranslationConfigSchema = z.object({
  /** Between viewers and staff of different languages, where a provider is set. */
  enabled: z.boolean(),
  /** What the desk reads. */
  staffLanguage: LanguageCodeSchema,
  /** Tokens of a conversation, and of a day over all; beyond, originals are shown. */
  conversationTokens: z.number().int().min(0).max(1_000_000),
  dailyTokens: z.number().int().min(0).max(1_000_000_000),
});
export type TranslationConfig = Readonly<z.infer<typeof TranslationConfigSchema>>;

export const DEFAULT_TRANSLATION: TranslationConfig = {
  enabled: false,
  staffLanguage: 'zh',
  conversationTokens: 20_000,
  dailyTokens: 2_000_000,
};
