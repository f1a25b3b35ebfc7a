import { afterEach, beforeEach, describe } from 'vitest';
import type { Lab } from './contract/helpers.ts';
import { keysOf } from './contract/helpers.ts';
import { keepingContract } from './contract/keeping.ts';
import { queriesContract } from './contract/queries.ts';
import { writesContract } from './contract/writes.ts';
import type { Store } from './store.ts';

/** How the suite gets at the store it checks. */
export interface StoreUnderTest {
  readonly open: () => Promise<Store>;
  readonly dispose: () => Promise<void>;
}

/** One suite for every store; `isLasting` where data outlives the one that is closed. */
export function storeContract(name: string, make: () => Promise<StoreUnderTest>, isLasting: boolean): void {
  describe(`store contract: ${name}`, () => {
    let under: StoreUnderTest;
    let store: Store;
    beforeEach(async () => {
      under = await make();
      store = await under.open();
    });
    afterEach(async () => {
      await store.close();
      await under.dispose();
    });
    const lab: Lab = {
      store: () => store,
      put: (rows) => store.write([{ op: 'events', rows }]),
      ids: async (query) => keysOf((await store.events({ order: 'newest', limit: 100, ...query })).rows),
      reopen: isLasting
        ? async () => {
            await store.close();
            store = await under.open();
          }
        : undefined,
    };
    writesContract(lab);
    queriesContract(lab);
    keepingContract(lab);
  });
}
