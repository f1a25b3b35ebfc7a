import { createRouterClient } from '@orpc/server';
import type { ApiClient } from '../../../shared/api/client.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import type { Secrets } from '../../../shared/plugin/secrets.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { Store } from '../../store/store.ts';
import type { Caller } from '../access/members.ts';
import { type Core, createCore } from '../core.ts';
import { systemClock, systemIds } from '../effects.ts';
import { createTestPlatform, type TestPlatform } from './platform.ts';

/** A core over a memory store with one test room, `room`, and a client for each role. */
export interface TestCore {
  readonly core: Core;
  readonly platform: TestPlatform;
  readonly store: Store;
  readonly as: (caller: Caller | null) => ApiClient;
  readonly controller: ApiClient;
  readonly supervisor: ApiClient;
  readonly streamer: ApiClient;
  /** Waits until something is so; fails after two seconds. */
  readonly until: <T>(what: () => T | undefined | null | false) => Promise<T>;
}

export const CONTROLLER: Caller = { id: 'lin', name: '林', roles: ['controller'] };
export const SUPERVISOR: Caller = { id: 'zhou', name: '周', roles: ['supervisor'] };
export const STREAMER: Caller = { id: 'xiaoman', name: '小满', roles: ['streamer'], roomIds: ['room'] };

/** Starts it; hand in a store to start again on what was kept. */
export async function startTestCore(
  given: { readonly store?: Store; readonly platform?: TestPlatform; readonly clock?: Clock } = {},
): Promise<TestCore> {
  const platform = given.platform ?? createTestPlatform();
  const store = given.store ?? createMemoryStore();
  const kept = new Map<string, string>();
  const secrets: Secrets = {
    get: async (name) => kept.get(name) ?? null,
    set: async (name, value) => void (value === null ? kept.delete(name) : kept.set(name, value)),
  };
  const core = await createCore({
    store,
    plugins: [platform.plugin],
    secretsOf: () => secrets,
    clock: given.clock ?? systemClock,
    ids: systemIds,
    random: { next: () => 0.5 },
    log: () => undefined,
    version: '0.0.0-test',
  });
  await core.ensureRoom({
    id: 'room',
    name: '小满的歌房',
    plugin: 'test',
    settings: {},
    enabled: true,
    createdAt: 1,
  });
  await core.connectAll();
  const as = (caller: Caller | null): ApiClient =>
    createRouterClient(core.router, {
      context: { caller, transport: 'local', room: () => Promise.resolve(), stands: () => true },
    });
  return {
    core,
    platform,
    store,
    as,
    controller: as(CONTROLLER),
    supervisor: as(SUPERVISOR),
    streamer: as(STREAMER),
    async until(what) {
      for (let turn = 0; turn < 400; turn += 1) {
        const found = what();
        if (found !== undefined && found !== null && found !== false) return found;
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      throw new Error('waited two seconds in vain');
    },
  };
}
