import { describe, expect, it } from 'vitest';
import { parseHosts, parseTerms } from './lists.ts';

describe('lists as typed', () => {
  it.each([
    ['', [], []],
    ['加微信，加V；领红包\n加微信\n\n  站外 交易 ', ['加微信', '加V', '领红包', '站外 交易'], []],
    [`好,${'长'.repeat(101)}`, ['好'], ['长'.repeat(101)]],
  ])('words: %j', (typed, values, refused) => {
    expect(parseTerms(typed)).toEqual({ values, refused });
  });

  it.each([
    ['Example.com\nhttps://www.example.com/a?b=1', ['example.com', 'www.example.com'], []],
    ['localhost, http://', [], ['localhost', 'http://']],
    ['店铺.中国', ['xn--hxtq42j.xn--fiqs8s'], []],
  ])('hosts: %j', (typed, values, refused) => {
    expect(parseHosts(typed)).toEqual({ values, refused });
  });
});
