import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { fault } from '../../shared/domain/fault.ts';
import { attempt, faultError, faultOf } from './attempt.ts';
import { backoffMs } from './backoff.ts';
import { type ConnectionState, openConnection } from './connection.ts';
import type { Link, TransportListener } from './transport.ts';

const MEMBER = { id: 'm', name: '林', roles: ['controller' as const], paired: true };

describe('faults of calls', () => {
  it.each<[unknown, string]>([
    [faultError('conflict'), 'conflict'],
    [new Error('socket closed'), 'unreachable'],
    ['odd', 'unreachable'],
  ])('%s', (error, code) => {
    expect(faultOf(error).code).toBe(code);
  });

  it('gives the outcome as a value', async () => {
    expect([
      await attempt(Promise.resolve(3)),
      await attempt(Promise.reject(faultError('forbidden'))),
    ]).toEqual([
      { ok: true, value: 3 },
      { ok: false, fault: fault('forbidden') },
    ]);
  });
});

describe('the pause before trying again', () => {
  it.each<[number, number, number]>([
    [0, 0, 200],
    [0, 0.999, 400],
    [3, 0, 1_600],
    [50, 0.5, 7_500],
  ])('attempt %i, chance %d: %i ms', (attempts, chance, ms) => {
    expect(backoffMs(attempts, chance)).toBe(ms);
  });
});

describe('the connection', () => {
  const open = (answer: () => Promise<unknown>) => {
    let listener: TransportListener | undefined;
    const states: ConnectionState['kind'][] = [];
    const connection = openConnection({
      now: () => 7,
      every: () => () => undefined,
      transport: {
        start: (next) => {
          listener = next;
          return () => undefined;
        },
        retryNow: () => listener?.closed(undefined),
      },
    });
    states.push(connection.state.getState().kind);
    connection.state.subscribe((state) => states.push(state.kind));
    const link: Link = { call: () => answer() as Promise<never> };
    return { connection, states, link, listener: () => listener as TransportListener };
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));

  it.each<[string, () => Promise<unknown>, ConnectionState['kind']]>([
    ['agrees', async () => ({ member: MEMBER, version: 1, transport: 'hub' }), 'open'],
    ['does not know us', () => Promise.reject(faultError('unauthenticated')), 'unpaired'],
    [
      'is of another version',
      async () => ({ member: MEMBER, version: 2, transport: 'hub' }),
      'version_mismatch',
    ],
    ['says so itself', () => Promise.reject(faultError('version_mismatch')), 'version_mismatch'],
  ])('a core that %s', async (_, answer, kind) => {
    const { states, link, listener } = open(answer);
    listener().opened(link);
    await settle();
    expect(states).toEqual(['connecting', kind]);
  });

  it('comes back after a loss and fails calls meanwhile', async () => {
    const { connection, states, link, listener } = open(async () => ({
      member: MEMBER,
      version: 1,
      transport: 'hub',
    }));
    listener().opened(link);
    await settle();
    listener().closed(99);
    const meanwhile = await attempt(connection.client.settings.get());
    listener().opened(link);
    await settle();
    expect({ states, meanwhile }).toEqual({
      states: ['connecting', 'open', 'lost', 'open'],
      meanwhile: { ok: false, fault: fault('unreachable') },
    });
  });

  it('takes the newest port and forgets the one before', async () => {
    const { messagePortTransport } = await import('./message-port.ts');
    const page = fakeWindow();
    const seen: string[] = [];
    const stop = messagePortTransport(page as unknown as Window).start({
      opened: () => seen.push('opened'),
      closed: () => seen.push('closed'),
      refused: () => seen.push('refused'),
    });
    const one = new MessageChannel();
    const two = new MessageChannel();
    page.deliver({ type: 'changkong:port' }, [one.port1]);
    page.deliver({ type: 'something else' }, [two.port1]);
    page.deliver({ type: 'changkong:port' }, [two.port1]);
    one.port2.close();
    two.port2.close();
    await new Promise((resolve) => two.port1.once('close', resolve));
    await settle();
    stop();
    expect(seen).toEqual(['opened', 'opened', 'closed']);
  });
});

/** As much of a window as the port transport needs. */
function fakeWindow() {
  const listeners = new Set<(event: unknown) => void>();
  const page = {
    location: { origin: 'app://changkong' },
    addEventListener: (_: string, listener: (event: unknown) => void) => listeners.add(listener),
    removeEventListener: (_: string, listener: (event: unknown) => void) => listeners.delete(listener),
    postMessage: () => undefined,
    deliver: (data: unknown, ports: readonly unknown[]) => {
      for (const listener of listeners) listener({ source: page, data, ports });
    },
  };
  return page;
}
