import type { Reason } from '../../../../shared/domain/verdict.ts';

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
