import { createORPCClient } from '@orpc/client';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ApiClient } from '../../shared/api/client.ts';
import type { MemberView } from '../../shared/api/contract.ts';
import { API_VERSION } from '../../shared/api/version.ts';
import type { Dispose } from '../../shared/domain/effects.ts';
import { attempt, faultError } from './attempt.ts';
import type { Link, Transport } from './transport.ts';

/** How the page stands towards the core. */
export type ConnectionState =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'open'; readonly member: MemberView; readonly transport: 'local' | 'hub' }
  /** `retryAt` (epoch ms) is when the next attempt is made; absent while one is running. */
  | { readonly kind: 'lost'; readonly since: number; readonly retryAt?: number | undefined }
  | { readonly kind: 'unpaired' }
  | { readonly kind: 'version_mismatch'; readonly core: number };

/** The core as the page sees it: a client that survives reconnects, and the state of the line. */
export interface ApiConnection {
  /** Stays the same over reconnects. While the line is down every call fails with `unreachable`. */
  readonly client: ApiClient;
  readonly state: StoreApi<ConnectionState>;
  /** Tries again now instead of waiting. */
  readonly retryNow: () => void;
  /** Starts over, after this page was paired or gave its session up. */
  readonly restart: () => void;
  readonly close: Dispose;
}

export interface ConnectionOptions {
  readonly transport: Transport;
  readonly now: () => number;
  /** Runs a function every so many ms until disposed. */
  readonly every: (ms: number, run: () => void) => Dispose;
}

const CHECK_EVERY_MS = 10_000;
const CHECK_TIMEOUT_MS = 8_000;

/** Keeps one line to the core open over the given transport and says how it stands. */
export function openConnection(options: ConnectionOptions): ApiConnection {
  const { transport, now } = options;
  const state = createStore<ConnectionState>(() => ({ kind: 'connecting' }));
  let link: Link | null = null;
  let generation = 0;

  const client: ApiClient = createORPCClient({
    call: (path, input, callOptions) => {
      if (link === null) return Promise.reject(faultError('unreachable'));
      return link.call(path, input, callOptions);
    },
  });

  const lost = (retryAt: number | undefined) => {
    link = null;
    generation += 1;
    const before = state.getState();
    if (before.kind === 'unpaired' || before.kind === 'version_mismatch') return;
    if (before.kind === 'connecting' && retryAt === undefined) return;
    const since = before.kind === 'lost' ? before.since : now();
    state.setState({ kind: 'lost', since, retryAt }, true);
  };

  const greet = async () => {
    const mine = generation;
    const answer = await attempt(
      client.session.hello({ version: API_VERSION }, { signal: AbortSignal.timeout(CHECK_TIMEOUT_MS) }),
    );
    if (mine !== generation) return;
    if (answer.ok && answer.value.version === API_VERSION) {
      const { member, transport: kind } = answer.value;
      state.setState({ kind: 'open', member, transport: kind }, true);
    } else if (answer.ok) {
      state.setState({ kind: 'version_mismatch', core: answer.value.version }, true);
    } else if (answer.fault.code === 'unauthenticated' || answer.fault.code === 'forbidden') {
      state.setState({ kind: 'unpaired' }, true);
    } else if (answer.fault.code === 'version_mismatch') {
      state.setState({ kind: 'version_mismatch', core: 0 }, true);
    } else if (answer.fault.code === 'unreachable') {
      transport.retryNow();
    }
  };

  const stop = transport.start({
    opened: (next) => {
      generation += 1;
      link = next;
      void greet();
    },
    closed: lost,
    refused: () => state.setState({ kind: 'unpaired' }, true),
  });
  const stopChecks = options.every(CHECK_EVERY_MS, () => {
    const { kind } = state.getState();
    if (link !== null && kind !== 'unpaired' && kind !== 'version_mismatch') void greet();
  });

  return {
    client,
    state,
    retryNow: () => transport.retryNow(),
    restart: () => {
      state.setState({ kind: 'connecting' }, true);
      transport.retryNow();
    },
    close: () => {
      stopChecks();
      stop();
    },
  };
}
