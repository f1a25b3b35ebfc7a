import { z } from 'zod';

/** The hub's configuration, by name; each has a schema and a default, so a missing one is never "everything". */
export const SettingsSchema = z.object({
  retention: z
    .object({ maxAgeDays: z.number().int().min(1).max(3_650), maxGigabytes: z.number().min(0.1).max(10_000) })
    .default({ maxAgeDays: 90, maxGigabytes: 50 }),
  /** Seconds until a flag of each severity turns red unattended. */
  sla: z
    .object({ high: z.number().int().min(5), mid: z.number().int().min(5), low: z.number().int().min(5) })
    .default({ high: 60, mid: 180, low: 600 }),
  detection: z
    .object({
      budgetPerThousand: z.number().min(0.1).max(100),
      blockedTerms: z.array(z.string().min(1).max(100)).max(10_000),
      allowedHosts: z.array(z.string().min(1).max(253)).max(1_000),
    })
    .default({ budgetPerThousand: 3, blockedTerms: [], allowedHosts: [] }),
  /** Signed calls for tickets; no URL means none are sent. */
  ticketHook: z
    .object({
      url: z.string().max(2_000),
      secret: z.string().max(200),
      department: z.string().max(64).optional(),
    })
    .nullable()
    .default(null),
  departments: z.array(z.string().min(1).max(64)).min(1).max(50).default(['客服', '财务', '风控', '技术']),
  /** Seconds by which a streamer sees disputes later. */
  streamerDelaySec: z.number().int().min(0).max(600).default(0),
  emergency: z
    .object({ slowSec: z.number().int().min(0).max(3_600), roomMute: z.boolean() })
    .default({ slowSec: 30, roomMute: false }),
  /** People who spent at least this much (fen) ask for hold-to-confirm. */
  topSupporterFen: z.number().int().min(0).default(100_000),
});
export type HubSettings = z.infer<typeof SettingsSchema>;
/** The settings when nobody changed any. */
export const DEFAULT_SETTINGS: HubSettings = SettingsSchema.parse({});

const shape = SettingsSchema.shape;

/** A change: what is not named stays as it is (a default must not creep in for what is absent). */
export const SettingsPatchSchema = z.object({
  retention: shape.retention.unwrap().optional(),
  sla: shape.sla.unwrap().optional(),
  detection: shape.detection.unwrap().optional(),
  ticketHook: shape.ticketHook.unwrap().optional(),
  departments: shape.departments.unwrap().optional(),
  streamerDelaySec: shape.streamerDelaySec.unwrap().optional(),
  emergency: shape.emergency.unwrap().optional(),
  topSupporterFen: shape.topSupporterFen.unwrap().optional(),
});
export type SettingsPatch = z.infer<typeof SettingsPatchSchema>;
