import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { TEST_TIME } from '../../shared/testing/events.ts';
import { storeContract } from './contract.suite.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

storeContract(
  'sqlite',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'changkong-store-'));
    const open = async (): Promise<Store> => {
      const opened = await openSqliteStore({ dir, clock: { now: () => TEST_TIME } });
      if (!opened.ok) throw new Error(opened.fault.detail);
      return opened.value;
    };
    return { open, dispose: () => rm(dir, { recursive: true, force: true }) };
  },
  true,
);
