import { expect, it } from 'vitest';
import { detectorOf, said, scoreIn, someone } from './fixture.ts';
import { decodeLearnt, emptyLearnt, encodeLearnt } from './learnt.ts';
import { chance, smallTalk } from './small-talk.fixture.ts';
import { learnRoom } from './training.ts';
import type { DetectorOptions } from './types.ts';

const talk = smallTalk(chance(3));
const samples = Array.from({ length: 2_000 }, talk);
const abuseOf = (text: string, more: Partial<DetectorOptions> = {}): number =>
  scoreIn(detectorOf(more).inspectAll({ event: said(text) }), 'abuse');

it('comes back from its bytes as it was', () => {
  const learnt = learnRoom({ samples, dismissed: ['你个憨憨'], confirmed: ['主播声音像锯木头一样难听死了'] });
  expect(decodeLearnt(encodeLearnt(learnt))).toEqual(learnt);
  expect(decodeLearnt(encodeLearnt(emptyLearnt()))).toEqual(emptyLearnt());
});

it.each([
  ['nothing', new Uint8Array(0)],
  ['other bytes', new Uint8Array(4_000).fill(7)],
  ['a part of it', encodeLearnt(emptyLearnt()).slice(0, 9_000)],
  ['what was learnt beside other weights', encodeLearnt(emptyLearnt()).fill(1, 36, 40)],
])('is not made from %s', (_, bytes) => {
  expect(decodeLearnt(bytes)).toBe(null);
});

it('gives the same detector as reading the history does', () => {
  const learnt = learnRoom({ samples });
  for (const text of ['你真是个废物', '主播唱歌好听', '这把队友像个小丑'])
    expect(abuseOf(text, { learnt })).toBe(abuseOf(text, { history: samples }));
});

it('holds what was confirmed against what is like it, and leaves other talk alone', () => {
  const plain = learnRoom({ samples });
  const taught = learnRoom({ samples, confirmed: ['主播声音像锯木头一样'] });
  const gain = (text: string): number => abuseOf(text, { learnt: taught }) - abuseOf(text, { learnt: plain });
  expect({
    same: gain('主播声音像锯木头一样') > 0.3,
    like: gain('声音像锯木头啊') > 0.05,
    other: gain('主播唱歌真好听') < 0.01,
  }).toEqual({ same: true, like: true, other: true });
});

it('asks less of a running detector for what is confirmed, and again after training', () => {
  const memory = { hype: [], allowedPersons: [], allowedTexts: [], confirmed: ['主播声音像锯木头一样'] };
  const live = detectorOf({ learnt: learnRoom({ samples }) });
  const score = (): number => scoreIn(live.inspectAll({ event: said('主播声音像锯木头一样') }), 'abuse');
  const before = score();
  live.teach(memory);
  const taught = score();
  live.adopt(learnRoom({ samples, confirmed: memory.confirmed }));
  expect([taught > before + 0.3, score() > before + 0.3]).toEqual([true, true]);
});

it('holds what was acted on against the same by its sound, and says so', () => {
  const text = '需要代练上分的看我主页哦';
  const memory = { hype: [], allowedPersons: [], allowedTexts: [], confirmedAds: [text] };
  const adOf = (said_: string, more: Partial<DetectorOptions>) =>
    detectorOf(more)
      .inspectAll({ event: said(said_) })
      .find((verdict) => verdict.category === 'ad');
  const plain = adOf('需要代炼上分的看我主页哦！！', {});
  const taught = adOf('需要代炼上分的看我主页哦！！', { memory });
  expect({
    more: (taught?.score ?? 0) > (plain?.score ?? 0),
    says: taught?.reasons.some((each) => each.code === 'confirmed_here') ?? false,
    elsewhere:
      adOf('今天天气真不错呀大家好', { memory })?.score === adOf('今天天气真不错呀大家好', {})?.score,
  }).toEqual({ more: true, says: true, elsewhere: true });
});

it('is taken over by a running detector, which keeps its people, raids and money', () => {
  const detector = detectorOf();
  const raid = Array.from({ length: 12 }, (_, index) =>
    detector.inspect({ event: said('加群领取免费福利资料速来', index * 900, someone(`x${index}`)) }),
  ).flatMap((verdicts) => verdicts.flatMap((verdict) => verdict.clusterId ?? []));
  const before = detector.stats();
  detector.adopt(learnRoom({ samples }));
  const after = detector.inspect({ event: said('加群领取免费福利资料速来', 12_000, someone('x99')) });
  expect({
    people: detector.stats().persons - before.persons,
    sameRaid: after.find((verdict) => verdict.category === 'raid')?.clusterId === raid[0],
    members: (detector.cluster(raid[0] ?? '')?.memberCount ?? 0) >= 12,
  }).toEqual({ people: 1, sameRaid: true, members: true });
});

it('can be forgotten', () => {
  const text = '这把队友像个小丑';
  const detector = detectorOf({ history: samples });
  detector.adopt(emptyLearnt(), true);
  expect(scoreIn(detector.inspectAll({ event: said(text) }), 'abuse')).toBe(abuseOf(text));
});

it('is less of a raid where other rooms say it every day', () => {
  const text = '感谢舰长送来的总督大航海';
  const raidOf = (elsewhere: readonly string[]): number => {
    const detector = detectorOf({ learnt: learnRoom({ samples, elsewhere }) });
    const scores = Array.from({ length: 8 }, (_, index) =>
      scoreIn(detector.inspectAll({ event: said(text, index * 2_000, someone(`y${index}`)) }), 'raid'),
    );
    return Math.max(...scores);
  };
  expect(raidOf([text])).toBeLessThan(raidOf([]) - 0.1);
});
