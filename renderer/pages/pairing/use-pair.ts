import { useState } from 'react';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import { pairingFault } from './answer.ts';

/** Pairing with the hub this page came from. */
export interface Pairing {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  /** The code itself was not taken, so another one is needed. */
  readonly refused: boolean;
  /** The session's token, or null when it failed. */
  readonly run: (token: string, name: string) => Promise<string | null>;
}

/** Turns a one-time code into a session, by plain HTTP because the line is not open yet. */
export function usePair(): Pairing {
  const [state, setState] = useState<{ readonly busy: boolean; readonly fault?: Fault }>({ busy: false });
  return {
    busy: state.busy,
    fault: state.fault,
    refused:
      state.fault !== undefined && ['unauthenticated', 'not_found', 'invalid'].includes(state.fault.code),
    run: async (token, name) => {
      setState({ busy: true });
      const answer = await ask(token, name);
      setState(answer.fault === null ? { busy: false } : { busy: false, fault: answer.fault });
      return answer.session;
    },
  };
}

async function ask(
  token: string,
  name: string,
): Promise<{ readonly fault: Fault | null; readonly session: string | null }> {
  try {
    const response = await fetch('/api/v1/session/pair', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify(name === '' ? { token } : { token, name }),
    });
    const body: unknown = await response.json().catch(() => null);
    const said = pairingFault(response.status, body);
    const session = sessionOf(body);
    if (said !== null || session === null) return { fault: said ?? fault('overloaded'), session: null };
    return { fault: null, session };
  } catch {
    return { fault: fault('unreachable'), session: null };
  }
}

function sessionOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('sessionToken' in body)) return null;
  return typeof body.sessionToken === 'string' ? body.sessionToken : null;
}
