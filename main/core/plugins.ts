import { demo } from '../../plugins/demo/index.ts';
import { ingress } from '../../plugins/ingress/index.ts';
import { replay } from '../../plugins/replay/index.ts';
import { twitch } from '../../plugins/twitch/index.ts';
import type { PluginDescription } from '../../shared/plugin/plugin.ts';

/** Every plugin that is shipped. Each checks its own settings, so the list may forget their type. */
export const PLUGINS: readonly PluginDescription[] = [demo, ingress, replay, twitch].map(
  (plugin) => plugin as unknown as PluginDescription,
);
