import { z } from 'zod';

const clockTime = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/);

export const HoursSchema = z.object({
  timeZone: z.string().min(1).max(60),
  /** Sunday first; `24:00` ends a day. Empty: closed that day. */
  days: z.array(z.array(z.object({ from: clockTime, to: clockTime })).max(6)).length(7),
  /** Dates (`2026-01-01`) on which the desk is closed. */
  closed: z.array(z.string().regex(/^\d{4}-\d{2}-\d{2}$/)).max(200),
});
/** When people answer. */
export type Hours = Readonly<z.infer<typeof HoursSchema>>;
