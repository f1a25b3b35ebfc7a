import { z } from 'zod';
import { FaultSchema } from './fault.ts';

export const RoomSchema = z.object({
  /** Short, stable, unique on the hub: letters, digits, `_ - .`. */
  id: z.string().regex(/^[\w.-]{1,64}$/),
  name: z.string().min(1).max(120),
  /** Plugin id: `twitch`, `demo`, `replay`, `ingress`. */
  plugin: z.string().max(32),
  /** Checked by the plugin's own schema. */
  settings: z.record(z.string(), z.unknown()),
  /** Connect when the core starts. */
  enabled: z.boolean(),
  createdAt: z.number(),
});

/** A live room that is watched. */
export type Room = Readonly<z.infer<typeof RoomSchema>>;

export const SourceStatusSchema = z.object({
  state: z.enum(['idle', 'connecting', 'live', 'reconnecting', 'waiting', 'ended', 'failed']),
  since: z.number(),
  fault: FaultSchema.optional(),
});
/** How a room's source stands. */
export type SourceStatus = Readonly<z.infer<typeof SourceStatusSchema>>;

export const RoomModesSchema = z.object({
  slowSec: z.number().nullable().optional(),
  roomMute: z.boolean().optional(),
  subsOnly: z.boolean().optional(),
  emoteOnly: z.boolean().optional(),
  live: z.boolean().optional(),
  viewers: z.number().optional(),
  /** Set while emergency mode is on: who and since when. */
  emergency: z.object({ id: z.string(), since: z.number(), by: z.string() }).optional(),
});
export type RoomModes = Readonly<z.infer<typeof RoomModesSchema>>;

export const StreamSchema = z.object({
  id: z.string(),
  roomId: z.string(),
  roomName: z.string(),
  startedAt: z.number(),
  /** When it was last heard of; told while it runs too, so that a crash leaves an end. */
  endedAt: z.number().optional(),
  events: z.number().int(),
});
/** One sitting of a room, which the review page opens. */
export type Stream = Readonly<z.infer<typeof StreamSchema>>;
