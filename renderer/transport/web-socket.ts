import { RPCLink } from '@orpc/client/websocket';
import { backoffMs } from './backoff.ts';
import type { Transport, TransportListener } from './transport.ts';

export interface WebSocketOptions {
  readonly url: string;
  readonly open: (url: string) => WebSocket;
  /** Whether the hub answers but refuses this page for want of a session: a browser does not say why a socket failed. */
  readonly isRefused: () => Promise<boolean>;
  readonly now: () => number;
  readonly chance: () => number;
  /** Runs once after so many ms; the answer cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

/** A line that is not open after this long is given up. */
const OPEN_TIMEOUT_MS = 10_000;
/** `WebSocket.OPEN` */
const OPEN = 1;

/** Reaches a hub over a WebSocket, and again after each loss, with growing and random pauses. */
export function webSocketTransport(options: WebSocketOptions): Transport {
  let listener: TransportListener | null = null;
  let socket: WebSocket | null = null;
  let attempts = 0;
  let cancelTimer = () => {};

  const connect = () => {
    cancelTimer();
    const mine = options.open(options.url);
    let opened = false;
    socket = mine;
    cancelTimer = options.after(OPEN_TIMEOUT_MS, () => drop(mine));
    mine.addEventListener('open', () => {
      if (socket !== mine) return;
      cancelTimer();
      opened = true;
      attempts = 0;
      listener?.opened(new RPCLink({ websocket: mine }));
    });
    mine.addEventListener('close', () => {
      drop(mine);
      if (!opened) void ask();
    });
  };

  const ask = async () => {
    if ((await options.isRefused()) && socket?.readyState !== OPEN) listener?.refused();
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
    retryNow: () => {
      attempts = 0;
      again();
    },
  };
}
