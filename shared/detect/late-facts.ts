import type { LiveEvent } from '../domain/event.ts';
import { timeOf } from '../domain/event.ts';
import type { Reason, Verdict } from '../domain/verdict.ts';
import { disputeReasons } from './explain-text.ts';
import { moneyReasons, sanctionReasons } from './spending.ts';
import type { PersonFacts } from './types.ts';

/**
 * Verdicts as they read once it is known who spoke, where the detector did not know it yet: a dispute says
 * the money and the disputes before it, an appeal the sanction. Scores stay as they were found.
 */
export function withLateFacts(
  verdicts: readonly Verdict[],
  event: LiveEvent,
  person: PersonFacts,
): readonly Verdict[] {
  return verdicts.map((verdict) => {
    if (!verdict.flag) return verdict;
    switch (verdict.category) {
      case 'dispute':
        return withReasons(verdict, [
          ...moneyReasons(person.totals, undefined, timeOf(event), person),
          ...disputeReasons(person.disputes),
        ]);
      case 'appeal':
        return person.lastSanction === undefined
          ? verdict
          : withReasons(verdict, sanctionReasons(person, undefined, timeOf(event)));
      default:
        return verdict;
    }
  });
}

/** Whether a verdict hangs on who spoke. */
export function wantsFacts(verdict: Verdict): boolean {
  return verdict.flag && (verdict.category === 'dispute' || verdict.category === 'appeal');
}

/** What is known now replaces what was guessed. */
function withReasons(verdict: Verdict, late: readonly Reason[]): Verdict {
  const codes = new Set(late.map((each) => each.code));
  const kept = verdict.reasons.filter((each) => !codes.has(each.code));
  return { ...verdict, reasons: [...late, ...kept].slice(0, MOST_REASONS) };
}

const MOST_REASONS = 16;
