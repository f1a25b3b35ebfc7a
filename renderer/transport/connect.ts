import { desktopBridge } from './bridge.ts';
import { type ApiConnection, openConnection } from './connection.ts';
import { messagePortTransport } from './message-port.ts';
import type { Transport } from './transport.ts';
import { webSocketTransport } from './web-socket.ts';

/** Opens the line to the core by whatever way this window has. */
export function connectApi(page: Window = window): ApiConnection {
  return openConnection({
    transport: desktopBridge(page) === undefined ? hub(page) : messagePortTransport(page),
    now: () => Date.now(),
    every: (ms, run) => {
      const timer = setInterval(run, ms);
      return () => clearInterval(timer);
    },
  });
}

function hub(page: Window): Transport {
  const scheme = page.location.protocol === 'https:' ? 'wss' : 'ws';
  return webSocketTransport({
    url: `${scheme}://${page.location.host}/rpc`,
    open: (url) => new WebSocket(url),
    isRefused: async () => {
      const answer = await fetch('/api/v1/session', { cache: 'no-store' }).catch(() => null);
      return answer?.status === 401;
    },
    now: () => Date.now(),
    chance: () => Math.random(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
  });
}
