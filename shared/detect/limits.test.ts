import { describe, expect, it } from 'vitest';
import { detectorOf, said, scoreIn, someone } from './fixture.ts';
import { createRoomScale } from './room-scale.ts';
import { chance, smallTalk } from './small-talk.fixture.ts';
import { learnRoom } from './training.ts';
import type { Detector } from './types.ts';

const random = chance(7);
const talk = smallTalk(random);
const learnt = learnRoom({ samples: Array.from({ length: 12_000 }, talk) });

/** Alerts per 1,000 of so many new messages; a raid is one alert. */
function rateOf(detector: Detector, messages: number, from: number): number {
  const raids = new Set<string>();
  let alerts = 0;
  for (let index = 0; index < messages; index += 1) {
    const person = someone(`u${Math.floor(random() * 3_000)}`);
    const verdicts = detector.inspect({ event: said(talk(), (from + index) * 700, person) });
    const isAlert = verdicts.some(({ flag, category, clusterId = '' }) => {
      if (!flag || category !== 'raid') return flag;
      const isNew = !raids.has(clusterId);
      raids.add(clusterId);
      return isNew;
    });
    if (isAlert) alerts += 1;
  }
  return (alerts / messages) * 1_000;
}

describe('the budget', () => {
  it.each([
    [1, 0.2, 1.8],
    [3, 1.8, 4],
    [10, 6, 13],
  ])('of %d alerts per 1,000 gives about so many of talk not seen before', (budget, low, high) => {
    const detector = detectorOf({ learnt, adapts: true, budgetPerThousand: budget });
    const rate = rateOf(detector, 12_000, 0);
    expect([rate > low, rate < high, rate]).toEqual([true, true, rate]);
  });

  it('may be changed in a running room, and the rate follows', () => {
    const detector = detectorOf({ learnt, adapts: true, budgetPerThousand: 1 });
    rateOf(detector, 4_000, 0);
    const before = rateOf(detector, 6_000, 4_000);
    detector.change({ budget: { perThousand: 12 } });
    const during = rateOf(detector, 6_000, 10_000);
    detector.change({ budget: { perThousand: 1 } });
    const after = rateOf(detector, 6_000, 16_000);
    expect([during > 3 * before, during > 3 * after, during]).toEqual([true, true, during]);
  });

  it('may be set for one category alone', () => {
    const limitOf = (detector: Detector) =>
      Object.fromEntries(detector.tuning().categories.map((each) => [each.category, each.threshold]));
    const usual = limitOf(detectorOf({ learnt, adapts: true }));
    const tuned = detectorOf({ learnt, adapts: true });
    tuned.change({ budget: { perThousand: 3, categories: { ad: 5, raid: 0.1 } } });
    const after = limitOf(tuned);
    expect({
      ad: Number(after.ad) < Number(usual.ad),
      raid: Number(after.raid) > Number(usual.raid),
      dispute: after.dispute === usual.dispute,
    }).toEqual({ ad: true, raid: true, dispute: true });
  });

  it('moves the limit and not the scores', () => {
    const score = (budget: number): number =>
      scoreIn(
        detectorOf({ learnt, budgetPerThousand: budget }).inspectAll({ event: said('你真是个废物') }),
        'abuse',
      );
    expect(score(10)).toBe(score(1));
  });

  it('counts somebody who rages once, so that one person does not raise the limit for all', () => {
    const detector = detectorOf({ learnt, adapts: true });
    const before = detector.tuning().categories[0]?.threshold ?? 0;
    for (let index = 0; index < 2_000; index += 1)
      detector.inspect({ event: said(`你这个春江花月${index}废物`, index * 200, someone('rager')) });
    rateOf(detector, 512, 1_000);
    expect(detector.tuning().categories[0]?.threshold ?? 0).toBeLessThan(before + 0.1);
  });
});

describe('scores for people to see', () => {
  it('are counted by equal parts of 0..1, after the shift', () => {
    const scale = createRoomScale();
    for (const logOdds of [-30, -1, 0.05, 0.05, 30]) scale.add(logOdds);
    expect([scale.byScore(4, 0), scale.byScore(4, 2)]).toEqual([
      [1, 1, 2, 1],
      [4, 0, 0, 1],
    ]);
  });

  it('tell of every category whose limit is a quantile, and of all messages', () => {
    const detector = detectorOf({ learnt, adapts: true });
    rateOf(detector, 400, 0);
    const told = detector.tuning().categories.map(({ category, scores }) => [category, scores?.length ?? 0]);
    expect(told).toEqual([
      ['abuse', 20],
      ['ad', 20],
      ['flood', 0],
      ['raid', 0],
      ['dispute', 20],
      ['appeal', 20],
    ]);
  });
});

it('counts alerts as flags are raised: once for a raid, and once for somebody who goes on', () => {
  const detector = detectorOf({ learnt, adapts: true });
  for (let index = 0; index < 9; index += 1) {
    detector.inspect({ event: said(`你就是个傻逼第${index}次`, index * 3_000, someone('rager')) });
    detector.inspect({
      event: said('明天晚上八点操场集合大家都来', index * 3_000 + 500, someone(`x${index}`)),
    });
  }
  const { alerts, categories } = detector.tuning();
  const counts = Object.fromEntries(
    categories.map(({ category, recentPerThousand }) => [
      category,
      Math.round((recentPerThousand * 18) / 1_000),
    ]),
  );
  expect({ abuse: counts.abuse, raid: counts.raid, few: alerts <= 6 }).toEqual({
    abuse: 1,
    raid: 1,
    few: true,
  });
});
