import { createRouterClient } from '@orpc/server';
import { z } from 'zod';
import { LOCAL_OWNER } from '../../main/core/access/members.ts';
import type { Core } from '../../main/core/core.ts';
import { createCore } from '../../main/core/core.ts';
import { systemIds, systemRandom } from '../../main/core/effects.ts';
import { openSqliteStore } from '../../main/store/sqlite-store.ts';
import type { Store } from '../../main/store/store.ts';
import type { ApiClient } from '../../shared/api/client.ts';
import { SYSTEM } from '../../shared/domain/actor.ts';
import type { Clock } from '../../shared/domain/effects.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { faultText } from '../../shared/domain/fault.ts';
import type { Result } from '../../shared/domain/result.ts';
import type { ConnectContext, PluginDescription } from '../../shared/plugin/plugin.ts';

/** The real core on a real store, fed by hand. */
export interface BenchCore {
  readonly core: Core;
  readonly store: Store;
  /** A client inside the process, without a transport. */
  readonly client: ApiClient;
  readonly emit: (roomId: string, events: readonly LiveEvent[]) => Promise<void>;
  /** Resolves when so many events are committed. */
  readonly stored: (count: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** How it is set up. */
export interface BenchCoreOptions {
  readonly dir: string;
  readonly rooms: readonly string[];
  readonly blockedTerms?: readonly string[];
  readonly store?: Store;
  readonly clock?: Clock;
}

/** Opens a core whose rooms are fed through `emit`. */
export async function openBenchCore(options: BenchCoreOptions): Promise<BenchCore> {
  const clock = options.clock ?? { now: Date.now };
  const store = options.store ?? must(await openSqliteStore({ dir: options.dir, clock }));
  const contexts = new Map<string, ConnectContext<unknown>>();
  const core = await createCore({
    store,
    plugins: [fedByHand(contexts)],
    secretsOf: () => ({ get: async () => null, set: async () => undefined }),
    clock,
    ids: systemIds,
    random: systemRandom,
    log: (level, text, detail) => {
      if (level === 'error') process.stderr.write(`${text} ${JSON.stringify(detail ?? {})}\n`);
    },
    version: 'bench',
  });
  if (options.blockedTerms !== undefined) {
    const { detection } = core.services.settings.current();
    const blocked = { ...detection, blockedTerms: [...options.blockedTerms] };
    must(await core.services.settings.change({ detection: blocked }, SYSTEM));
  }
  for (const id of options.rooms) {
    const room = { id, name: id, plugin: 'bench', settings: {}, enabled: true, createdAt: clock.now() };
    must(await core.ensureRoom(room));
  }
  await core.connectAll();
  const client: ApiClient = createRouterClient(core.router, {
    context: {
      caller: LOCAL_OWNER,
      transport: 'local',
      room: () => Promise.resolve(),
      stands: () => true,
    },
  });
  return {
    core,
    store,
    client,
    emit: async (roomId, events) => contexts.get(roomId)?.emit(events),
    async stored(count) {
      while (core.services.push.gauges().storedEvents < count)
        await new Promise((next) => setTimeout(next, 2));
    },
    close: core.close,
  };
}

/** The value, or an end of the bench: a case cannot go on without it. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${faultText(result.fault, 'en')} ${result.fault.detail ?? ''}`);
  return result.value;
}

function fedByHand(contexts: Map<string, ConnectContext<unknown>>): PluginDescription {
  return {
    id: 'bench',
    platform: 'twitch',
    name: { zh: '测速', en: 'Bench' },
    settings: z.looseObject({}),
    capabilities: () => [],
    samples: [],
    connect(context) {
      contexts.set(context.roomId, context);
      context.status({ state: 'live' });
      return {
        perform: async () => ({ kind: 'accepted' }),
        close: async () => void contexts.delete(context.roomId),
      };
    },
  };
}
