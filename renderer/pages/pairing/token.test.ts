import { describe, expect, it } from 'vitest';
import { canSubmit, tidyToken, tokenFromHash, withoutToken } from './token.ts';

describe('pairing token', () => {
  it.each([
    ['#pair=abcd-1234', 'abcd-1234', ''],
    ['#/supervisor&pair=abcd', 'abcd', '#/supervisor'],
    ['#pair=a%2Bb&x=1', 'a+b', '#x=1'],
    ['#pair=%E0%A4%A', null, ''],
    ['#repair=abcd', null, '#repair=abcd'],
    ['#/tickets', null, '#/tickets'],
    ['', null, ''],
  ])('reads and removes it from %s', (hash, token, rest) => {
    expect({ token: tokenFromHash(hash), rest: withoutToken(hash) }).toEqual({ token, rest });
  });

  it.each([
    [' 7F3K-\n22QX ', '7F3K-22QX'],
    ['http://127.0.0.1:8123/#pair=7F3K-22QX', '7F3K-22QX'],
    ['', ''],
  ])('tidies what was pasted: %j', (pasted, token) => {
    expect(tidyToken(pasted)).toBe(token);
  });

  it('asks only for tokens of a possible length', () => {
    expect(['', '1234567', '12345678', 'x'.repeat(201)].map(canSubmit)).toEqual([false, false, true, false]);
  });
});
