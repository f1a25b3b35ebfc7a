import { describe, expect, it } from 'vitest';
import { pairingFault } from './answer.ts';

describe('answer to a pairing request', () => {
  it.each([
    [200, {}, null],
    [401, { data: { code: 'unauthenticated', detail: 'used' } }, { code: 'unauthenticated', detail: 'used' }],
    [429, { data: { code: 'rate_limited', retryAt: 5 } }, { code: 'rate_limited', retryAt: 5 }],
    [429, 'slow down', { code: 'rate_limited' }],
    [400, null, { code: 'invalid' }],
    [500, { data: { code: 'nonsense' } }, { code: 'overloaded' }],
    [404, {}, { code: 'unauthenticated' }],
  ])('%i', (status, body, expected) => {
    expect(pairingFault(status, body)).toEqual(expected);
  });
});
