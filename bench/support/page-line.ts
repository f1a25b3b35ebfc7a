import { WebSocket } from 'ws';
import type { StoreApi } from 'zustand/vanilla';
import type { ChatState } from '../../renderer/state/chat.ts';
import { createChats } from '../../renderer/state/chat-store.ts';
import type { DeskState } from '../../renderer/state/desk.ts';
import { createDesk } from '../../renderer/state/desk-store.ts';
import { type FeedLine, feedLine } from '../../renderer/state/feed-line.ts';
import { type ApiConnection, openConnection } from '../../renderer/transport/connection.ts';
import { webSocketTransport } from '../../renderer/transport/web-socket.ts';

/** The page's own feeds over its own line, without a browser. */
export interface PageLine {
  readonly connection: ApiConnection;
  readonly chat: StoreApi<ChatState>;
  readonly desk: () => DeskState;
  /** How often a line was opened. */
  readonly lines: () => number;
  readonly close: () => void;
}

/** `checkFaster` divides the time between the page's own checks of its line. */
export function openPageLine(options: {
  readonly url: string;
  readonly sessionToken: string;
  readonly roomId: string;
  readonly checkFaster: number;
}): PageLine {
  let lines = 0;
  const connection = openConnection({
    transport: webSocketTransport({
      url: options.url,
      open(url) {
        lines += 1;
        return openSocket(url, options.sessionToken);
      },
      isRefused: async () => false,
      now: Date.now,
      chance: Math.random,
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    }),
    now: Date.now,
    every(ms, run) {
      const timer = setInterval(run, ms / options.checkFaster);
      return () => clearInterval(timer);
    },
  });
  const line: FeedLine = {
    ...feedLine(connection),
    schedule(run) {
      const timer = setTimeout(run, 16);
      return () => clearTimeout(timer);
    },
  };
  const chats = createChats(line);
  const desk = createDesk(line);
  const stops = [chats.follow(options.roomId), desk.follow()];
  return {
    connection,
    chat: chats.of(options.roomId),
    desk: () => desk.store.getState(),
    lines: () => lines,
    close() {
      for (const stop of stops) stop();
      connection.close();
    },
  };
}

/** A socket as a browser's, which carries the session as a header because there is no cookie jar. */
export function openSocket(url: string, sessionToken: string): globalThis.WebSocket {
  const socket = new WebSocket(url, { headers: { authorization: `Bearer ${sessionToken}` } });
  socket.on('error', () => undefined);
  return socket as unknown as globalThis.WebSocket;
}

/**
 * oRPC 1.16 tells the server of an aborted feed also where the socket is gone, and the refusal is nobody's to
 * catch. A browser writes a line to its console; Node would end the process.
 */
export function tolerateLateAborts(): void {
  process.on('uncaughtException', (error) => {
    if (error.message.includes('WebSocket is not open')) return;
    process.stderr.write(`${error.stack ?? error.message}\n`);
    process.exit(1);
  });
}
