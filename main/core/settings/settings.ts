import {
  DEFAULT_SETTINGS,
  type HubSettings,
  type SettingsPatch,
  SettingsSchema,
} from '../../../shared/api/settings.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';

/** The hub's configuration, kept in the store. */
export interface Settings {
  readonly current: () => HubSettings;
  readonly change: (patch: SettingsPatch, by: Actor) => Promise<Result<HubSettings>>;
  readonly onChange: (listener: (settings: HubSettings) => void) => () => void;
}

/** Loads the settings; a stored value that no longer fits its schema gives way to the default. */
export async function createSettings(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
}): Promise<Settings> {
  const { store, desk, clock } = deps;
  const stored = (await store.list({ table: 'settings', limit: 200 })).rows;
  let current: HubSettings = DEFAULT_SETTINGS;
  for (const row of stored) {
    const next = SettingsSchema.safeParse({ ...current, [row.id]: row.value });
    if (next.success) current = next.data;
  }
  const listeners = new Set<(settings: HubSettings) => void>();
  return {
    current: () => current,
    async change(patch, by) {
      const now = clock.now();
      const named = Object.entries(patch).filter(([, value]) => value !== undefined);
      const ops = named.map(
        ([id, value]): StoreOp => ({ op: 'put', table: 'settings', row: { id, value, updatedAt: now } }),
      );
      const names = named.map(([id]) => id).join(' ');
      const saved = await desk.commit([], [auditOf(now, by, 'settings.change', { detail: names })], ops);
      if (!saved.ok) return saved;
      current = SettingsSchema.parse({ ...current, ...Object.fromEntries(named) });
      for (const listener of listeners) listener(current);
      return ok(current);
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
