import type { Action } from '../../../shared/domain/action.ts';
import { fault } from '../../../shared/domain/fault.ts';
import type { PerformResult } from '../../../shared/plugin/plugin.ts';
import { type Ledger, outlasts } from './ledger.ts';

/**
 * What can be answered without a call: a timeout never shortens a longer sanction or softens a ban, and
 * an undo never lifts what somebody else did (Twitch's one call lifts bans and timeouts alike).
 */
export function guard(action: Action, ledger: Ledger, now: number): PerformResult | null {
  const userId = action.target?.nativeId;
  const known = userId ? ledger.get(userId) : null;
  switch (action.kind) {
    case 'mute': {
      if (known === null || action.durationSec == null) return null;
      // A second of slack: asking for the same length again is a wish to extend, not a repeat.
      const wanted = { until: now + action.durationSec * 1000 - 1_000 };
      return outlasts(known, wanted) ? already(known.until) : null;
    }
    case 'ban':
      return known?.kind === 'ban' ? already(null) : null;
    case 'unmute':
      if (known?.kind === 'ban')
        return stricter("this account is banned; a timeout's end would lift the ban");
      return known?.by === 'others' && action.undoOf !== undefined
        ? stricter('a timeout by somebody else')
        : null;
    case 'unban':
      return known?.by === 'others' && action.undoOf !== undefined
        ? stricter('a sanction by somebody else')
        : null;
    case 'slow_mode':
      return ledger.slowSec() !== undefined && ledger.slowSec() === action.value
        ? { kind: 'accepted', noop: true, confirmed: true }
        : null;
    case 'delete':
      return ledger.wasDeleted(action.messageId ?? '')
        ? { kind: 'accepted', noop: true, confirmed: true }
        : null;
    default:
      return null;
  }
}

function already(until: number | null): PerformResult {
  return { kind: 'accepted', noop: true, confirmed: true, expiresAt: until };
}

function stricter(detail: string): PerformResult {
  return { kind: 'failed', errorClass: 'conflict', fault: fault('undo_would_lift_other', detail) };
}
