import { z } from 'zod';

export const PersonRoleSchema = z.enum(['broadcaster', 'mod', 'vip', 'member', 'staff', 'bot']);

export const UserSchema = z.object({
  /** The platform's id, a string; null where the platform hides it. */
  id: z.string().max(128).nullable(),
  idKind: z.enum(['uid', 'open_id', 'channel_id', 'login', 'masked']),
  login: z.string().max(128).optional(),
  name: z.string().max(256),
  avatar: z.string().max(2048).optional(),
  roles: z.array(PersonRoleSchema).max(8).default([]),
  badges: z
    .array(
      z.object({ set: z.string().max(64), version: z.string().max(64), info: z.string().max(64).optional() }),
    )
    .max(32)
    .default([]),
  /** Fan badge (粉丝牌). */
  medal: z
    .object({ name: z.string().max(64), level: z.number().int(), roomId: z.string().max(128).optional() })
    .optional(),
  /** 1 总督, 2 提督, 3 舰长. */
  guardTier: z.union([z.literal(1), z.literal(2), z.literal(3)]).optional(),
  /** Account level on the platform, where it is told. */
  level: z.number().int().optional(),
  /** Account creation, epoch ms, where it is told. */
  createdAt: z.number().optional(),
  /** The platform marks the account's first message in this room. */
  firstMessage: z.boolean().optional(),
  anonymous: z.boolean().default(false),
  /** False when the id is masked or missing, so nothing can be done to this account by API. */
  actionable: z.boolean(),
});

/** Somebody on a platform, as an event names them. */
export type User = Readonly<z.infer<typeof UserSchema>>;

/** Our key of a viewer on a platform: `platform:id`, or `platform:name:…` where the id is hidden. */
export function personIdOf(platform: string, user: User): string {
  // An event asks for its sender's key several times over, and maps find one and the same string faster.
  const { id, name } = user;
  if (id !== last.id || platform !== last.platform || (id === null && name !== last.name)) {
    last = { platform, id, name, key: id === null ? `${platform}:name:${name}` : `${platform}:${id}` };
  }
  return last.key;
}

/** The key asked for last. */
let last: {
  readonly platform: string;
  readonly id: string | null;
  readonly name: string;
  readonly key: string;
} = {
  platform: '',
  id: '',
  name: '',
  key: ':',
};

export const PersonRefSchema = z.object({
  id: z.string().max(400),
  nativeId: z.string().nullable(),
  name: z.string(),
  medal: z.object({ name: z.string(), level: z.number() }).optional(),
  guardTier: z.number().optional(),
  roles: z.array(PersonRoleSchema).optional(),
  actionable: z.boolean(),
});

/** A short pointer to a viewer, enough to show and to act on. */
export type PersonRef = Readonly<z.infer<typeof PersonRefSchema>>;

/** Makes the short pointer. */
export function personRef(platform: string, user: User): PersonRef {
  return {
    id: personIdOf(platform, user),
    nativeId: user.id,
    name: user.name,
    ...(user.medal ? { medal: { name: user.medal.name, level: user.medal.level } } : {}),
    ...(user.guardTier ? { guardTier: user.guardTier } : {}),
    ...(user.roles.length > 0 ? { roles: user.roles } : {}),
    actionable: user.actionable,
  };
}
