import { fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import type { ConnectContext, SourceMemory } from '../../shared/plugin/plugin.ts';
import type { IngressSettings } from './settings.ts';
import { checkFresh, checkSignature, nonceClaim, type SignatureParts } from './signing.ts';

/** Decides who may send: the shared secret, the window and the nonces. */
export interface Gate {
  /** What can be refused before anything is read. */
  readonly fresh: (parts: SignatureParts) => Result<SignatureParts>;
  /** Signature, then nonce: only signed requests use up nonces. `unreachable` while there is no secret. */
  readonly admit: (parts: SignatureParts, body: Uint8Array | string) => Promise<Result<SignatureParts>>;
}

type Context = Pick<ConnectContext<IngressSettings>, 'settings' | 'secrets' | 'clock'>;

/** Makes the gate of one connection. */
export function createGate(context: Context, memory: SourceMemory): Gate {
  const secret = secretReader(context, context.settings.secret, context.settings.secretName);
  return {
    fresh: (parts) => checkFresh(parts, context.clock.now()),
    async admit(parts, body) {
      const key = await secret();
      if (key === null) return fail(fault('unreachable', 'no secret is set for this room'));
      const signed = checkSignature(parts, key, body);
      if (!signed.ok) return signed;
      const claim = nonceClaim(parts, key);
      return (await memory.takeNonce(claim.key, claim.until)) ? ok(parts) : fail(fault('nonce_replayed'));
    },
  };
}

/** Reads a secret from the settings or the OS store, once it is there; null where there is none. */
export function secretReader(
  context: Pick<ConnectContext<unknown>, 'secrets'>,
  value: string | undefined,
  name: string | undefined,
): () => Promise<string | null> {
  let found: string | null = value ?? null;
  return async () => {
    if (found === null && name !== undefined) found = (await context.secrets.get(name)) || null;
    return found;
  };
}
