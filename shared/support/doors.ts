import { z } from 'zod';

export const DOOR_COUNTS = [
  'connects',
  'connectsRefused',
  'socketsRefused',
  'linesCut',
  'sessions',
  'sessionsRefused',
  'messagesRefused',
  'uploadsRefused',
  'blockedRefused',
  'appeals',
  'managerRefused',
] as const;
export type DoorCount = (typeof DOOR_COUNTS)[number];

export const DoorCountsSchema = z.object({
  /** Epoch ms from which these are counted: the start of the hub. */
  since: z.number(),
  counts: z.record(z.enum(DOOR_COUNTS), z.number()),
  /** Viewers' lines that are open now, and addresses they come from. */
  socketsNow: z.number(),
  addressesNow: z.number(),
});
/** What the viewers' doors let in and refused. */
export type DoorCounts = Readonly<z.infer<typeof DoorCountsSchema>>;

export const DoorLimitsSchema = z.object({
  /** WebSocket connects from one address in a minute. */
  connectsPerMinute: z.number().int().min(1).max(100_000),
  /** Lines of one address at once. */
  socketsPerAddress: z.number().int().min(1).max(10_000),
  /** Sessions opened from one address in a minute, by REST and WebSocket together. */
  sessionsPerMinute: z.number().int().min(1).max(100_000),
  /** Messages of one viewer in a minute. */
  messagesPerMinute: z.number().int().min(1).max(600),
});
/** How much one address, and one viewer, may ask of the desk. */
export type DoorLimits = Readonly<z.infer<typeof DoorLimitsSchema>>;

export const DEFAULT_DOORS: DoorLimits = {
  connectsPerMinute: 240,
  socketsPerAddress: 200,
  sessionsPerMinute: 120,
  messagesPerMinute: 40,
};
