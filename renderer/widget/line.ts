import { createORPCClient, ORPCError } from '@orpc/client';
import type { ViewerClient } from '../../shared/api/viewer.ts';
import type { Link } from '../transport/transport.ts';
import { webSocketTransport } from '../transport/web-socket.ts';

/** The hub as the widget sees it: calls, and how the line stands. */
export interface ViewerLine {
  /** Stays the same over reconnects. While the line is down every call fails. */
  readonly client: ViewerClient;
  readonly start: (heard: LineListener) => () => void;
  readonly retryNow: () => void;
}

export interface LineListener {
  readonly opened: () => void;
  readonly lost: () => void;
  /** The hub is there, but the session is no longer good. */
  readonly refused: () => void;
}

/** A call without an answer for so long means that the line is dead, though nobody said so, ms. */
const DEAD_AFTER_MS = 15_000;

/** A WebSocket to the hub; the session goes along as a subprotocol, never in the address. */
export function viewerLine(page: Window, base: string, session: () => string): ViewerLine {
  let link: Link | null = null;
  const client: ViewerClient = createORPCClient({
    call: (path, input, options) =>
      link === null ? Promise.reject(unreachable()) : answered(link.call(path, input, options)),
  });
  /** A phone that changes its network leaves sockets behind that look open and are not. */
  const answered = <T>(call: Promise<T>): Promise<T> => {
    const mine = link;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silent = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(unreachable());
        if (link === mine) transport.retryNow();
      }, DEAD_AFTER_MS);
    });
    return Promise.race([call, silent]).finally(() => clearTimeout(timer));
  };
  const address = new URL(`${base}/rpc`, page.location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  const transport = webSocketTransport({
    url: address.href,
    open: (url) => new WebSocket(url, ['changkong.support', `session.${session()}`]),
    isRefused: async () => {
      const headers = { Authorization: `Bearer ${session()}` };
      const answer = await fetch(`${base}/api/v1/conversations`, { headers, cache: 'no-store' }).catch(
        () => null,
      );
      return answer?.status === 401;
    },
    now: () => Date.now(),
    chance: () => Math.random(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
  return {
    client,
    retryNow: transport.retryNow,
    start: (heard) => {
      const stop = transport.start({
        opened: (next) => {
          link = next;
          heard.opened();
        },
        closed: () => {
          link = null;
          heard.lost();
        },
        refused: heard.refused,
      });
      page.addEventListener('offline', transport.retryNow);
      page.addEventListener('online', transport.retryNow);
      return () => {
        stop();
        page.removeEventListener('offline', transport.retryNow);
        page.removeEventListener('online', transport.retryNow);
      };
    },
  };
}

function unreachable(): Error {
  return new ORPCError('unreachable', { status: 502 });
}
