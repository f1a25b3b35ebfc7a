import type { ActionKind } from '../../../shared/domain/action.ts';
import type { Clock, Random } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import type { PerformResult } from '../../../shared/plugin/plugin.ts';
import type { HttpFetch } from '../../../shared/plugin/sign-in.ts';
import type { Account } from '../account/account.ts';
import { messageOf } from '../account/oauth.ts';
import type { Tokens } from '../account/tokens.ts';
import type { HttpOutcome } from '../http.ts';
import { classify, failed } from './classify.ts';
import { callHelix } from './client.ts';
import type { Pace } from './pace.ts';
import type { HelixRequest } from './requests.ts';

/** Times and counts of retries (PROTOCOLS §6). */
export interface AttemptPlan {
  /** An answer later than this is a lost one, ms. */
  readonly timeoutMs: number;
  /** Tries again after 409, 5xx and lost answers. */
  readonly retries: number;
  /** First wait between them, ms; doubles, plus chance. */
  readonly retryMs: number;
  /** Longest time one action may wait for rate limits, ms. */
  readonly longestWaitMs: number;
  /** So long after it was asked for, an action waits for another sign-in, ms (PROTOCOLS §6: 2 min). */
  readonly signInWaitMs: number;
  /** How often to look for that sign-in, ms. */
  readonly signInLookMs: number;
}

export const ATTEMPT_PLAN: AttemptPlan = {
  timeoutMs: 10_000,
  retries: 3,
  retryMs: 250,
  longestWaitMs: 90_000,
  signInWaitMs: 120_000,
  signInLookMs: 1_000,
};

export interface AttemptDeps {
  readonly fetch: HttpFetch;
  readonly helixUrl: string;
  readonly tokens: Tokens;
  readonly pace: Pace;
  readonly clock: Clock;
  readonly random: Random;
  /** False when the connection closed meanwhile. */
  readonly sleep: (ms: number) => Promise<boolean>;
  readonly plan: AttemptPlan;
}

/** How a call ended. */
export type Done =
  | { readonly kind: 'ok'; readonly text: string }
  /** It was already so; `ours` when an earlier try of this call may have done it. */
  | { readonly kind: 'already'; readonly ours: boolean }
  | { readonly kind: 'stop'; readonly result: PerformResult };

/**
 * Sends a call until it ends: waits for rate limits, renews the token once, repeats after conflicts and,
 * where a repeat does no harm, after lost answers. `recheck` looks whether a repeat is still wanted.
 */
export async function attempt(
  deps: AttemptDeps,
  kind: ActionKind,
  first: Account,
  request: HelixRequest,
  recheck: () => PerformResult | null,
): Promise<Done> {
  const { plan, pace } = deps;
  const deadline = deps.clock.now() + plan.longestWaitMs;
  let account = first;
  let renewed = false;
  let limits = 0;
  let tries = 0;
  let maybeDone = false;

  for (;;) {
    if (request.scope !== undefined && !account.scopes.includes(request.scope)) {
      return stop(failed('forbidden', `the sign-in lacks the right ${request.scope}; sign in again`));
    }
    const queued = await pause(deps, pace.waitMs(), deadline);
    if (queued !== null) return stop(queued);
    const outcome = await callHelix({ ...deps, timeoutMs: plan.timeoutMs }, account, request);
    if (outcome.kind === 'answer') pace.learn(outcome.header);
    const problem = problemOf(outcome);
    const found = outcome.kind === 'answer' ? classify(kind, outcome.status, outcome.text) : 'transient';

    switch (found) {
      case 'ok':
        return { kind: 'ok', text: problem.text };
      case 'already':
        return { kind: 'already', ours: maybeDone };
      case 'token': {
        const next = renewed ? null : await deps.tokens.renew();
        if (next === null) deps.tokens.park(fault('auth_expired', problem.detail, problem.native));
        if (next === null) return stop(failed('auth_expired', problem.detail, problem.native));
        if (!next.ok) return stop(signInNeeded(next.fault));
        renewed = true;
        account = next.value;
        break;
      }
      case 'rate_limited': {
        const wait = outcome.kind === 'answer' ? pace.afterLimit(outcome.header, limits) : 0;
        limits += 1;
        const tooLong = await pause(deps, wait, deadline, problem.detail);
        if (tooLong !== null) return stop(tooLong);
        break;
      }
      case 'conflict':
      case 'transient': {
        const isLost = found === 'transient' && outcome.kind !== 'not_sent';
        maybeDone ||= isLost;
        if (maybeDone && !request.idempotent) {
          return stop(failed('unknown_outcome', problem.detail, problem.native));
        }
        if (tries >= plan.retries) return stop(givenUp(found, maybeDone, problem));
        const wait = plan.retryMs * 2 ** tries * (1 + deps.random.next() / 2);
        tries += 1;
        if (!(await deps.sleep(wait))) return stop(givenUp(found, maybeDone, problem));
        const settled = recheck();
        if (settled !== null) return stop(settled);
        break;
      }
      case 'not_found':
        // The first try deleted it and its answer was lost.
        if (maybeDone && request.method === 'DELETE') return { kind: 'already', ours: true };
        return stop(failed('not_found', problem.detail, problem.native));
      default:
        return stop(failed(found, problem.detail, problem.native));
    }
  }
}

/** A failure before the call: nobody is signed in, or the identity server cannot be reached. */
export function signInNeeded(problem: Fault): PerformResult {
  return {
    kind: 'failed',
    errorClass: problem.code === 'unreachable' ? 'transient' : 'auth_expired',
    fault: problem,
  };
}

interface Problem {
  readonly text: string;
  readonly detail: string;
  readonly native: { readonly native?: string };
}

function problemOf(outcome: HttpOutcome): Problem {
  if (outcome.kind !== 'answer') return { text: '', detail: outcome.why, native: {} };
  return { text: outcome.text, detail: messageOf(outcome.text), native: { native: String(outcome.status) } };
}

function stop(result: PerformResult): Done {
  return { kind: 'stop', result };
}

function givenUp(found: 'conflict' | 'transient', maybeDone: boolean, problem: Problem): PerformResult {
  return failed(maybeDone ? 'unknown_outcome' : found, problem.detail, problem.native);
}

/** Waits, or says that the wait is too long for one action. */
async function pause(
  deps: AttemptDeps,
  ms: number,
  deadline: number,
  detail?: string,
): Promise<PerformResult | null> {
  if (ms <= 0) return null;
  const retryAt = deps.clock.now() + ms;
  if (retryAt > deadline || !(await deps.sleep(ms)))
    return failed('rate_limited', detail, { native: '429', retryAt });
  return null;
}
