import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOOD_SPAN_MS, moodOf, type Said } from './mood.ts';

const NOW = 10_000_000;
const said = (...texts: readonly (string | readonly [text: string, abuse: number])[]): readonly Said[] =>
  texts.map((each, index) => ({
    text: typeof each === 'string' ? each : each[0],
    abuse: typeof each === 'string' ? 0 : each[1],
    at: NOW - (texts.length - index) * 20_000,
  }));

describe('a viewer’s mood', () => {
  it.each([
    ['asks', ['请问怎么充值', '用的微信支付', '订单号是这个'], 'calm', []],
    ['thanks for it', ['太差劲了', '好的谢谢，解决了'], 'calm', ['negative']],
    ['urges', ['还没到账', '人呢', '怎么还没好'], 'uneasy', ['demanding']],
    [
      'loses patience',
      ['在吗', '人呢？？', '到底管不管！！！', '你们太差劲了，骗子'],
      'uneasy',
      ['exclaiming', 'demanding', 'negative'],
    ],
    ['repeats', ['退钱', '退钱', '退钱！！', '退钱！！！'], 'uneasy', ['repeating', 'exclaiming']],
    [
      'shouts',
      ['where is my gift', 'WHERE IS MY GIFT', 'ANSWER ME RIGHT NOW!!!', 'THIS IS A SCAM!!! WORST SUPPORT'],
      'upset',
      ['shouting', 'repeating', 'exclaiming', 'demanding', 'negative'],
    ],
    [
      'insults',
      ['到底管不管！！', ['废物客服，去死', 0.95], ['骗子，傻逼平台！！！', 0.97]],
      'angry',
      ['exclaiming', 'demanding', 'abuse', 'negative'],
    ],
  ] as const)('M1 of one who %s', (_, texts, level, signs) => {
    const mood = moodOf(said(...texts), NOW);
    expect([mood.level, mood.reasons.map((reason) => reason.code).sort()]).toEqual([
      level,
      [...signs].sort(),
    ]);
  });

  it('M2 falls, and is not remembered for ever', () => {
    const story = said('你好', '在吗', '怎么还没好！！', ['废物', 0.9]);
    expect([
      moodOf(story, NOW).isFalling,
      moodOf(
        story.toReversed().map((each, index) => ({ ...each, at: NOW - (9 - index) * 1_000 })),
        NOW,
      ).isFalling,
      moodOf(story, NOW + MOOD_SPAN_MS).score,
      moodOf([], NOW),
    ]).toEqual([
      true,
      false,
      0,
      { level: 'calm', score: 0, isFalling: false, heated: 0, reasons: [], at: NOW },
    ]);
  });

  const anything = fc.array(
    fc.record({
      text: fc.oneof(
        fc.string(),
        fc.constantFrom('骗子！！！', '人呢', 'WORST SUPPORT EVER', '谢谢', '好的'),
      ),
      abuse: fc.double({ min: 0, max: 1, noNaN: true }),
      at: fc.integer({ min: NOW - 2 * MOOD_SPAN_MS, max: NOW }),
    }),
    { maxLength: 12 },
  );
  it('M3 is a share for any words, the same for the same ones, and explained when it is not calm', () => {
    fc.assert(
      fc.property(anything, (rows) => {
        const mood = moodOf(rows, NOW);
        expect(mood.score).toBeGreaterThanOrEqual(0);
        expect(mood.score).toBeLessThanOrEqual(1);
        expect(moodOf(rows, NOW)).toEqual(mood);
        if (mood.level !== 'calm') expect(mood.reasons.length).toBeGreaterThan(0);
      }),
    );
  });
  it('M4 never gets worse by a kind word, nor better by an insult', () => {
    fc.assert(
      fc.property(anything, (rows) => {
        const before = moodOf(rows, NOW).score;
        const with_ = (text: string, abuse: number) =>
          moodOf([...rows.slice(-5), { text, abuse, at: NOW }], NOW).score;
        const base = moodOf(rows.slice(-5), NOW).score;
        expect(with_('好的，谢谢您', 0)).toBeLessThanOrEqual(Math.max(base, before, 0.001) + 0.12);
        expect(with_('你这个废物骗子！！', 1)).toBeGreaterThanOrEqual(Math.min(base, 0.6) - 1e-9);
      }),
    );
  });
});
