import type { AuditDraft } from '../../../shared/domain/audit.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { RuleHead, RuleVersion } from '../../../shared/rules/rule.ts';
import { listsNamed } from '../../../shared/rules/walk.ts';
import type { WordList } from '../../../shared/rules/words.ts';
import type { WordListHead } from '../../store/records.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import type { Desk } from '../desk.ts';

/** The newest versions shown of a rule or list. */
const MOST_VERSIONS = 200;

/** All rules and word lists: what runs and the newest of each in memory, all versions in the store. */
export interface Library {
  readonly heads: () => readonly RuleHead[];
  readonly head: (ruleId: string) => RuleHead | undefined;
  /** At once for the newest and for what runs. */
  readonly held: (ruleId: string, version: number) => RuleVersion | undefined;
  readonly version: (ruleId: string, version: number) => Promise<Result<RuleVersion>>;
  /** The newest first. */
  readonly versions: (ruleId: string) => Promise<readonly RuleVersion[]>;
  readonly listHeads: () => readonly WordListHead[];
  /** The newest, or a version that was loaded. */
  readonly list: (listId: string, version?: number) => WordList | undefined;
  /** Reads a version and keeps it at hand. */
  readonly loadList: (listId: string, version: number) => Promise<Result<WordList>>;
  /** Reads a version to look at. */
  readonly readList: (listId: string, version: number) => Promise<Result<WordList>>;
  readonly listVersions: (listId: string) => Promise<readonly WordList[]>;
  /** Writes a head, and a version where it is new or changed, with its audit entry. */
  readonly putRule: (
    head: RuleHead,
    version: RuleVersion | undefined,
    audit: readonly AuditDraft[],
  ) => Promise<Result<null>>;
  readonly putList: (
    head: WordListHead,
    list: WordList,
    audit: readonly AuditDraft[],
  ) => Promise<Result<null>>;
  readonly removeList: (listId: string, audit: readonly AuditDraft[]) => Promise<Result<null>>;
  readonly onChange: (listener: () => void) => void;
}

/** Loads heads, the newest versions and those that run. */
export async function createLibrary(deps: { readonly store: Store; readonly desk: Desk }): Promise<Library> {
  const { store, desk } = deps;
  const heads = new Map<string, RuleHead>();
  const versions = new Map<string, RuleVersion>();
  const listHeads = new Map<string, WordListHead>();
  const lists = new Map<string, WordList>();
  const listeners: (() => void)[] = [];

  const loadVersion = async (ruleId: string, version: number): Promise<RuleVersion | undefined> =>
    (await store.get('ruleVersions', keyOf(ruleId, version))) ?? undefined;
  const loadList = async (listId: string, version: number): Promise<WordList | undefined> => {
    const key = keyOf(listId, version);
    const found = lists.get(key) ?? (await store.get('wordListVersions', key))?.list;
    if (found !== undefined) lists.set(key, found);
    return found;
  };
  for (const head of await allRows(store, { table: 'rules', order: 'oldest' })) {
    heads.set(head.id, head);
    for (const version of runningOf(head)) {
      const found = await loadVersion(head.id, version);
      if (found !== undefined) versions.set(found.id, found);
    }
  }
  for (const head of await allRows(store, { table: 'wordLists', order: 'oldest' })) {
    listHeads.set(head.id, head);
    await loadList(head.id, head.newest);
  }

  /** Versions of lists that running rules stay with. */
  const pinned = (): ReadonlySet<string> =>
    new Set(
      [...heads.values()].flatMap((head) =>
        runningOf(head).flatMap((version) => {
          const held = versions.get(keyOf(head.id, version));
          const named = held === undefined ? [] : listsNamed(held.definition.when);
          return named.flatMap((list) => (list.version === undefined ? [] : keyOf(list.id, list.version)));
        }),
      ),
    );
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const commit = async (audit: readonly AuditDraft[], ops: readonly StoreOp[]): Promise<Result<null>> =>
    desk.commit([], audit, ops);

  return {
    heads: () => [...heads.values()],
    head: (ruleId) => heads.get(ruleId),
    held: (ruleId, version) => versions.get(keyOf(ruleId, version)),
    async version(ruleId, version) {
      const found = versions.get(keyOf(ruleId, version)) ?? (await loadVersion(ruleId, version));
      return found === undefined ? fail(fault('not_found', keyOf(ruleId, version))) : ok(found);
    },
    async versions(ruleId) {
      const where = { category: ruleId };
      return (await store.list({ table: 'ruleVersions', where, order: 'newest', limit: MOST_VERSIONS })).rows;
    },
    listHeads: () => [...listHeads.values()],
    list(listId, version) {
      const newest = listHeads.get(listId)?.newest;
      const wanted = version ?? newest;
      return wanted === undefined || newest === undefined ? undefined : lists.get(keyOf(listId, wanted));
    },
    async loadList(listId, version) {
      const found = listHeads.has(listId) ? await loadList(listId, version) : undefined;
      return found === undefined ? fail(fault('not_found', keyOf(listId, version))) : ok(found);
    },
    async readList(listId, version) {
      const key = keyOf(listId, version);
      const found = lists.get(key) ?? (await store.get('wordListVersions', key))?.list;
      return found === undefined ? fail(fault('not_found', key)) : ok(found);
    },
    async listVersions(listId) {
      const where = { category: listId };
      const { rows } = await store.list({
        table: 'wordListVersions',
        where,
        order: 'newest',
        limit: MOST_VERSIONS,
      });
      return rows.map((row) => row.list);
    },
    async putRule(head, version, audit) {
      const ops: StoreOp[] = [{ op: 'put', table: 'rules', row: head }];
      if (version !== undefined) ops.push({ op: 'put', table: 'ruleVersions', row: version });
      const saved = await commit(audit, ops);
      if (!saved.ok) return saved;
      heads.set(head.id, head);
      if (version !== undefined) versions.set(version.id, version);
      for (const number of runningOf(head)) {
        const found = versions.get(keyOf(head.id, number)) ?? (await loadVersion(head.id, number));
        if (found !== undefined) versions.set(found.id, found);
      }
      changed();
      return saved;
    },
    async putList(head, list, audit) {
      const row = { id: keyOf(list.id, list.version), list };
      const saved = await commit(audit, [
        { op: 'put', table: 'wordLists', row: head },
        { op: 'put', table: 'wordListVersions', row },
      ]);
      if (!saved.ok) return saved;
      const needed = pinned();
      for (const each of [...lists.values()]) {
        const key = keyOf(each.id, each.version);
        if (each.id === head.id && !needed.has(key)) lists.delete(key);
      }
      listHeads.set(head.id, head);
      lists.set(row.id, list);
      changed();
      return saved;
    },
    async removeList(listId, audit) {
      const saved = await commit(audit, [{ op: 'delete', table: 'wordLists', id: listId }]);
      if (!saved.ok) return saved;
      listHeads.delete(listId);
      changed();
      return saved;
    },
    onChange: (listener) => void listeners.push(listener),
  };
}

/** Key of a version of a rule or list. */
export function keyOf(id: string, version: number): string {
  return `${id}@${version}`;
}

function runningOf(head: RuleHead): readonly number[] {
  return [...new Set([head.newest, head.live ?? head.newest, head.shadow ?? head.newest])];
}
