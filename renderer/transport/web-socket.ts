import { RPCLink } from '@orpc/client/websocket';
import { SESSION_PROTOCOL_PREFIX, WIRE_PROTOCOL } from '../../shared/api/session.ts';
import { backoffMs } from './backoff.ts';
import type { Transport, TransportListener } from './transport.ts';

export interface WebSocketOptions {
  readonly url: string;
  readonly open: (url: string, protocols: string[]) => WebSocket;
  readonly session: {
    readonly get: () => string | null;
    readonly set: (token: string | null) => void;
  };
  readonly now: () => number;
  readonly chance: () => number;
  /** Runs once after so many ms; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** A line that is not open after this long is given up. */
const OPEN_TIMEOUT_MS = 10_000;

/** Reaches a hub over a WebSocket, and again after each loss, with growing and random pauses. */
export function webSocketTransport(options: WebSocketOptions): Transport {
  let listener: TransportListener | null = null;
  let socket: WebSocket | null = null;
  let attempts = 0;
  let cancelTimer = () => {};

  const connect = () => {
    cancelTimer();
    const token = options.session.get();
    const protocols = token === null ? [WIRE_PROTOCOL] : [WIRE_PROTOCOL, SESSION_PROTOCOL_PREFIX + token];
    const mine = options.open(options.url, protocols);
    socket = mine;
    cancelTimer = options.after(OPEN_TIMEOUT_MS, () => drop(mine));
    mine.addEventListener('open', () => {
      if (socket !== mine) return;
      cancelTimer();
      attempts = 0;
      listener?.opened(new RPCLink({ websocket: mine }));
    });
    mine.addEventListener('close', () => drop(mine));
  };

  const drop = (mine: WebSocket) => {
    if (socket !== mine) return;
    socket = null;
    cancelTimer();
    mine.close();
    const wait = backoffMs(attempts, options.chance());
    attempts += 1;
    listener?.closed(options.now() + wait);
    cancelTimer = options.after(wait, connect);
  };

  const again = () => {
    const old = socket;
    socket = null;
    old?.close();
    listener?.closed(undefined);
    connect();
  };

  return {
    start: (next) => {
      listener = next;
      connect();
      return () => {
        listener = null;
        cancelTimer();
        const old = socket;
        socket = null;
        old?.close();
      };
    },
    retryNow: again,
    useSession: (token) => {
      options.session.set(token);
      attempts = 0;
      again();
    },
  };
}
