import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../shared/detect/fold.ts';
import { searchQuery, searchTokens } from './search-text.ts';

describe('search text', () => {
  it.each([
    ['退款', '退款 款'],
    ['我要退款', '我要 要退 退款 款'],
    ['款', '款'],
    ['加v信123', '加 v 信 123'],
    ['hello, world', 'hello world'],
    ['退, 款', '退 款'],
    ['ab12', 'ab 12'],
    ['𬌗字', '𬌗字 字'],
    ['نص é한국', 'نص é 한국 국'],
    ['😂！', ''],
    ['退⺀款㌀', '退 款'],
    ['', ''],
  ])('indexes %j as %j', (text, tokens) => {
    expect(searchTokens(text)).toBe(tokens);
  });

  it.each([
    ['退', '"退"*'],
    ['退款', '"退款"'],
    ['要退款', '"要退 退款"'],
    ['加v信', '"加 v 信"*'],
    ['加v微信', '"加 v 微信"'],
    ['微信v', '"微信 信 v"*'],
    ['hello 退款', '"hello"* AND "退款"'],
    ['" OR NEAR(', '"or"* AND "near"*'],
    ['！', null],
  ])('asks for %j with %j', (text, match) => {
    expect(searchQuery(text, foldText).match).toBe(match);
  });

  it('finds every part of a run of Han, and every word from its beginning', () => {
    const text = fc
      .array(fc.constantFrom(...'退款主播哈啊vQ1 ,，𬌗'), { maxLength: 24 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (raw, from, length) => {
        const runs = foldText(raw).match(/[退款主播哈啊𬌗]+/gu) ?? [];
        const run = [...(runs[from % Math.max(1, runs.length)] ?? '')];
        const start = run.length === 0 ? 0 : from % run.length;
        const part = run.slice(start, start + 1 + (length % 4)).join('');
        return part === '' || searchQuery(part, foldText).test(foldText(raw));
      }),
    );
  });

  it('survives any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (text, query) => {
        const tokens = searchTokens(foldText(text));
        const { match } = searchQuery(query, foldText);
        expect(tokens).toMatch(/^[\p{L}\p{N}\p{M} ]*$/u);
        expect(match ?? '').toMatch(/^[\p{L}\p{N}\p{M} "*]*$/u);
      }),
    );
  });
});
