import { storeContract } from './contract.suite.ts';
import { createMemoryStore } from './memory-store.ts';

storeContract(
  'memory',
  async () => ({ open: async () => createMemoryStore(), dispose: async () => {} }),
  false,
);
