import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guardedPost, type Resolve } from './guarded-post.ts';

let hits = 0;
const server = createServer((_, response) => {
  hits += 1;
  response.end('{}');
});
let port = 0;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ({ port } = server.address() as AddressInfo);
});
afterAll(() => server.close());

const names =
  (...addresses: readonly string[]): Resolve =>
  (_, done) =>
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
const post = (url: string, allowPrivateNetwork: boolean, resolve?: Resolve) =>
  guardedPost(
    { url, headers: {}, body: '{}', timeoutMs: 300, maxBytes: 1_000, allowPrivateNetwork },
    resolve,
  );

describe('where a question may go', () => {
  it.each([
    ['this machine', 'https://127.0.0.1/'],
    ['this machine in the open', 'http://127.0.0.1/'],
    ['this machine by a short form', 'https://127.1/'],
    ['this machine as one number', 'https://2130706433/'],
    ['this machine in hexadecimal', 'https://0x7f000001/'],
    ['this machine, wrapped', 'https://[::ffff:127.0.0.1]/'],
    ['IPv6 of this machine', 'https://[::1]/'],
    ['a private network', 'https://10.1.2.3/'],
    ['the cloud’s own address', 'https://169.254.169.254/latest/meta-data'],
    ['an IPv6 neighbour', 'https://[fe80::1]/'],
    ['NAT64 of a private address', 'https://[64:ff9b::a00:1]/'],
    ['a user in the URL', 'https://shop.example@10.0.0.1/'],
    ['plain http', 'http://shop.example/'],
    ['a file', 'file:///etc/passwd'],
    ['no URL', 'shop.example'],
  ])('not to %s', async (_, url) => {
    expect(await post(url, false)).toMatchObject({ kind: 'failed', why: 'blocked' });
  });

  it.each([
    ['a name of this machine', names('127.0.0.1')],
    ['a name with one private address among others', names('8.8.8.8', '10.0.0.7')],
    ['a name of a wrapped private address', names('::ffff:192.168.1.1')],
  ])('not to %s, whatever it is called', async (_, resolve) => {
    expect(await post('https://shop.example/', false, resolve)).toMatchObject({
      kind: 'failed',
      why: 'blocked',
    });
  });

  it('to this machine where that is permitted, but in the open to nowhere else', async () => {
    const before = hits;
    const here = await post(`http://127.0.0.1:${port}/`, true);
    const named = await post(`http://shop.internal:${port}/`, true, names('127.0.0.1'));
    const away = await post(`http://shop.example:${port}/`, true, names('93.184.216.34'));
    expect([here.kind, named.kind, away, hits - before]).toEqual([
      'answered',
      'answered',
      { kind: 'failed', why: 'blocked', detail: 'shop.example → 93.184.216.34' },
      2,
    ]);
  });
});
