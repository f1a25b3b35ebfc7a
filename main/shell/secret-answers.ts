import { fault } from '../../shared/domain/fault.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { FromCore, ToCore } from '../core/utility-protocol.ts';

/** Does what the core asks of the key store, and answers; a failing store is a fault, not silence. */
export async function answerSecret(
  secrets: Secrets,
  { id, request }: Extract<FromCore, { kind: 'secret' }>,
): Promise<ToCore> {
  try {
    if (request.op === 'get') return { kind: 'secret', id, value: await secrets.get(request.name) };
    await secrets.set(request.name, request.value);
    return { kind: 'secret', id, value: null };
  } catch (error) {
    return { kind: 'secret', id, value: null, fault: fault('store_failed', String(error)) };
  }
}
