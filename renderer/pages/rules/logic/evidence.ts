import type { Reason } from '../../../../shared/domain/verdict.ts';
import type { RuleHitRow } from '../../../../shared/rules/views.ts';

/** Reasons that say which rule it was, or what to do if it was wrong: known on the rule's own page. */
const KNOWN_HERE: ReadonlySet<string> = new Set(['rule', 'rule_way_out']);

/** What a rule found, without what its own page says anyway. */
export function evidenceOf(reasons: readonly Reason[]): readonly Reason[] {
  return reasons.filter((reason) => !KNOWN_HERE.has(reason.code));
}

/** Where it found it, as offsets in the text. */
export function spansOf(reasons: readonly Reason[]): readonly (readonly [number, number])[] {
  return reasons.flatMap((reason) => (reason.span === undefined ? [] : [reason.span]));
}

/** An event with the ways it was matched: by the version that is live, the one that counts, or both. */
export interface HitEvent extends RuleHitRow {
  readonly modes: readonly ('live' | 'shadow')[];
}

/** Hits of one event as one row, told as the live version tells it, in the order they came. */
export function byEvent(hits: readonly RuleHitRow[]): readonly HitEvent[] {
  const events = new Map<string, HitEvent>();
  for (const hit of hits) {
    const before = events.get(hit.row.id);
    const modes = new Set(before?.modes);
    modes.add(hit.shadow ? 'shadow' : 'live');
    const shown = before === undefined || (before.shadow && !hit.shadow) ? hit : before;
    events.set(hit.row.id, {
      ...shown,
      modes: (['live', 'shadow'] as const).filter((mode) => modes.has(mode)),
    });
  }
  return [...events.values()];
}
