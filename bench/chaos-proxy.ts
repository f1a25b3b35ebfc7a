import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What can happen to a line. */
export type Trouble =
  /** Both ends see an orderly end. */
  | { readonly kind: 'cut' }
  /** Both ends see a reset. */
  | { readonly kind: 'reset' }
  /** Nothing moves for so long in either direction; then it goes on as if nothing had been. */
  | { readonly kind: 'stall'; readonly ms: number }
  /** Half open: what is sent falls into a hole, and neither end is told until the client gives up. */
  | { readonly kind: 'dead' }
  /** The hub's side ends; what is on its way trickles to the client, which sees the end only then. */
  | { readonly kind: 'slow_close'; readonly ms: number };

/** A TCP proxy that can make trouble. */
export interface ChaosProxy {
  readonly port: number;
  /** Lines open now. */
  readonly open: () => number;
  /** Bytes passed on so far. */
  readonly bytes: () => number;
  /** Does it to every line that is open now. */
  readonly trouble: (trouble: Trouble) => void;
  /** While refused, new lines are reset at once. */
  readonly refuse: (refused: boolean) => void;
  readonly close: () => Promise<void>;
}

interface Line {
  readonly client: Socket;
  readonly hub: Socket;
  readonly end: () => void;
}

/** Stands on a free loopback port before `target`. */
export async function startChaosProxy(target: {
  readonly host: string;
  readonly port: number;
}): Promise<ChaosProxy> {
  const lines = new Set<Line>();
  const timers = new Set<ReturnType<typeof setTimeout>>();
  let bytes = 0;
  let refused = false;

  const later = (ms: number, work: () => void): void => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      work();
    }, ms);
    timers.add(timer);
  };

  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    client.on('error', () => undefined);
    if (refused) {
      client.resetAndDestroy();
      return;
    }
    const hub = connect({ ...target, noDelay: true, allowHalfOpen: true });
    const line: Line = {
      client,
      hub,
      end() {
        lines.delete(line);
        client.destroy();
        hub.destroy();
      },
    };
    lines.add(line);
    pass(client, hub, line);
    pass(hub, client, line);
  });

  function pass(from: Socket, to: Socket, line: Line): void {
    from.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (to.destroyed || to.write(chunk)) return;
      from.pause();
      to.once('drain', () => from.resume());
    });
    from.on('end', () => to.end());
    from.on('error', () => line.end());
    from.on('close', () => {
      if (to.destroyed) lines.delete(line);
      else to.end(() => line.end());
    });
  }

  function strike(line: Line, trouble: Trouble): void {
    const { client, hub } = line;
    switch (trouble.kind) {
      case 'cut':
        line.end();
        return;
      case 'reset':
        lines.delete(line);
        client.resetAndDestroy();
        hub.resetAndDestroy();
        return;
      case 'stall':
        hold(line);
        later(trouble.ms, () => release(line));
        return;
      case 'dead':
        for (const socket of [client, hub]) {
          socket.removeAllListeners('data').removeAllListeners('end').removeAllListeners('close');
          socket.resume();
        }
        client.once('end', line.end).once('close', line.end);
        return;
      case 'slow_close':
        hub.pause();
        later(trouble.ms, () => {
          hub.destroy();
          client.end(() => line.end());
        });
        return;
    }
  }

  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    open: () => lines.size,
    bytes: () => bytes,
    trouble(trouble) {
      for (const line of [...lines]) strike(line, trouble);
    },
    refuse(next) {
      refused = next;
    },
    close: () =>
      new Promise((done) => {
        for (const timer of timers) clearTimeout(timer);
        for (const line of [...lines]) line.end();
        server.close(() => done());
      }),
  };
}

function hold(line: Line): void {
  line.client.pause();
  line.hub.pause();
}

function release(line: Line): void {
  line.client.resume();
  line.hub.resume();
}
