import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { type ChaosProxy, startChaosProxy, type Trouble } from './chaos-proxy.ts';

/** A server that answers each chunk with the same in capitals, and a client through the proxy. */
interface Bench {
  readonly proxy: ChaosProxy;
  readonly client: Socket;
  /** What the client got, and how its line ended. */
  readonly got: () => string;
  readonly ended: () => string;
  readonly hubClosed: () => boolean;
  readonly close: () => Promise<void>;
}

const benches: Bench[] = [];
afterEach(async () => {
  for (const bench of benches.splice(0)) await bench.close();
});

async function setUp(): Promise<Bench> {
  let hubClosed = false;
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('data', (data) => socket.write(String(data).toUpperCase()));
    socket.on('error', () => undefined);
    socket.on('close', () => {
      hubClosed = true;
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const proxy = await startChaosProxy({ host: '127.0.0.1', port: (server.address() as AddressInfo).port });
  const client = connect(proxy.port, '127.0.0.1');
  let got = '';
  let ended = '';
  client.on('data', (data) => {
    got += String(data);
  });
  client.on('end', () => {
    ended = 'end';
  });
  client.on('error', (error) => {
    ended = (error as NodeJS.ErrnoException).code ?? 'error';
  });
  await once(client, 'connect');
  const bench: Bench = {
    proxy,
    client,
    got: () => got,
    ended: () => ended,
    hubClosed: () => hubClosed,
    async close() {
      client.destroy();
      await proxy.close();
      for (const socket of sockets) socket.destroy();
      await new Promise((done) => server.close(done));
    },
  };
  benches.push(bench);
  client.write('a');
  await until(() => got === 'A');
  return bench;
}

async function until(what: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !what(); turn += 1) await sleep(5);
  expect(what()).toBe(true);
}

describe('chaos proxy', () => {
  it.each<[Trouble, string]>([
    [{ kind: 'cut' }, 'end'],
    [{ kind: 'reset' }, 'ECONNRESET'],
    [{ kind: 'slow_close', ms: 5 }, 'end'],
  ])('%j ends the line on both sides', async (trouble, how) => {
    const bench = await setUp();
    bench.proxy.trouble(trouble);
    await until(() => bench.ended() !== '' && bench.hubClosed());
    expect(bench.ended()).toBe(how);
    await until(() => bench.proxy.open() === 0);
  });

  it('a stall loses nothing', async () => {
    const bench = await setUp();
    bench.proxy.trouble({ kind: 'stall', ms: 40 });
    bench.client.write('b');
    await sleep(15);
    expect(bench.got()).toBe('A');
    await until(() => bench.got() === 'AB');
  });

  it('a dead line says nothing until the client gives up', async () => {
    const bench = await setUp();
    bench.proxy.trouble({ kind: 'dead' });
    bench.client.write('b');
    await sleep(20);
    expect([bench.got(), bench.ended(), bench.hubClosed()]).toEqual(['A', '', false]);
    bench.client.destroy();
    await until(() => bench.hubClosed() && bench.proxy.open() === 0);
  });

  it('refuses new lines while told to', async () => {
    const bench = await setUp();
    bench.proxy.refuse(true);
    const other = connect(bench.proxy.port, '127.0.0.1');
    await once(other, 'close').catch(() => undefined);
    expect(bench.ended()).toBe('');
    bench.proxy.refuse(false);
    bench.client.write('c');
    await until(() => bench.got() === 'AC');
  });
});
