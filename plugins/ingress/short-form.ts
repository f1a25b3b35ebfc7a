import { z } from 'zod';
import { EventBodySchemas } from '../../shared/domain/event-schema.ts';
import { UserSchema } from '../../shared/domain/person.ts';
import { paidFields, toPaid } from './short-money.ts';

/** The kinds that have a short form; every other kind of ours needs the full envelope. */
export const SHORT_KINDS = [
  'chat',
  'gift',
  'superchat',
  'membership',
  'enter',
  'follow',
  'like',
  'share',
  'raid',
  'room_state',
  'stream_state',
  'mod_action',
] as const;
export type ShortKind = (typeof SHORT_KINDS)[number];

/** What every short event has, beside its `seq`. */
export const ShortBaseSchema = z.object({
  kind: z.string().regex(/^[\w.:-]{1,64}$/, 'up to 64 letters, digits, _ . : -'),
  /** The sender's own id, by which a repeat is known: text, unique per room and kind. */
  id: z.string().min(1).max(256),
  /** When it happened; absent where the sender does not know. */
  at: z.number().int().min(1e11, 'epoch milliseconds, not seconds').max(8.64e15).nullish(),
  historical: z.boolean().optional(),
});

/** Who: the id is text, or null where it must stay hidden (then nobody can act on the person). */
export const ShortUserSchema = UserSchema.omit({ idKind: true, actionable: true }).transform((user) => ({
  ...user,
  idKind: user.id === null ? ('masked' as const) : ('uid' as const),
  actionable: user.id !== null && !user.anonymous,
}));

const shape = EventBodySchemas;
const user = { user: ShortUserSchema };
const textOnly = z.object({ ...user, text: shape.enter.shape.text });

/** One schema a kind: from the simple fields to the actor, the target and the body of our event. */
export const ShortBodies = {
  chat: z
    .object({
      ...user,
      ...shape.chat.omit({ messageId: true, paid: true }).shape,
      id: z.string(),
      paid: z.object(paidFields).transform(toPaid).optional(),
    })
    .transform(({ user: actor, id, ...body }) => ({ actor, body: { ...body, messageId: id } })),
  gift: z
    .object({
      ...user,
      gift: z.object({
        id: shape.gift.shape.giftId.optional(),
        name: shape.gift.shape.name,
        count: shape.gift.shape.count.min(1),
        combo: shape.gift.shape.combo,
        receiver: shape.gift.shape.receiver,
        ...paidFields,
      }),
    })
    .transform(({ user: actor, gift }, context) => ({
      actor,
      body: {
        giftId: gift.id ?? gift.name,
        name: gift.name,
        count: gift.count,
        combo: gift.combo,
        receiver: gift.receiver,
        paid: toPaid(gift, context, ['gift']),
      },
    })),
  superchat: z
    .object({
      ...user,
      id: z.string(),
      text: shape.superchat.shape.text,
      superchat: z.object({
        startsAt: shape.superchat.shape.startsAt,
        endsAt: shape.superchat.shape.endsAt,
        translation: shape.superchat.shape.translation,
        ...paidFields,
      }),
    })
    .transform(({ user: actor, id, text, superchat }, context) => ({
      actor,
      body: {
        scId: id,
        text,
        startsAt: superchat.startsAt,
        endsAt: superchat.endsAt,
        translation: superchat.translation,
        paid: toPaid(superchat, context, ['superchat']),
      },
    })),
  membership: z
    .object({
      ...user,
      text: shape.membership.shape.text,
      membership: z.object({
        tier: shape.membership.shape.tier,
        name: shape.membership.shape.name,
        months: shape.membership.shape.months.default(1),
        count: shape.membership.shape.count.default(1),
        source: shape.membership.shape.source.default('new'),
        batchId: shape.membership.shape.batchId,
        recipient: ShortUserSchema.optional(),
        ...paidFields,
      }),
    })
    .transform(({ user: actor, text, membership }, context) => {
      const { unit, amountMinor, scale, money, counted, ...rest } = membership;
      const paid = toPaid({ unit, amountMinor, scale, money, counted }, context, ['membership']);
      return { actor, body: { ...rest, text, paid } };
    }),
  enter: textOnly.transform(({ user: actor, ...body }) => ({ actor, body })),
  follow: textOnly.transform(({ user: actor, ...body }) => ({ actor, body })),
  share: textOnly.transform(({ user: actor, ...body }) => ({ actor, body })),
  like: z
    .object({ user: ShortUserSchema.optional(), like: shape.like.default({ count: 1 }) })
    .transform(({ user: actor, like }) => ({ actor, body: like })),
  raid: z
    .object({ user: ShortUserSchema.optional(), raid: shape.raid })
    .transform(({ user: actor, raid }) => ({ actor, body: raid })),
  room_state: z.object({ state: shape.room_state }).transform(({ state }) => ({ body: state })),
  stream_state: z.object({ stream: shape.stream_state }).transform(({ stream }) => ({ body: stream })),
  mod_action: z
    .object({
      target: ShortUserSchema.optional(),
      mod: shape.mod_action.omit({ moderator: true, origin: true }).extend({
        moderator: ShortUserSchema.optional(),
        origin: shape.mod_action.shape.origin.default('unknown'),
      }),
    })
    .transform(({ target, mod }) => ({ target, body: mod })),
} as const satisfies Record<ShortKind, z.ZodType>;
