import type { Receipt } from '../../../shared/domain/action.ts';
import type { PerformResult } from '../../../shared/plugin/plugin.ts';

/** The receipt that a platform's answer makes. */
export function receiptOf(result: PerformResult, at: number): Receipt {
  if (result.kind === 'failed') {
    const state = result.errorClass === 'unknown_outcome' ? 'unconfirmed' : 'failed';
    return { state, at, fault: result.fault };
  }
  const state = result.confirmed === true || result.noop === true ? 'confirmed' : 'accepted';
  return { state, at, ...(result.noop === true ? { noop: true } : {}) };
}
