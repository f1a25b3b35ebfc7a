import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readJson, send } from './http.ts';
import { closedPort } from './simulator/closed-port.ts';

let server: Server;
let url = '';
let redirected = 0;

beforeEach(async () => {
  redirected = 0;
  server = createServer((request, response) => {
    switch (request.url) {
      case '/cut':
        return response.destroy();
      case '/redirect':
        response.writeHead(302, { location: '/stolen' });
        return response.end();
      case '/stolen':
        redirected += 1;
        return response.end('token');
      case '/huge':
        response.writeHead(200, { 'content-length': '2000000' });
        return response.end(Buffer.alloc(2_000_000));
      case '/ok':
        response.writeHead(429, { 'Retry-After': '7' });
        return response.end('slow down');
      default:
        return undefined;
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

describe('one request', () => {
  test('an answer, whatever its status', async () => {
    const outcome = await send(fetch, `${url}/ok`, {}, 1_000);
    expect(outcome).toMatchObject({ kind: 'answer', status: 429, text: 'slow down' });
    expect(outcome.kind === 'answer' && outcome.header('retry-after')).toBe('7');
  });

  test.each([
    ['no answer in time', '/hang', 50],
    ['cut', '/cut', 1_000],
    ['a redirect', '/redirect', 1_000],
    ['a huge answer', '/huge', 1_000],
  ])('%s is lost: it may have been done', async (_, path, timeoutMs) => {
    expect((await send(fetch, url + path, {}, timeoutMs)).kind).toBe('lost');
    expect(redirected).toBe(0);
  });

  test('a closed port never got it', async () => {
    expect(await send(fetch, `http://127.0.0.1:${await closedPort()}/`, {}, 1_000)).toMatchObject({
      kind: 'not_sent',
    });
  });

  test('JSON or nothing', () => {
    expect([readJson('{"a":1}'), readJson('<html>')]).toEqual([{ a: 1 }, undefined]);
  });
});
