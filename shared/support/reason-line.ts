import { z } from 'zod';

export const ReasonLineSchema = z.object({ code: z.string().max(40), zh: z.string(), en: z.string() });
/** Why something was decided, in both languages. */
export type ReasonLine = Readonly<z.infer<typeof ReasonLineSchema>>;
