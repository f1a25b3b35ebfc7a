import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from './contract.ts';

/** What a page or another system calls; the same over every transport. */
export type ApiClient = ContractRouterClient<Contract>;
