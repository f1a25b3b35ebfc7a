import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import type { ApiClient } from '../../shared/api/client.ts';
import { openSocket } from './page-line.ts';

/** A control: it opens a new line after each loss, and knows nothing of positions. */
export interface NaiveClient {
  readonly isOpen: () => boolean;
  /** Different rows that came in batches. */
  readonly shown: () => number;
  /** Rows that a list would show a second time if it showed each snapshot. */
  readonly twice: () => number;
  readonly close: () => void;
}

const RETRY_MS = 200;

/** Connects, and again, until closed. */
export function openNaiveClient(options: {
  readonly url: string;
  readonly sessionToken: string;
  readonly roomId: string;
}): NaiveClient {
  const batched = new Set<string>();
  const all = new Set<string>();
  let twice = 0;
  let open = false;
  let closed = false;
  let current: globalThis.WebSocket | null = null;

  const connect = (): void => {
    if (closed) return;
    const socket = openSocket(options.url, options.sessionToken);
    current = socket;
    socket.addEventListener('close', () => setTimeout(connect, RETRY_MS), { once: true });
    socket.addEventListener('open', () => void read(socket).catch(() => undefined), { once: true });
  };
  const read = async (socket: globalThis.WebSocket): Promise<void> => {
    const client: ApiClient = createORPCClient(new RPCLink({ websocket: socket }));
    for await (const frame of await client.feeds.chat({ roomId: options.roomId })) {
      open = true;
      for (const row of frame.rows) {
        if (all.has(row.id)) twice += 1;
        all.add(row.id);
        if (frame.kind === 'batch') batched.add(row.id);
      }
    }
  };
  connect();
  return {
    isOpen: () => open,
    shown: () => batched.size,
    twice: () => twice,
    close() {
      closed = true;
      current?.close();
    },
  };
}
