import { useState } from 'react';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { pairingFault } from './answer.ts';

/** Pairing with the hub this page came from. */
export interface Pairing {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** The code itself was not taken, so another one is needed. */
  readonly refused: boolean;
  /** Whether it worked: the browser then holds the session as a cookie no script can read. */
  readonly run: (token: string, name: string) => Promise<boolean>;
}

/** Turns a one-time code into a session, by plain HTTP because the line is not open yet. */
export function usePair(): Pairing {
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault?: Fault }>({ busy: false });
  const { busy, fault: said } = state;
  return {
    busy,
    fault: said,
    refused: said !== undefined && ['unauthenticated', 'not_found', 'invalid'].includes(said.code),
    run: async (token, name) => {
      setState({ busy: true });
      const failed = await ask(name === '' ? { token } : { token, name });
      setState(failed === null ? { busy: false } : { busy: false, fault: failed });
      return failed === null;
    },
  };
}

async function ask(input: { readonly token: string; readonly name?: string }): Promise<Fault | null> {
  try {
    const response = await fetch('/api/v1/session/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(input),
    });
    return pairingFault(response.status, await response.json().catch(() => null));
  } catch {
    return fault('unreachable');
  }
}
