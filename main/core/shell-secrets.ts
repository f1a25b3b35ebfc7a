import { faultText } from '../../shared/domain/fault.ts';
import type { Secrets } from '../../shared/plugin/secrets.ts';
import type { FromCore, SecretRequest, ToCore } from './utility-protocol.ts';

/** Secrets that live in the shell, behind the system's key store. */
export interface ShellSecrets extends Secrets {
  readonly answered: (answer: Extract<ToCore, { kind: 'secret' }>) => void;
}

/** Asks the shell for each use; answers may come in any order. A failing key store rejects the call. */
export function createShellSecrets(tell: (message: FromCore) => void): ShellSecrets {
  const asked = new Map<number, PromiseWithResolvers<string | null>>();
  let count = 0;
  const ask = (request: SecretRequest): Promise<string | null> => {
    count += 1;
    const answer = Promise.withResolvers<string | null>();
    asked.set(count, answer);
    tell({ kind: 'secret', id: count, request });
    return answer.promise;
  };
  return {
    get: (name) => ask({ op: 'get', name }),
    set: async (name, value) => {
      await ask({ op: 'set', name, value });
    },
    answered: ({ id, value, fault }) => {
      const answer = asked.get(id);
      asked.delete(id);
      if (fault === undefined) answer?.resolve(value);
      else answer?.reject(new Error(faultText(fault, 'en')));
    },
  };
}
