import { describe, expect, it } from 'vitest';
import { fault } from '../../../shared/domain/fault.ts';
import { type SignIn, type SignInNews, signInStep } from './sign-in.ts';

const code = {
  userCode: 'ABCD',
  verificationUri: 'https://id.example/activate',
  expiresAt: 90_000,
  intervalSec: 5,
};
const begun: readonly SignInNews[] = [{ kind: 'begin' }, { kind: 'code', ...code, now: 1_000 }];
const run = (news: readonly SignInNews[]) => news.reduce<SignIn>(signInStep, { kind: 'idle' });

describe('sign-in by device code', () => {
  it.each<[string, readonly SignInNews[], SignIn]>([
    ['asks for a code', [{ kind: 'begin' }], { kind: 'starting' }],
    ['shows it and waits', begun, { kind: 'waiting', ...code, askAt: 6_000 }],
    [
      'asks again after the interval',
      [...begun, { kind: 'still_waiting', now: 6_100 }],
      { kind: 'waiting', ...code, askAt: 11_100 },
    ],
    [
      'goes on after a passing failure, more slowly',
      [...begun, { kind: 'failed', fault: fault('unreachable'), now: 6_000 }],
      { kind: 'waiting', ...code, askAt: 16_000 },
    ],
    [
      'ends with a refusal',
      [...begun, { kind: 'failed', fault: fault('forbidden'), now: 6_000 }],
      { kind: 'failed', fault: fault('forbidden') },
    ],
    ['ends signed in', [...begun, { kind: 'done', login: 'xiaoman' }], { kind: 'done', login: 'xiaoman' }],
    ['lapses', [...begun, { kind: 'tick', now: 90_000 }], { kind: 'expired' }],
    [
      'does not lapse early',
      [...begun, { kind: 'tick', now: 89_999 }],
      { kind: 'waiting', ...code, askAt: 6_000 },
    ],
    ['can be left', [...begun, { kind: 'cancel' }, { kind: 'done', login: 'late' }], { kind: 'idle' }],
    ['leaves out a code nobody waits for', [{ kind: 'code', ...code, now: 0 }], { kind: 'idle' }],
  ])('%s', (_name, news, expected) => {
    expect(run(news)).toEqual(expected);
  });
});
