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

/** A WebSocket to the hub; the session goes along as a subprotocol, never in the address. */
export function viewerLine(page: Window, base: string, session: () => string): ViewerLine {
  let link: Link | null = null;
  const client: ViewerClient = createORPCClient({
    call: (path, input, options) =>
      link === null
        ? Promise.reject(new ORPCError('unreachable', { status: 502 }))
        : link.call(path, input, options),
  });
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
    start: (heard) =>
      transport.start({
        opened: (next) => {
          link = next;
          heard.opened();
        },
        closed: () => {
          link = null;
          heard.lost();
        },
        refused: heard.refused,
      }),
  };
}
