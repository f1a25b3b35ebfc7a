import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { SignInDeps } from '../../../shared/plugin/sign-in.ts';
import { startTwitchSimulator, type TwitchSimulator } from '../simulator/twitch.ts';
import { readAccount, WANTED_SCOPES } from './account.ts';
import { checkToken, pollDeviceSignIn, signIn, startDeviceSignIn } from './sign-in.ts';

let sim: TwitchSimulator;
let kept: Map<string, string>;
let deps: SignInDeps;
let now = 0;

beforeEach(async () => {
  sim = await startTwitchSimulator({ now: () => now });
  now = 1_700_000_000_000;
  kept = new Map();
  deps = {
    fetch,
    clock: { now: () => now },
    secrets: {
      get: async (name) => kept.get(name) ?? null,
      set: async (name, value) => void (value === null ? kept.delete(name) : kept.set(name, value)),
    },
  };
});
afterEach(() => sim.close());

async function start(): Promise<{ deviceCode: string; userCode: string }> {
  const started = await startDeviceSignIn(sim.settings, deps);
  if (!started.ok) throw new Error(started.fault.code);
  return started.value;
}

describe('device code flow', () => {
  test('code, waiting, allowed, kept; the answer holds no token', async () => {
    const started = await startDeviceSignIn(sim.settings, deps);
    expect(started).toEqual({
      ok: true,
      value: {
        deviceCode: expect.any(String),
        userCode: expect.stringMatching(/^[0-9A-F]{8}$/),
        verificationUri: expect.stringContaining('/activate'),
        expiresAt: now + 1_800_000,
        intervalSec: 5,
      },
    });
    const { deviceCode, userCode } = started.ok ? started.value : { deviceCode: '', userCode: '' };
    expect(await pollDeviceSignIn(sim.settings, deviceCode, deps)).toEqual({
      ok: true,
      value: { kind: 'pending' },
    });
    expect(sim.helix.allow(userCode, '900')).toBe(true);
    expect(await pollDeviceSignIn(sim.settings, deviceCode, deps)).toEqual({
      ok: true,
      value: {
        kind: 'done',
        account: {
          userId: '900',
          login: 'modone',
          scopes: [...WANTED_SCOPES],
          missingScopes: [],
          expiresAt: now + 14_400_000,
          settings: { account: 'modone' },
        },
      },
    });
    expect(readAccount(kept.get('twitch:modone') ?? '')).toMatchObject({
      userId: '900',
      clientId: sim.helix.clientId,
      refreshToken: expect.any(String),
    });
  });

  test('a code that is too old, and one that is used up', async () => {
    const { deviceCode, userCode } = await start();
    now += 1_800_001;
    const old = await pollDeviceSignIn(sim.settings, deviceCode, deps);
    const second = await start();
    sim.helix.allow(second.userCode, '900');
    await pollDeviceSignIn(sim.settings, second.deviceCode, deps);
    const used = await pollDeviceSignIn(sim.settings, second.deviceCode, deps);
    for (const answer of [old, used])
      expect(answer).toMatchObject({ ok: false, fault: { code: 'not_found' } });
    expect(userCode).not.toBe(second.userCode);
  });

  test.each([
    ['no client id', { clientId: '' }, 'invalid'],
    ['a client id that Twitch does not know', { clientId: 'nobody' }, 'platform_refused'],
    ['a server that is not there', { idUrl: 'http://127.0.0.1:9/oauth2' }, 'unreachable'],
  ])('%s', async (_, more, code) => {
    const answer = await startDeviceSignIn({ ...sim.settings, ...more }, deps);
    expect(answer).toMatchObject({ ok: false, fault: { code } });
  });
});

describe('a pasted token', () => {
  test('whose it is, for what, until when; what is missing is named', async () => {
    const { access } = sim.helix.grant('900', ['user:write:chat']);
    const answer = await signIn.paste(sim.settings, `  oauth:${access}\n`, deps);
    expect(answer).toEqual({
      ok: true,
      value: {
        userId: '900',
        login: 'modone',
        scopes: ['user:write:chat'],
        missingScopes: WANTED_SCOPES.filter((scope) => scope !== 'user:write:chat'),
        expiresAt: now + 14_400_000,
        settings: { account: 'modone' },
      },
    });
    expect(JSON.stringify(answer)).not.toContain(access);
    expect([...kept.keys()]).toEqual(['twitch:modone']);
    await signIn.forget({ ...sim.settings, account: 'modone' }, deps);
    expect([...kept.keys()]).toEqual([]);
  });

  test.each([
    ['nonsense', 'this is no token', 'invalid'],
    ['a line break in it', 'abcdefghijkl\r\nX: y', 'invalid'],
    ['a token that Twitch does not know', 'abcdefghijklmnopqrst', 'auth_expired'],
  ])('%s', async (_, token, code) => {
    expect(await checkToken(sim.settings, token, deps)).toMatchObject({ ok: false, fault: { code } });
    expect(kept.size).toBe(0);
  });
});
