import type { Fault } from '../../../shared/domain/fault.ts';

/** A platform sign-in, as the page sees it. Times are epoch ms. */
export type SignIn =
  | { readonly kind: 'idle' }
  | { readonly kind: 'starting' }
  | {
      readonly kind: 'waiting';
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
      readonly intervalSec: number;
      /** When to ask next. */
      readonly askAt: number;
    }
  | { readonly kind: 'done'; readonly login: string }
  | { readonly kind: 'expired' }
  | { readonly kind: 'failed'; readonly fault: Fault };

export type SignInNews =
  | { readonly kind: 'begin' }
  | {
      readonly kind: 'code';
      readonly userCode: string;
      readonly verificationUri: string;
      readonly expiresAt: number;
      readonly intervalSec: number;
      readonly now: number;
    }
  | { readonly kind: 'still_waiting'; readonly now: number }
  | { readonly kind: 'done'; readonly login: string }
  | { readonly kind: 'failed'; readonly fault: Fault; readonly now: number }
  | { readonly kind: 'tick'; readonly now: number }
  | { readonly kind: 'cancel' };

/** The next state. A passing failure while waiting is asked again later; other failures end it. */
export function signInStep(state: SignIn, news: SignInNews): SignIn {
  switch (news.kind) {
    case 'begin':
      return { kind: 'starting' };
    case 'cancel':
      return { kind: 'idle' };
    case 'code': {
      if (state.kind !== 'starting') return state;
      const { now, ...code } = news;
      return { ...code, kind: 'waiting', askAt: now + code.intervalSec * 1_000 };
    }
    case 'still_waiting':
      return state.kind === 'waiting' ? askLater(state, news.now, 1) : state;
    case 'done':
      return state.kind === 'idle' ? state : { kind: 'done', login: news.login };
    case 'failed':
      if (state.kind === 'idle') return state;
      return state.kind === 'waiting' && PASSING.has(news.fault.code)
        ? askLater(state, news.now, 2)
        : { kind: 'failed', fault: news.fault };
    case 'tick':
      return state.kind === 'waiting' && news.now >= state.expiresAt ? { kind: 'expired' } : state;
  }
}

const PASSING = new Set(['unreachable', 'rate_limited', 'overloaded']);

function askLater(state: Extract<SignIn, { readonly kind: 'waiting' }>, now: number, times: number): SignIn {
  return { ...state, askAt: now + state.intervalSec * 1_000 * times };
}
