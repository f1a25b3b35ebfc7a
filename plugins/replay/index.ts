import type { ActionKind } from '../../shared/domain/action.ts';
import { ACTION_KINDS } from '../../shared/domain/action.ts';
import type { Capability, PluginDescription } from '../../shared/plugin/plugin.ts';
import { connectReplay } from './connection.ts';
import { REPLAY_SAMPLES } from './samples.ts';
import { type ReplaySettings, ReplaySettingsSchema } from './settings.ts';

/** Plays recorded files of every `scan` format, at 0.1 to 100 times their speed, with seeking. */
export const replay: PluginDescription<ReplaySettings> = {
  id: 'replay',
  platform: 'text',
  name: { zh: '录制回放', en: 'Recording' },
  settings: ReplaySettingsSchema,
  capabilities: () => CAPABILITIES,
  connect: connectReplay,
  samples: REPLAY_SAMPLES,
};

const CAPABILITIES: readonly Capability[] = ACTION_KINDS.map(nothing);

/** The past cannot be acted upon. */
function nothing(action: ActionKind): Capability {
  return { action, mode: 'none', reversible: false, confirmBy: 'response' };
}
