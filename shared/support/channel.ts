import { z } from 'zod';

export const CHANNELS = ['text', 'picture', 'voice', 'one_to_one'] as const;
export const ChannelSchema = z.enum(CHANNELS);
/**
 * What kind of talk a conversation is: written, with pictures to look at, with voice to listen to, or the
 * protected talk of a one-to-one platform. A conversation grows heavier, never lighter, while it is open.
 */
export type Channel = z.infer<typeof ChannelSchema>;

export const ChannelLimitsSchema = z.partialRecord(ChannelSchema, z.number().int().min(0).max(50));
/** Conversations of a kind at once, 0..50; a kind that is not named is limited by the whole alone. */
export type ChannelLimits = Readonly<z.infer<typeof ChannelLimitsSchema>>;

/** The kind after something was sent: the heavier of both; one-to-one stays what it is. */
export function heavier(now: Channel, sent: 'text' | 'picture' | 'voice'): Channel {
  return CHANNELS.indexOf(sent) > CHANNELS.indexOf(now) ? sent : now;
}
