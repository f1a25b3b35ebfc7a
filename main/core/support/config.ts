import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { ok, type Result } from '../../../shared/domain/result.ts';
import { DEFAULT_SUPPORT, type SupportConfig, SupportConfigSchema } from '../../../shared/support/config.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { newToken } from '../access/tokens.ts';
import { auditOf, type Desk } from '../desk.ts';

/** A change of the configuration: what is not named stays. */
export type SupportPatch = { readonly [K in keyof SupportConfig]?: SupportConfig[K] | undefined };

/** The support desk's configuration, kept in the store. */
export interface SupportSettings {
  readonly current: () => SupportConfig;
  readonly change: (patch: SupportPatch, by: Actor, what?: string) => Promise<Result<SupportConfig>>;
  /** The configuration before the last preset, if there was one. */
  readonly beforePreset: () => SupportConfig | null;
  readonly keepBefore: (config: SupportConfig | null) => Promise<Result<null>>;
  /** This hub's own signing secret for viewer sessions and attachment addresses. */
  readonly secret: string;
}

const CONFIG = 'supportConfig';
const BEFORE = 'supportBeforePreset';
const SECRET = 'supportSecret';

/** Loads it; a stored part that no longer fits its schema gives way to the default. */
export async function createSupportSettings(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
}): Promise<SupportSettings> {
  const { store, desk, clock } = deps;
  let current = readConfig((await store.get('settings', CONFIG))?.value);
  const kept = (await store.get('settings', BEFORE))?.value;
  let before = kept === undefined || kept === null ? null : readConfig(kept);
  const row = (id: string, value: unknown): StoreOp => ({
    op: 'put',
    table: 'settings',
    row: { id, value, updatedAt: clock.now() },
  });
  const known = (await store.get('settings', SECRET))?.value;
  const secret = typeof known === 'string' ? known : newToken() + newToken();
  if (secret !== known) await store.write([row(SECRET, secret)]);

  return {
    secret,
    current: () => current,
    async change(patch, by, what = 'support.config') {
      const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
      const next = SupportConfigSchema.parse({ ...current, ...named });
      const audit = [auditOf(clock.now(), by, what, { detail: Object.keys(named).join(' ') })];
      const saved = await desk.commit([], audit, [row(CONFIG, next)]);
      if (!saved.ok) return saved;
      current = next;
      return ok(next);
    },
    beforePreset: () => before,
    async keepBefore(config) {
      const saved = await desk.commit([], [], [row(BEFORE, config)]);
      if (saved.ok) before = config;
      return saved;
    },
  };
}

function readConfig(stored: unknown): SupportConfig {
  let config = DEFAULT_SUPPORT;
  if (typeof stored !== 'object' || stored === null) return config;
  for (const [name, value] of Object.entries(stored)) {
    const next = SupportConfigSchema.safeParse({ ...config, [name]: value });
    if (next.success) config = next.data;
  }
  return config;
}
