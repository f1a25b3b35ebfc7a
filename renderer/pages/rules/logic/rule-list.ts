import type { RuleView } from '../../../../shared/rules/views.ts';
import type { RuleDraft } from '../model.ts';

export const RULE_FILTERS = ['all', 'live', 'shadow', 'draft', 'halted', 'archived'] as const;
export type RuleFilter = (typeof RULE_FILTERS)[number];

/** Whether a rule is under a filter; archived ones show only under their own. */
export function isUnder(rule: RuleView, filter: RuleFilter): boolean {
  if (filter === 'archived') return rule.state === 'archived';
  if (rule.state === 'archived') return false;
  switch (filter) {
    case 'all':
      return true;
    case 'live':
      return rule.live !== undefined;
    case 'shadow':
      return rule.shadow !== undefined;
    case 'draft':
      return rule.hasDraft || rule.state === 'draft';
    case 'halted':
      return rule.halt !== undefined;
  }
}

/** How many rules are under each filter. */
export function countsOf(rules: readonly RuleView[]): Readonly<Record<RuleFilter, number>> {
  const count = (filter: RuleFilter) => rules.filter((rule) => isUnder(rule, filter)).length;
  return {
    all: count('all'),
    live: count('live'),
    shadow: count('shadow'),
    draft: count('draft'),
    halted: count('halted'),
    archived: count('archived'),
  };
}

const ORDER = { live: 0, shadow: 1, draft: 2, archived: 3 } as const;

/** The rules to show: what stands still first, then live, shadow, draft; the rest by name. */
export function shownRules(
  rules: readonly RuleView[],
  filter: RuleFilter,
  text: string,
): readonly RuleView[] {
  const wanted = text.trim().toLowerCase();
  return rules
    .filter((rule) => isUnder(rule, filter))
    .filter(
      (rule) => wanted === '' || [rule.name, rule.id].some((word) => word.toLowerCase().includes(wanted)),
    )
    .toSorted(
      (a, b) =>
        Number(b.halt !== undefined) - Number(a.halt !== undefined) ||
        ORDER[a.state] - ORDER[b.state] ||
        a.name.localeCompare(b.name, 'zh'),
    );
}

/** Rules begun on this machine that nobody saved yet, the last written first. */
export function newRules(
  drafts: ReadonlyMap<string, RuleDraft>,
  rules: readonly RuleView[],
  text: string,
): readonly { readonly ruleId: string; readonly name: string }[] {
  const known = new Set(rules.map((rule) => rule.id));
  const wanted = text.trim().toLowerCase();
  return [...drafts]
    .filter(([ruleId, draft]) => draft.base === 0 && !known.has(ruleId))
    .map(([ruleId, draft]) => ({ ruleId, name: draft.definition.name, at: draft.at }))
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .toSorted((a, b) => b.at - a.at)
    .map(({ ruleId, name }) => ({ ruleId, name }));
}

/** What may be done next with a rule's versions. */
export type StageMove =
  /** The newest version begins to count beside what runs. */
  | { readonly kind: 'to_shadow'; readonly version: number }
  | { readonly kind: 'to_live'; readonly version: number }
  | { readonly kind: 'stop_shadow'; readonly version: number }
  | { readonly kind: 'stop_live'; readonly version: number };

/** The moves from where a rule stands: the one that leads on first. Archived rules have none. */
export function movesOf(rule: RuleView): readonly StageMove[] {
  if (rule.state === 'archived') return [];
  const moves: StageMove[] = [];
  const { newest, live, shadow } = rule;
  if (shadow !== undefined) moves.push({ kind: 'to_live', version: shadow });
  if (newest !== live && newest !== shadow) moves.push({ kind: 'to_shadow', version: newest });
  if (shadow !== undefined) moves.push({ kind: 'stop_shadow', version: shadow });
  if (live !== undefined) moves.push({ kind: 'stop_live', version: live });
  return moves;
}
