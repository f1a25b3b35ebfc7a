import type { Action } from '../../../shared/domain/action.ts';
import { exhaustive } from '../../../shared/domain/result.ts';
import type { PerformResult } from '../../../shared/plugin/plugin.ts';
import { readJson } from '../http.ts';
import { failed } from './classify.ts';
import { BansAnswerSchema, SayAnswerSchema } from './helix.external.ts';
import type { Ledger } from './ledger.ts';

/** Reads the answer to a call that succeeded, and writes what is now in force into the ledger. */
export function readSuccess(action: Action, text: string, ledger: Ledger, now: number): PerformResult {
  const userId = action.target?.nativeId ?? '';
  switch (action.kind) {
    case 'ban':
      ledger.ours(userId, { kind: 'ban', until: null });
      return { kind: 'accepted', expiresAt: null };
    case 'mute': {
      const until = endOf(text) ?? now + (action.durationSec ?? 0) * 1000;
      ledger.ours(userId, { kind: 'timeout', until });
      return { kind: 'accepted', expiresAt: until };
    }
    case 'unban':
    case 'unmute':
      ledger.lifted(userId);
      // The chat feed has no line for it: the answer is the only proof there is.
      return { kind: 'accepted', confirmed: true };
    case 'warn':
      return { kind: 'accepted', confirmed: true };
    case 'say':
      return readSay(text);
    case 'delete':
    case 'slow_mode':
      return { kind: 'accepted' };
    case 'room_mute':
      return failed('unsupported');
    default:
      return exhaustive(action.kind);
  }
}

/** The goal was reached before: by us in an earlier try, or by somebody else. */
export function readAlready(action: Action, ledger: Ledger, triedBefore: boolean): PerformResult {
  const userId = action.target?.nativeId ?? '';
  if (action.kind === 'unban' || action.kind === 'unmute') ledger.lifted(userId);
  const done = { kind: 'accepted', confirmed: true } as const;
  // A second try that finds it done was done by the first.
  if (triedBefore) {
    if (action.kind === 'ban') ledger.ours(userId, { kind: 'ban', until: null });
    return done;
  }
  return { ...done, noop: true };
}

function readSay(text: string): PerformResult {
  const parsed = SayAnswerSchema.safeParse(readJson(text));
  const first = parsed.success ? parsed.data.data[0] : undefined;
  if (first === undefined) return failed('unknown_outcome', 'the answer has another shape');
  if (first.is_sent) return { kind: 'accepted', confirmed: true, nativeId: first.message_id };
  // 200 with is_sent false: Twitch took the call and dropped the words.
  const code = first.drop_reason?.code ?? 'dropped';
  const errorClass = /rate/.test(code) ? 'rate_limited' : 'invalid';
  return failed(errorClass, (first.drop_reason?.message ?? code).slice(0, 300), { native: code });
}

function endOf(text: string): number | null {
  const parsed = BansAnswerSchema.safeParse(readJson(text));
  const end = parsed.success ? parsed.data.data[0]?.end_time : undefined;
  const at = end ? Date.parse(end) : Number.NaN;
  return Number.isFinite(at) ? at : null;
}
