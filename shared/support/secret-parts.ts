import { fault } from '../domain/fault.ts';
import { fail, ok, type Result } from '../domain/result.ts';
import type { SupportConfig } from './config.ts';

/** Stands where a secret is kept that nobody reads again; sent back, the secret stays as it is. */
export const KEPT_SECRET = '•'.repeat(32);

type Patch = { readonly [K in keyof SupportConfig]?: SupportConfig[K] | undefined };

/** The configuration as it may be read: every secret that is set is masked. */
export function maskedSecrets(config: SupportConfig): SupportConfig {
  const { provider } = config.bot;
  return {
    ...config,
    tokenKeys: config.tokenKeys.map((key) => ({ ...key, secret: KEPT_SECRET })),
    webhook: config.webhook === null ? null : { ...config.webhook, secret: KEPT_SECRET },
    bot: { ...config.bot, provider: provider === null ? null : { ...provider, key: mask(provider.key) } },
  };
}

/** A change with the kept secrets put back where it holds their mask; `invalid` where none is kept. */
export function withKeptSecrets<P extends Patch>(patch: P, current: SupportConfig): Result<P> {
  const missing: string[] = [];
  const kept = (given: string, held: string | undefined, what: string): string => {
    if (given !== KEPT_SECRET) return given;
    if (held === undefined) missing.push(what);
    return held ?? given;
  };
  const { tokenKeys, webhook, bot } = patch;
  const full: P = {
    ...patch,
    ...(tokenKeys === undefined
      ? {}
      : {
          tokenKeys: tokenKeys.map((key) => {
            const held = current.tokenKeys.find((own) => own.id === key.id)?.secret;
            return { ...key, secret: kept(key.secret, held, `tokenKeys.${key.id}.secret`) };
          }),
        }),
    ...(webhook === undefined || webhook === null
      ? {}
      : { webhook: { ...webhook, secret: kept(webhook.secret, current.webhook?.secret, 'webhook.secret') } }),
    ...(bot === undefined || bot.provider === null
      ? {}
      : {
          bot: {
            ...bot,
            provider: {
              ...bot.provider,
              key: kept(bot.provider.key, current.bot.provider?.key, 'bot.provider.key'),
            },
          },
        }),
  };
  return missing.length === 0 ? ok(full) : fail(fault('invalid', missing.join(', ')));
}

/** An empty key is none. */
function mask(secret: string): string {
  return secret === '' ? '' : KEPT_SECRET;
}
