import { expect, it } from 'vitest';
import { DEFAULT_SUPPORT, type SupportConfig } from './config.ts';
import { KEPT_SECRET, maskedSecrets, withKeptSecrets } from './secret-parts.ts';

const provider = {
  url: 'https://host/v1',
  key: 'sk-own',
  model: 'm',
  timeoutSec: 10,
  maxTokens: 100,
  conversationTokens: 1,
  dailyTokens: 1,
};
const config: SupportConfig = {
  ...DEFAULT_SUPPORT,
  tokenKeys: [{ id: 'k', platform: 'demo', secret: 's'.repeat(32) }],
  webhook: { url: 'https://x', secret: 'w'.repeat(16) },
  bot: { ...DEFAULT_SUPPORT.bot, provider },
};

it('shows no secret, and keeps each where its mask comes back', () => {
  const shown = maskedSecrets(config);
  const said = JSON.stringify(shown);
  expect([said.includes('sss'), said.includes('www'), said.includes('sk-own')]).toEqual([
    false,
    false,
    false,
  ]);
  expect(withKeptSecrets(shown, config)).toEqual({ ok: true, value: config });
  expect(maskedSecrets(DEFAULT_SUPPORT)).toEqual(DEFAULT_SUPPORT);
});

it('takes a new secret, and refuses a mask where nothing is kept', () => {
  const renewed = [{ id: 'k', platform: 'demo', secret: 'n'.repeat(32) }];
  expect([
    withKeptSecrets({ tokenKeys: renewed }, config),
    withKeptSecrets({ tokenKeys: [{ id: 'other', platform: 'demo', secret: KEPT_SECRET }] }, config),
    withKeptSecrets({ webhook: { url: 'https://y', secret: KEPT_SECRET } }, DEFAULT_SUPPORT),
    withKeptSecrets({ webhook: null, retentionDays: 3 }, config),
  ]).toEqual([
    { ok: true, value: { tokenKeys: renewed } },
    { ok: false, fault: { code: 'invalid', detail: 'tokenKeys.other.secret' } },
    { ok: false, fault: { code: 'invalid', detail: 'webhook.secret' } },
    { ok: true, value: { webhook: null, retentionDays: 3 } },
  ]);
});
