import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestAmount } from './amounts.ts';

describe('the largest amount a text names', () => {
  it.each([
    ['熊孩子充了一万二', 12_000],
    ['你骗了三万打赏', 30_000],
    ['主播退钱 我刚充了5000', 5_000],
    ['刷了你三千五', 3_500],
    ['三千零五块', 3_005],
    ['花了两百', 200],
    ['十五万全没了', 150_000],
    ['好几千啊', 2_000],
    ['3k还我', 3_000],
    ['2.5w', 25_000],
    ['退我1,500元', 1_500],
    ['￥648 扣了两次', 648],
    ['I spent 300 dollars on this', 2_100],
    ['refund my $20', 140],
    ['先充了30块 后来又充了800块', 800],
    ['666666', undefined],
    ['充了50', undefined],
    ['房间号10086', undefined],
    ['赔我一千万', undefined],
    ['今年12岁', undefined],
    ['一百分的主播', 100],
    ['', undefined],
  ])('%s → %s', (text, yuan) => {
    expect(largestAmount(text)?.yuan).toBe(yuan);
  });

  it('says where it stands', () => {
    expect(largestAmount('我刚充了5000块啊')?.span).toEqual([4, 9]);
    expect(largestAmount('骗了三万打赏')?.span).toEqual([2, 4]);
  });

  it('survives any text, and stays in its bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const found = largestAmount(text);
        if (found === undefined) return true;
        const [start, end] = found.span;
        return found.yuan >= 1 && found.yuan <= 1_000_000 && start >= 0 && start < end && end <= text.length;
      }),
    );
  });
});
