import { describe, expect, it } from 'vitest';
import { checkCallbackUrl } from './callback-url.ts';
import { ingressCapabilities } from './capabilities.ts';
import { IngressSettingsSchema } from './settings.ts';

describe('callback address', () => {
  const cases: readonly (readonly [url: string, allowed: boolean, withPrivate: boolean])[] = [
    ['https://live.example.com/act', true, true],
    ['http://live.example.com/act', false, false],
    ['http://127.0.0.1:8080/', true, true],
    ['http://127.9.9.9/', true, true],
    ['http://127.1/', true, true],
    ['http://2130706433/', true, true],
    ['http://[::1]:80/', true, true],
    ['http://localhost:3000/', true, true],
    ['http://localhost./', true, true],
    ['http://localhost.evil.example/', false, false],
    ['http://127.0.0.1.evil.example/', false, false],
    ['http://127.0.0.1@evil.example/', false, false],
    ['https://user:pw@live.example.com/', false, false],
    ['https://10.0.0.8/', false, true],
    ['https://192.168.1.4/', false, true],
    ['https://172.31.0.1/', false, true],
    ['https://169.254.169.254/latest', false, true],
    ['https://0xa9fea9fe/', false, true],
    ['https://[fe80::1]/', false, true],
    ['https://[::ffff:10.0.0.1]/', false, true],
    ['https://0.0.0.0/', false, true],
    ['http://10.0.0.8/', false, false],
    ['ftp://127.0.0.1/', false, false],
    ['javascript:alert(1)', false, false],
    ['not a url', false, false],
  ];
  it.each(cases)('%s: %s, with private networks %s', (url, allowed, withPrivate) => {
    expect([checkCallbackUrl(url, false).ok, checkCallbackUrl(url, true).ok]).toEqual([allowed, withPrivate]);
  });
});

describe('settings', () => {
  const secret = 'sixteen-letters-x';
  it.each([
    [{}, 'secret'],
    [{ secret: 'short' }, 'secret'],
    [{ secret, callbackUrl: 'http://live.example.com/' }, 'callbackUrl'],
    [{ secret, capabilities: ['fly'] }, 'capabilities'],
  ])('refuses %j', (settings, path) => {
    const result = IngressSettingsSchema.safeParse(settings);
    expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([path]);
  });

  it('offers what the platform named, where there is an address', () => {
    const settings = IngressSettingsSchema.parse({
      secret,
      callbackUrl: 'https://live.example.com/act',
      capabilities: ['delete', { action: 'mute', maxSec: 3_600, rate: { n: 5, perSec: 1 } }],
    });
    expect(ingressCapabilities(settings).filter(({ mode }) => mode === 'api')).toEqual([
      {
        action: 'mute',
        mode: 'api',
        maxSec: 3_600,
        rate: { n: 5, perSec: 1 },
        reversible: true,
        confirmBy: 'event',
        targetNeeds: 'userId',
      },
      { action: 'delete', mode: 'api', reversible: false, confirmBy: 'event', targetNeeds: 'messageId' },
    ]);
    expect(
      ingressCapabilities(IngressSettingsSchema.parse({ secret, capabilities: ['mute'] })).map(
        ({ mode }) => mode,
      ),
    ).toEqual(Array(9).fill('none'));
  });
});
