import { exhaustive } from '../../../../shared/domain/result.ts';
import type { RulesFrame, RuleView, WordListView } from '../../../../shared/rules/views.ts';

/** All rules and word lists, as the feed told them. */
export interface StudioLibrary {
  readonly rules: readonly RuleView[];
  readonly lists: readonly WordListView[];
}

/** Takes one frame in; counts before the first library are of nothing. */
export function takeRules(library: StudioLibrary | undefined, frame: RulesFrame): StudioLibrary | undefined {
  switch (frame.kind) {
    case 'library':
      return { rules: frame.rules, lists: frame.lists };
    case 'counts': {
      const counts = new Map(frame.counts.map((each) => [each.ruleId, each.counts]));
      return library === undefined
        ? undefined
        : { ...library, rules: library.rules.map((rule) => counted(rule, counts.get(rule.id))) };
    }
    default:
      return exhaustive(frame);
  }
}

/** Changes whenever something of a rule changed that is more than a count. */
export function stampOf(rule: RuleView | undefined): string {
  if (rule === undefined) return '';
  const { updatedAt, newest, live, shadow, halt, state } = rule;
  return [updatedAt, newest, live, shadow, state, halt?.kind, halt?.at].join(' ');
}

/** Changes whenever the rule matched something. */
export function hitsOf(rule: RuleView): string {
  return `${rule.counts.live.hits} ${rule.counts.shadow.shadowHits}`;
}

function counted(rule: RuleView, counts: RuleView['counts'] | undefined): RuleView {
  return counts === undefined ? rule : { ...rule, counts };
}
