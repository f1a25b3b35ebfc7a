import { RPCLink } from '@orpc/client/message-port';
import { PORT_MESSAGE, READY_MESSAGE } from '../../shared/api/desktop.ts';
import type { Transport, TransportListener } from './transport.ts';

/** Reaches the core of the desktop app through the newest port that was handed over. */
export function messagePortTransport(page: Window): Transport {
  let listener: TransportListener | null = null;
  let current: MessagePort | null = null;

  const receive = (event: MessageEvent) => {
    if (event.source !== page || !isPortMessage(event.data)) return;
    const port = event.ports[0];
    if (port === undefined) return;
    const old = current;
    current = port;
    old?.close();
    port.addEventListener('close', () => {
      if (current !== port) return;
      current = null;
      listener?.closed(undefined);
    });
    port.start();
    listener?.opened(new RPCLink({ port }));
  };
  const ask = () => page.postMessage({ type: READY_MESSAGE }, page.location.origin);

  return {
    start: (next) => {
      listener = next;
      page.addEventListener('message', receive);
      ask();
      return () => {
        listener = null;
        page.removeEventListener('message', receive);
        current?.close();
        current = null;
      };
    },
    retryNow: ask,
  };
}

function isPortMessage(data: unknown): boolean {
  return typeof data === 'object' && data !== null && 'type' in data && data.type === PORT_MESSAGE;
}
