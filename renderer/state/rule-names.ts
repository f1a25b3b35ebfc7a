import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Flag } from '../../shared/domain/flag.ts';

/** What rules are called, by id; flags only carry `rule:<id>`. */
export type RuleNames = ReadonlyMap<string, string>;

/** Nothing known yet. */
export function createRuleNames(): StoreApi<RuleNames> {
  return createStore<RuleNames>(() => new Map());
}

/** Takes names in; the same names change nothing. */
export function learnNames(
  store: StoreApi<RuleNames>,
  rules: readonly { readonly id: string; readonly name: string }[],
): void {
  const known = store.getState();
  if (rules.length === known.size && rules.every((rule) => known.get(rule.id) === rule.name)) return;
  store.setState(new Map(rules.map((rule) => [rule.id, rule.name])), true);
}

/** Rules of flags whose names are not known, in order, each once. */
export function unknownRules(flags: Iterable<Flag>, names: RuleNames): readonly string[] {
  const ids = new Set<string>();
  for (const { category } of flags) {
    const id = category.startsWith('rule:') ? category.slice(5) : undefined;
    if (id !== undefined && !names.has(id)) ids.add(id);
  }
  return [...ids].sort();
}
