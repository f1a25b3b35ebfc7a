import { z } from 'zod';
import { EVENT_KINDS, type EventKind, type LiveEvent, PLATFORMS } from './event.ts';
import { fault } from './fault.ts';
import { MoneySchema } from './money.ts';
import { UserSchema } from './person.ts';
import { fail, ok, type Result } from './result.ts';

/** Upper bounds on what an event may carry, in UTF-16 units. Larger input is refused, never cut. */
export const EVENT_LIMITS = { text: 10_000, name: 256, raw: 65_536, id: 512, key: 256 } as const;

const text = z.string().max(EVENT_LIMITS.text);
const name = z.string().max(EVENT_LIMITS.name);
const id = z.string().max(EVENT_LIMITS.id);
const key = z.string().max(EVENT_LIMITS.key);
const epochMs = z.number().int().min(0).max(8.64e15);
const count = z.number().int().min(0).max(1e12);

const paid = z.object({ money: MoneySchema, counted: z.boolean() });
const fragment = z.object({
  type: z.enum(['text', 'emote', 'cheermote', 'mention']),
  text,
  emoteId: key.optional(),
  bits: count.optional(),
});

const bodies = {
  chat: z.object({
    messageId: key,
    text,
    fragments: z.array(fragment).max(500).optional(),
    replyTo: z.object({ messageId: key, name: name.optional() }).optional(),
    isAction: z.boolean().optional(),
    paid: paid.optional(),
  }),
  gift: z.object({
    giftId: key,
    name,
    count,
    paid,
    combo: z.object({ id: key, count, ended: z.boolean().optional() }).optional(),
    blindBox: z.object({ name, dropValue: MoneySchema }).optional(),
    receiver: name.optional(),
  }),
  superchat: z.object({
    scId: key,
    text,
    paid,
    startsAt: epochMs.optional(),
    endsAt: epochMs.optional(),
    translation: text.optional(),
  }),
  membership: z.object({
    tier: key,
    name,
    months: count,
    count,
    source: z.enum(['new', 'renew', 'upgrade', 'gift', 'gift_batch']),
    batchId: key.optional(),
    recipient: UserSchema.optional(),
    text: text.optional(),
    paid,
  }),
  enter: z.object({ text: text.optional() }),
  follow: z.object({ text: text.optional() }),
  like: z.object({ count, windowMs: count.optional() }),
  share: z.object({ text: text.optional() }),
  raid: z.object({ fromRoom: name, viewers: count }),
  room_state: z.object({
    slowSec: count.nullable().optional(),
    followerMin: z.number().int().min(-1).max(1e9).nullable().optional(),
    subsOnly: z.boolean().optional(),
    emoteOnly: z.boolean().optional(),
    unique: z.boolean().optional(),
    roomMute: z.boolean().optional(),
    shield: z.boolean().optional(),
    viewers: count.optional(),
    popularity: count.optional(),
  }),
  stream_state: z.object({ live: z.boolean(), title: text.optional() }),
  mod_action: z.object({
    action: z.enum([
      'warn',
      'mute',
      'unmute',
      'ban',
      'unban',
      'delete',
      'clear',
      'slow_mode',
      'room_mute',
      'say',
      'other',
    ]),
    moderator: UserSchema.optional(),
    reason: text.optional(),
    durationSec: count.optional(),
    expiresAt: epochMs.optional(),
    messageId: key.optional(),
    value: z.number().int().optional(),
    origin: z.enum(['self', 'other_mod', 'automod', 'platform', 'unknown']),
    correlationId: key.optional(),
  }),
  held: z.object({
    messageId: key,
    text,
    category: key.optional(),
    level: z.number().optional(),
    resolution: z.enum(['approved', 'denied', 'expired']).optional(),
  }),
  unban_request: z.object({
    requestId: key,
    text,
    status: z.enum(['pending', 'approved', 'denied', 'withdrawn']),
  }),
  system: z.object({ code: key, text: text.optional(), relatesTo: id.optional() }),
  gap: z.object({ fromAt: epochMs, toAt: epochMs, reason: text, estimate: count.nullable().optional() }),
  unknown: z.object({ nativeKind: key }),
} as const satisfies Record<EventKind, z.ZodType>;

const base = {
  v: z.literal(1),
  eventId: id.min(1),
  platform: z.enum(PLATFORMS),
  source: z.string().max(128),
  session: z.string().max(128),
  seq: z.number().int().min(0),
  nativeSeq: key.optional(),
  roomId: z.string().min(1).max(128),
  sourceRoomId: z.string().max(128).optional(),
  occurredAt: epochMs.nullable(),
  tsPrecision: z.enum(['s', 'ms', 'ns']),
  receivedAt: epochMs,
  historical: z.boolean(),
  actor: UserSchema.optional(),
  target: UserSchema.optional(),
  raw: z.object({
    encoding: z.enum(['json', 'irc', 'pb64', 'xml', 'text', 'none']),
    data: z.string().max(EVENT_LIMITS.raw),
  }),
  parserVersion: z.string().max(64),
};

/** Each kind's body alone, for senders of a shorter form. */
export const EventBodySchemas = bodies;

function variant<K extends EventKind>(kind: K) {
  return z.object({ ...base, kind: z.literal(kind), body: bodies[kind] });
}

const variants = Object.fromEntries(EVENT_KINDS.map((kind) => [kind, variant(kind)])) as unknown as Readonly<
  Record<EventKind, z.ZodType<LiveEvent>>
>;

const kindOnly = z.object({ kind: z.enum(EVENT_KINDS) });

/**
 * Checks a whole envelope of any kind against its schema, its size limits and the rule that no
 * string holds half of a surrogate pair. Unknown fields are left out of the result.
 */
export function parseEvent(value: unknown): Result<LiveEvent> {
  const kind = kindOnly.safeParse(value);
  if (!kind.success) return fail(fault('invalid', describe(kind.error)));
  const parsed = variants[kind.data.kind].safeParse(value);
  if (!parsed.success) {
    const code = parsed.error.issues.some((issue) => issue.code === 'too_big') ? 'too_large' : 'invalid';
    return fail(fault(code, describe(parsed.error)));
  }
  const broken = loneSurrogateAt(parsed.data, '');
  if (broken !== null) return fail(fault('invalid', `${broken}: half of a surrogate pair`));
  return ok(parsed.data);
}

/** Where in a JSON-like value a string is not well-formed UTF-16; null where all are. */
export function loneSurrogateAt(value: unknown, path: string): string | null {
  if (typeof value === 'string') return value.isWellFormed() ? null : path;
  if (typeof value !== 'object' || value === null) return null;
  for (const [name, inner] of Object.entries(value)) {
    const found = loneSurrogateAt(inner, path === '' ? name : `${path}.${name}`);
    if (found !== null) return found;
  }
  return null;
}

function describe(error: z.ZodError): string {
  return error.issues
    .slice(0, 3)
    .map((issue) => `${issue.path.join('.') || 'event'}: ${issue.message}`)
    .join('; ');
}
