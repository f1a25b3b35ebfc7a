import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Fault } from '../../../shared/domain/fault.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../simulator/twitch.ts';
import { readAccount } from './account.ts';
import { createTokens, type Tokens } from './tokens.ts';

let sim: TwitchSimulator;
let kept: Map<string, string>;
let told: (Fault | null)[];
let asked: string[];
let tokens: Tokens;
let now = 0;

beforeEach(async () => {
  now = 1_700_000_000_000;
  sim = await startTwitchSimulator({ now: () => now });
  const { name, value } = sim.signedIn();
  kept = new Map([[name, value]]);
  told = [];
  asked = [];
  tokens = createTokens({
    settings: sim.settings,
    secrets: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, text) => void (text === null ? kept.delete(key) : kept.set(key, text)),
    },
    fetch: (url, init) => {
      asked.push(new URL(url).pathname);
      return fetch(url, init);
    },
    clock: { now: () => now },
    onState: (trouble) => told.push(trouble),
  });
});
afterEach(() => sim.close());

const NAME = 'twitch:modone';

describe('the acting account’s token', () => {
  test('is checked once an hour', async () => {
    expect(await tokens.current()).toMatchObject({ ok: true, value: { login: 'modone' } });
    now += 3_599_999;
    await tokens.current();
    expect(asked).toEqual(['/oauth2/validate']);
    now += 1;
    await tokens.current();
    expect(asked).toEqual(['/oauth2/validate', '/oauth2/validate']);
  });

  test('is renewed before its end', async () => {
    await tokens.current();
    now += 14_400_000 - 59_000;
    expect(await tokens.current()).toMatchObject({ ok: true });
    expect(asked).toEqual(['/oauth2/validate', '/oauth2/token', '/oauth2/validate']);
  });

  test('two renewals at once use the refresh token once', async () => {
    const both = await Promise.all([tokens.renew(), tokens.renew()]);
    expect(both.map((result) => result.ok)).toEqual([true, true]);
    expect(asked.filter((path) => path === '/oauth2/token').length).toBe(1);
  });

  test('a sign-in made meanwhile is not overwritten', async () => {
    const fresh = sim.signedIn().value;
    const checking = tokens.current();
    kept.set(NAME, fresh);
    await checking;
    expect(readAccount(kept.get(NAME) ?? '')?.accessToken).toBe(readAccount(fresh)?.accessToken);
  });

  test('an identity server that is away does not take the token away', async () => {
    await sim.helix.close();
    expect(await tokens.current()).toMatchObject({ ok: true });
    expect(await tokens.renew()).toMatchObject({ ok: false, fault: { code: 'unreachable' } });
    expect(told).toEqual([]);
  });

  test.each([
    ['nothing is kept', null],
    ['what is kept is no account', '{"v":9}'],
  ])('%s', async (_, text) => {
    if (text === null) kept.delete(NAME);
    else kept.set(NAME, text);
    expect(await tokens.current()).toMatchObject({ ok: false, fault: { code: 'auth_expired' } });
    expect(asked).toEqual([]);
  });
});
