import { signedHeaders } from '../../../../plugins/ingress/signing.ts';
import type { Clock, Ids } from '../../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../../shared/domain/result.ts';
import { maskPersonal } from '../../../../shared/support/mask.ts';
import {
  type Connector,
  SHOP_COUNTS,
  type ShopCount,
  type ShopCounts,
} from '../../../../shared/support/shop/connector.ts';
import {
  type ShopAnswer,
  ShopAnswerSchema,
  ShopErrorSchema,
  type ShopRequest,
} from '../../../../shared/support/shop/protocol.ts';
import { type GuardedAnswer, type GuardedPost, guardedPost } from './guarded-post.ts';

/** One shop: asked with a signature, spared while it fails, its answers kept for a while. */
export interface ShopClient {
  readonly ask: (request: ShopRequest, fresh?: 'fresh') => Promise<Result<ShopSaid>>;
  /** Rows of an answer that could not be used. */
  readonly dropped: (rows: number) => void;
  readonly status: () => {
    readonly counts: ShopCounts;
    readonly openUntil?: number | undefined;
    readonly lastFault?: Fault | undefined;
    readonly lastAnswerAt?: number | undefined;
  };
}

/** An answer, and when it was given. */
export interface ShopSaid {
  readonly answer: ShopAnswer;
  readonly askedAt: number;
}

/** Answers kept at most. */
const MOST_KEPT = 500;

/** Makes a client; a changed connector gets a new one. */
export function createShopClient(deps: {
  readonly connector: Connector;
  readonly secret: () => Promise<string | null>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly post?: (post: GuardedPost) => Promise<GuardedAnswer>;
}): ShopClient {
  const { connector, clock } = deps;
  const post = deps.post ?? guardedPost;
  const counts = new Map<ShopCount, number>();
  const kept = new Map<string, ShopSaid>();
  const running = new Map<string, Promise<Result<ShopSaid>>>();
  let failures = 0;
  let openUntil: number | undefined;
  let isTrying = false;
  let lastFault: Fault | undefined;
  let lastAnswerAt: number | undefined;
  const count = (what: ShopCount, by = 1): void => void counts.set(what, (counts.get(what) ?? 0) + by);

  const failing = (value: Fault, what: ShopCount): Result<ShopSaid> => {
    count(what);
    lastFault = value;
    failures += 1;
    if (failures >= connector.breaker.failures) openUntil = clock.now() + connector.breaker.openSec * 1_000;
    return fail(value);
  };
  const refusing = (value: Fault): Result<ShopSaid> => {
    count('refused');
    lastFault = value;
    // It answers: no is an answer too.
    failures = 0;
    openUntil = undefined;
    return fail(value);
  };

  const call = async (request: ShopRequest): Promise<Result<ShopSaid>> => {
    const secret = await deps.secret();
    if (secret === null || secret === '') {
      lastFault = fault('auth_expired', `${connector.name}: no secret is kept for it`);
      return fail(lastFault);
    }
    const body = JSON.stringify(request);
    const askedAt = clock.now();
    count('calls');
    const answer = await post({
      url: connector.url,
      headers: {
        ...signedHeaders(secret, askedAt, deps.ids.next(), body),
        'content-type': 'application/json; charset=utf-8',
      },
      body,
      timeoutMs: connector.timeoutMs,
      maxBytes: connector.maxBytes,
      allowPrivateNetwork: connector.allowPrivateNetwork,
    });
    if (answer.kind === 'failed') return failing(faultOf(connector, answer), COUNT[answer.why]);
    const said = readJson(answer.text);
    if (answer.status < 200 || answer.status >= 300) {
      const value = refusal(connector, answer.status, said, answer.retryAfterSec, askedAt);
      return answer.status >= 500 ? failing(value, 'unreachable') : refusing(value);
    }
    const fitting = ShopAnswerSchema.safeParse(said);
    if (!fitting.success || fitting.data.kind !== request.question.kind)
      return failing(fault('platform_refused', `${connector.name}: the answer fits no schema`), 'invalid');
    count('answered');
    failures = 0;
    openUntil = undefined;
    lastFault = undefined;
    lastAnswerAt = clock.now();
    return ok({ answer: fitting.data, askedAt });
  };

  /** Spares a shop that fails; when its time is over one question tries it. */
  const guarded = async (request: ShopRequest): Promise<Result<ShopSaid>> => {
    const isTrial = openUntil !== undefined;
    if (openUntil !== undefined) {
      if (isTrying || clock.now() < openUntil) {
        count('heldBack');
        return fail(
          fault('unreachable', `${connector.name}: left alone after failures`, { retryAt: openUntil }),
        );
      }
      isTrying = true;
    }
    try {
      return await call(request);
    } finally {
      if (isTrial) isTrying = false;
    }
  };

  return {
    async ask(request, fresh) {
      const key = JSON.stringify(request);
      const now = clock.now();
      const known = kept.get(key);
      if (fresh === undefined && known !== undefined && now < known.askedAt + connector.cacheSec * 1_000) {
        count('cached');
        return ok(known);
      }
      const same = running.get(key);
      if (same !== undefined) return same;
      const asked = guarded(request).finally(() => running.delete(key));
      running.set(key, asked);
      const said = await asked;
      kept.delete(key);
      if (said.ok && connector.cacheSec > 0) {
        kept.set(key, said.value);
        const [oldest] = kept.keys();
        if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
      }
      return said;
    },
    dropped(rows) {
      if (rows > 0) count('droppedRows', rows);
    },
    status: () => ({
      counts: Object.fromEntries(SHOP_COUNTS.map((name) => [name, counts.get(name) ?? 0])) as ShopCounts,
      ...(openUntil === undefined ? {} : { openUntil }),
      ...(lastFault === undefined ? {} : { lastFault }),
      ...(lastAnswerAt === undefined ? {} : { lastAnswerAt }),
    }),
  };
}

type Failed = Extract<GuardedAnswer, { kind: 'failed' }>;

const COUNT: Readonly<Record<Failed['why'], ShopCount>> = {
  blocked: 'blocked',
  timeout: 'timeouts',
  tooLarge: 'tooLarge',
  redirects: 'redirects',
  unreachable: 'unreachable',
  invalid: 'invalid',
};

function faultOf(connector: Connector, { why, detail }: Failed): Fault {
  const text = `${connector.name}: ${why === 'timeout' ? 'timeout ' : ''}${detail}`;
  if (why === 'blocked') return fault('forbidden', text);
  if (why === 'tooLarge') return fault('too_large', text);
  if (why === 'redirects' || why === 'invalid') return fault('platform_refused', text);
  return fault('unreachable', text);
}

function refusal(
  connector: Connector,
  status: number,
  said: unknown,
  retryAfterSec: number | undefined,
  now: number,
): Fault {
  const own = ShopErrorSchema.safeParse(said);
  // What a shop says is shown to agents: personal data has no place in it.
  const detail = own.success ? maskPersonal(own.data.error.message).slice(0, 200) : '';
  const text = `${connector.name}: ${status} ${detail}`.trim();
  const more = {
    ...(own.success ? { native: own.data.error.code } : {}),
    ...(retryAfterSec === undefined ? {} : { retryAt: now + retryAfterSec * 1_000 }),
  };
  if (status >= 500) return fault('unreachable', text, more);
  if (status === 401 || status === 403) return fault('auth_expired', text, more);
  if (status === 404) return fault('not_found', text, more);
  if (status === 429) return fault('rate_limited', text, more);
  return fault('platform_refused', text, more);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
