import { expect, it } from 'vitest';
import { detectorOf, said, scoreIn } from './fixture.ts';
import { createRoomModel } from './room-model.ts';
import { createRoomScale } from './room-scale.ts';
import { createStreams } from './streams.ts';

const streams = createStreams();

it('finds a text less hostile the more the room says it', () => {
  const model = createRoomModel();
  const hostile = (text: string): number => {
    streams.read(text);
    return model.read(streams).hostile;
  };
  const before = hostile('敲你个小脑瓜');
  for (let times = 0; times < 50; times += 1) {
    hostile('敲你个小脑瓜');
    model.learn();
  }
  expect(hostile('敲你个小脑瓜')).toBeLessThan(before - 1);
});

it('tells comments, disputes and appeals apart', () => {
  const model = createRoomModel();
  const read = (text: string): { readonly dispute: boolean; readonly appeal: boolean } => {
    streams.read(text);
    const { dispute, appeal } = model.read(streams);
    return { dispute: dispute > 0, appeal: appeal > 0 };
  };
  expect(['我充错了求退款', '房管给我解封吧', '今天唱歌真好听'].map(read)).toEqual([
    { dispute: true, appeal: false },
    { dispute: false, appeal: true },
    { dispute: false, appeal: false },
  ]);
});

it('sets the limit so that the share of ordinary messages exceeds it', () => {
  const scale = createRoomScale();
  for (let index = 0; index < 10_000; index += 1) scale.add(index / 1000 - 8);
  expect(scale.limit(0.01, 5, -20, 20)).toBeCloseTo(1.9, 0);
  expect(scale.limit(0.01, 5, 3, 20)).toBe(3);
  expect(createRoomScale().limit(0.01, 5, 0, 9)).toBe(5);
});

it('learns from history and from dismissals what is ordinary in the room', () => {
  const history = Array.from({ length: 600 }, (_, index) =>
    index % 3 === 0 ? '狗狗主播汪汪队集合' : `今天也要加油第${index}天`,
  );
  const score = (text: string, more: Parameters<typeof detectorOf>[0]): number =>
    scoreIn(detectorOf(more).inspectAll({ event: said(text) }), 'abuse');
  const text = '狗狗主播汪汪队出动';
  expect(score(text, { history })).toBeLessThan(score(text, {}));
  const joke = '你就是个憨憨小傻子';
  const memory = { hype: ['你就是个憨憨小傻子吧'], allowedPersons: [], allowedTexts: [] };
  expect(score(joke, { memory })).toBeLessThan(score(joke, {}));
});

it('scores a text the same whatever was said before', () => {
  const detector = detectorOf();
  const first = detector.inspectAll({ event: said('主播真是个小丑', 0) });
  for (let index = 1; index < 300; index += 1)
    detector.inspect({ event: said('主播真是个小丑', index * 60_000) });
  const last = detector.inspectAll({ event: said('主播真是个小丑', 0) });
  expect(scoreIn(last, 'abuse')).toBe(scoreIn(first, 'abuse'));
});
