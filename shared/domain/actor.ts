import { z } from 'zod';

/** What a session may be. `agent` belongs to the support desk. */
export const ROLES = ['controller', 'supervisor', 'streamer', 'agent'] as const;
export const RoleSchema = z.enum(ROLES);
export type Role = z.infer<typeof RoleSchema>;

export const ActorSchema = z.object({
  kind: z.enum(['person', 'rule', 'system']),
  /** Member id, or `rule:<id>@<version>`, or `system`. */
  id: z.string().max(128),
  name: z.string().max(128),
});

/** Who did it. */
export type Actor = Readonly<z.infer<typeof ActorSchema>>;

/** The console itself. */
export const SYSTEM: Actor = { kind: 'system', id: 'system', name: 'Changkong' };
