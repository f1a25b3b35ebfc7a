import type { Severity } from '../domain/flag.ts';
import { fenOf, type Money } from '../domain/money.ts';
import type { Verdict } from '../domain/verdict.ts';
import { WEIGHTY } from './spending.ts';

/** From ¥500 at stake a dispute is severe. */
const SEVERE_FEN = 50_000n;
/** Where a unit has no fixed rate: so many of the platform's units are. */
const SEVERE_UNITS: Readonly<Record<string, bigint>> = { bits: 10_000n, gold: 500_000n, USD: 7_000n };

const CUES: readonly string[] = ['first_payment', 'spend_jump', 'earlier_disputes', 'claimed'];

/** How severe a verdict is; `spent` is the person's money here, for disputes. */
export function severityOf(verdict: Verdict, spent: readonly Money[]): Severity {
  switch (verdict.category) {
    case 'abuse':
      return verdict.score >= 0.97 || has(verdict, 'threat') ? 'high' : 'mid';
    case 'raid':
      return verdict.score >= 0.9 ? 'high' : 'mid';
    case 'dispute':
      return has(verdict, 'minor') || has(verdict, 'minor_age') || spent.some(isSevere) || isWeighty(verdict)
        ? 'high'
        : 'mid';
    case 'appeal':
      return 'mid';
    case 'ad':
      return verdict.score >= 0.9 ? 'mid' : 'low';
    case 'flood':
      return verdict.score >= 0.9 ? 'mid' : 'low';
    default:
      // A rule says itself how severe it is, by its score.
      return ofScore(verdict.score);
  }
}

/** The severity a rule's score stands for: 0.95 high, 0.75 middle, 0.5 low. */
export function ofScore(score: number): Severity {
  if (score >= 0.9) return 'high';
  return score >= 0.6 ? 'mid' : 'low';
}

function has(verdict: Verdict, code: string): boolean {
  return verdict.reasons.some((reason) => reason.code === code && reason.weight > 0);
}

/** A first payment or a jump that is not small change, or disputes again and again. */
function isWeighty(verdict: Verdict): boolean {
  return verdict.reasons.some(({ code, weight }) => CUES.includes(code) && weight >= WEIGHTY);
}

function isSevere(money: Money): boolean {
  const fen = fenOf(money);
  if (fen !== null) return fen >= SEVERE_FEN;
  const limit = SEVERE_UNITS[money.unit];
  return money.kind !== 'none' && limit !== undefined && BigInt(money.amountMinor) >= limit;
}
