import tmi from 'tmi.js';
import type { TmiInside, TmiMessage } from './tmi.external.ts';

/** Where and what to read. */
export interface ReaderTarget {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  /** Login of the channel, without `#`. */
  readonly channel: string;
}

/** What one connection tells. `down` comes once, and nothing after it. */
export interface ReaderEvents {
  /** Every line of a frame, exactly as it came, trailing spaces included. */
  readonly lines: (lines: readonly string[]) => void;
  readonly down: (reason: string) => void;
  /** tmi.js failed on a line that we still have. */
  readonly fault: (text: string) => void;
}

/** One connection, for reading only: it has no way to send a chat command. */
export interface Reader {
  /** Asks the server for a sign of life. */
  readonly ping: () => void;
  /** Ends it without a further word; safe to call twice. */
  readonly drop: () => void;
}

/**
 * Opens one anonymous connection through tmi.js 1.8.5, which does the handshake, capabilities, join and
 * pings. Reconnecting is not its business here: it skips gaps silently and its RECONNECT leaves no event
 * (PROTOCOLS §1.4). Lines are taken from the frame before it trims, parses and coerces them.
 */
export function openReader(target: ReaderTarget, events: ReaderEvents): Reader {
  const client = new tmi.Client({
    options: { skipMembership: true, joinInterval: 300, skipUpdatingEmotesets: true },
    connection: { server: target.host, port: target.port, secure: target.secure, reconnect: false },
    channels: [target.channel],
    logger: SILENT,
  });
  const inside = client as unknown as TmiInside;
  let open = true;

  const end = (reason: string) => {
    if (!open) return;
    open = false;
    release(inside);
    events.down(reason);
  };

  takeFrames(inside, (lines) => open && events.lines(lines), events.fault);
  let opened = false;
  client.on('connecting', () => {
    opened = true;
  });
  // After a cut it says `''`, or even that it was unable to connect.
  client.on('disconnected', (reason) => end(opened || !reason ? CUT : String(reason)));
  // The promise rejects with the text that `disconnected` also brings.
  client.connect().catch((reason: unknown) => end(String(reason)));

  return {
    ping: () => {
      if (open && inside.ws?.readyState === 1) inside.ws.send('PING :changkong');
    },
    drop: () => {
      if (!open) return;
      open = false;
      release(inside);
    },
  };
}

const CUT = 'connection cut';

/** Nothing of a room's chat goes to a console. */
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** What tmi.js itself must see to log in, join and answer; the rest would only meet its coercions. */
const ITS_OWN: ReadonlySet<string> = new Set(['001', '376', 'CAP', 'PING', 'PONG', 'JOIN']);

function takeFrames(
  inside: TmiInside,
  lines: (lines: readonly string[]) => void,
  fault: (text: string) => void,
): void {
  const onMessage = inside._onMessage.bind(inside);
  const handle = inside.handleMessage.bind(inside);
  inside._onMessage = (event) => {
    if (typeof event.data !== 'string') return fault('a frame that is not text');
    lines(event.data.split(/\r?\n/).filter((line) => line !== ''));
    onMessage(event);
  };
  inside.handleMessage = (message: TmiMessage) => {
    if (message.command === null || !ITS_OWN.has(message.command)) return;
    // It only knows a PONG without prefix, and would close a living connection otherwise.
    if (message.command === 'PONG') message.prefix = null;
    try {
      handle(message);
    } catch (cause) {
      fault(`tmi.js failed on a ${message.command} line: ${String(cause)}`);
    }
  };
}

function release(inside: TmiInside): void {
  if (inside.pingLoop !== null) clearInterval(inside.pingLoop);
  if (inside.pingTimeout !== null) clearTimeout(inside.pingTimeout);
  const socket = inside.ws;
  inside.wasCloseCalled = true;
  if (socket === null) return;
  if (socket.terminate !== undefined) socket.terminate();
  else socket.close();
}
