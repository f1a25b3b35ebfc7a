import type { PluginDescription } from '../../shared/plugin/plugin.ts';
import { DEMO_CAPABILITIES } from './capabilities.ts';
import { connectDemo } from './connection.ts';
import { DEMO_SAMPLES } from './samples.ts';
import { type DemoSettings, DemoSettingsSchema } from './settings.ts';

/** A show room that needs no platform: seeded chat, gifts and trouble, and a room that obeys. */
export const demo: PluginDescription<DemoSettings> = {
  id: 'demo',
  platform: 'demo',
  name: { zh: '演示直播间', en: 'Demo room' },
  settings: DemoSettingsSchema,
  capabilities: () => DEMO_CAPABILITIES,
  connect: connectDemo,
  samples: DEMO_SAMPLES,
};
