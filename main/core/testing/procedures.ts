import type { ApiClient } from '../../../shared/api/client.ts';
import { contract } from '../../../shared/api/contract.ts';
import type { ProcedureMeta } from '../../../shared/api/procedure.ts';

/** One call or feed of the contract. */
export interface ListedProcedure {
  /** As in `rooms.list`. */
  readonly name: string;
  readonly roles: ProcedureMeta['roles'];
  readonly method: string;
  readonly path: string;
}

/** Everything in the contract, read from the contract: a new procedure is in the tests by itself. */
export const PROCEDURES: readonly ListedProcedure[] = walk(contract, []);

/** Calls a procedure by its name; a feed gives its iterator. */
export function callByName(client: ApiClient, name: string, input: unknown): Promise<unknown> {
  let node: unknown = client;
  for (const part of name.split('.')) node = (node as Readonly<Record<string, unknown>>)[part];
  return (node as (input: unknown) => Promise<unknown>)(input);
}

function walk(node: object, path: readonly string[]): readonly ListedProcedure[] {
  const found = Object.getOwnPropertyDescriptor(node, '~orpc')?.value as
    | { readonly meta: ProcedureMeta; readonly route: { readonly method?: string; readonly path?: string } }
    | undefined;
  if (found === undefined)
    return Object.entries(node).flatMap(([key, child]) => walk(child as object, [...path, key]));
  const { method = 'POST', path: route = '' } = found.route;
  return [{ name: path.join('.'), roles: found.meta.roles, method, path: route }];
}
