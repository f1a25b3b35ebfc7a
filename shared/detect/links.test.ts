import { expect, it } from 'vitest';
import { findLink, isHostIn } from './links.ts';

it.each([
  ['来 www.zuanqian.top 看看', 'www.zuanqian.top', false],
  ['https://evil.xyz/bilibili.com', 'evil.xyz', false],
  ['bilibili.com.evil.top', 'bilibili.com.evil.top', false],
  ['space.bilibili.com/123', 'space.bilibili.com', true],
  ['b23.tv/abc 和 duanlian . vip', 'duanlian.vip', false],
  ['abcde点com', 'abcde.com', false],
  ['好友.room.example', undefined, undefined],
  ['3.14 和 v1.2.3', undefined, undefined],
  ['ok.so what', undefined, undefined],
  ['哈哈。。。好的', undefined, undefined],
])('in %j finds %j', (text, host, isKnown) => {
  const link = findLink(text, []);
  expect([link?.host, link?.isKnown]).toEqual([host, isKnown]);
});

it('compares hosts, never parts of them', () => {
  expect([
    isHostIn('example.com', ['example.com']),
    isHostIn('a.example.com', ['example.com']),
    isHostIn('notexample.com', ['example.com']),
    isHostIn('example.com.evil.top', ['example.com']),
    isHostIn('example.com', []),
    isHostIn('example.com', ['']),
  ]).toEqual([true, true, false, false, false, false]);
});
