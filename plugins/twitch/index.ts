import type { PluginDescription } from '../../shared/plugin/plugin.ts';
import { signIn } from './account/sign-in.ts';
import { TWITCH_CAPABILITIES } from './capabilities.ts';
import { connectTwitch } from './connect.ts';
import { twitchSamples } from './samples.ts';
import { type TwitchSettings, TwitchSettingsSchema } from './settings.ts';

export { checkToken, pollDeviceSignIn, startDeviceSignIn } from './account/sign-in.ts';
export type { TwitchSettings } from './settings.ts';

/** Twitch: chat read over IRC with tmi.js, moderation by Helix. */
export const twitch: PluginDescription<TwitchSettings> = {
  id: 'twitch',
  platform: 'twitch',
  name: { zh: 'Twitch 直播间', en: 'Twitch channel' },
  settings: TwitchSettingsSchema,
  capabilities: () => TWITCH_CAPABILITIES,
  connect: (context) => connectTwitch(context),
  signIn,
  samples: twitchSamples(),
};
