import { SYSTEM } from '../../../../shared/domain/actor.ts';
import type { RuleCounts, RuleView } from '../../../../shared/rules/views.ts';

const NONE: RuleCounts = { shadowHits: 0, hits: 0, actions: 0, spared: {}, overspent: 0, failed: 0 };

/** A rule nobody has let run yet, as far as it is not said otherwise. */
export function ruleView(given: Partial<RuleView> = {}): RuleView {
  return {
    id: 'r1',
    name: '引流',
    newest: 1,
    createdAt: 0,
    createdBy: SYSTEM,
    updatedAt: 0,
    updatedBy: SYSTEM,
    state: 'draft',
    hasDraft: true,
    lines: [],
    mayEdit: true,
    counts: { live: NONE, shadow: NONE },
    ...given,
  };
}
