import type { Action } from '../../../shared/domain/action.ts';
import { exhaustive, type Result } from '../../../shared/domain/result.ts';
import type { PerformResult } from '../../../shared/plugin/plugin.ts';
import type { Account } from '../account/account.ts';
import { readJson } from '../http.ts';
import { type AttemptDeps, attempt, signInNeeded } from './attempts.ts';
import { failed } from './classify.ts';
import { guard } from './guard.ts';
import { UsersAnswerSchema } from './helix.external.ts';
import type { Ledger } from './ledger.ts';
import { requestOf } from './requests.ts';
import { readAlready, readSuccess } from './results.ts';

export interface PerformerDeps extends AttemptDeps {
  /** Login of the broadcaster. */
  readonly channel: string;
  readonly ledger: Ledger;
}

/** Performs actions by Helix, strictly one after the other (PROTOCOLS §1.2: one queue per broadcaster). */
export function createPerformer(deps: PerformerDeps): (action: Action) => Promise<PerformResult> {
  let broadcasterId: string | null = null;
  let tail: Promise<unknown> = Promise.resolve();

  const once = async (action: Action, account: Account): Promise<PerformResult> => {
    if (broadcasterId === null) {
      const found = await findBroadcaster(deps, action, account);
      if (typeof found !== 'string') return found;
      broadcasterId = found;
    }
    return call(deps, action, account, broadcasterId);
  };

  const perform = async (action: Action): Promise<PerformResult> => {
    const early = withoutCall(action, deps);
    if (early !== null) return early;
    for (;;) {
      const account = await signedIn(deps, action);
      if (!account.ok) return signInNeeded(account.fault);
      const result = await once(action, account.value);
      // Refused for its token, so certainly not done: it waits for the next sign-in, as the others do.
      if (result.kind !== 'failed' || result.errorClass !== 'auth_expired') return result;
    }
  };

  return (action) => {
    const next = tail.then(() => perform(action));
    tail = next.catch(() => undefined);
    return next;
  };
}

/** The account to act with. Where its token was refused, actions wait a while for another sign-in. */
async function signedIn(deps: PerformerDeps, action: Action): Promise<Result<Account>> {
  const now = deps.clock.now();
  const deadline = Math.min(now, action.requestedAt) + deps.plan.signInWaitMs;
  for (;;) {
    const account = await deps.tokens.current();
    if (account.ok || !deps.tokens.isParked() || deps.clock.now() >= deadline) return account;
    if (!(await deps.sleep(deps.plan.signInLookMs))) return account;
  }
}

async function call(
  deps: PerformerDeps,
  action: Action,
  account: Account,
  broadcasterId: string,
): Promise<PerformResult> {
  const request = requestOf(action, { broadcasterId, moderatorId: account.userId });
  if (!request.ok) return { kind: 'failed', errorClass: 'invalid', fault: request.fault };
  const recheck = () => guard(action, deps.ledger, deps.clock.now());
  const done = await attempt(deps, action.kind, account, request.value, recheck);
  switch (done.kind) {
    case 'ok':
      return readSuccess(action, done.text, deps.ledger, deps.clock.now());
    case 'already':
      return readAlready(action, deps.ledger, done.ours);
    case 'stop':
      return done.result;
    default:
      return exhaustive(done);
  }
}

/** Everything that needs no call: a bad order, or one that is already carried out. */
function withoutCall(action: Action, deps: PerformerDeps): PerformResult | null {
  const request = requestOf(action, { broadcasterId: '0', moderatorId: '0' });
  if (request.ok) return guard(action, deps.ledger, deps.clock.now());
  const errorClass = request.fault.code === 'unsupported' ? 'unsupported' : 'invalid';
  return { kind: 'failed', errorClass, fault: request.fault };
}

async function findBroadcaster(
  deps: PerformerDeps,
  action: Action,
  account: Account,
): Promise<string | PerformResult> {
  const request = {
    method: 'GET',
    path: '/users',
    query: { login: deps.channel },
    idempotent: true,
  } as const;
  const done = await attempt(deps, action.kind, account, request, () => null);
  if (done.kind === 'stop') return done.result;
  const parsed = UsersAnswerSchema.safeParse(done.kind === 'ok' ? readJson(done.text) : undefined);
  const id = parsed.success ? parsed.data.data[0]?.id : undefined;
  return id ?? failed('not_found', `Twitch knows no channel ${deps.channel}`);
}
