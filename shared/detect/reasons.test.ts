import { describe, expect, it } from 'vitest';
import type { BuiltinCategory, Reason } from '../domain/verdict.ts';
import { detectorOf, said, someone } from './fixture.ts';

function reasonsFor(text: string, category: BuiltinCategory): readonly Reason[] {
  const verdicts = detectorOf().inspectAll({ event: said(text, 0, someone('p')) });
  return verdicts.find((verdict) => verdict.category === category)?.reasons ?? [];
}

const CASES: readonly (readonly [BuiltinCategory, string, readonly string[]])[] = [
  ['abuse', '你就是个废物', ['lexicon', 'target', 'model', 'unflag', 'without']],
  ['abuse', '你这个傻b主播', ['lexicon', 'target', 'unflag']],
  ['dispute', '孩子拿我手机充了三千，求退款', ['minor', 'demand', 'money', 'model', 'unflag']],
  ['dispute', 'you scammed me out of 40 bucks', ['accusation', 'money', 'model', 'unflag']],
  ['appeal', '房管我错了，放我出来吧', ['release', 'model', 'route']],
  ['ad', '加薇信zk8823看片', ['contact', 'contact_id', 'lure', 'model', 'unflag']],
  ['ad', '看片上 kuaile-8.vip', ['link', 'lure', 'unflag']],
];

describe('reasons', () => {
  it.each(CASES)('%s of “%s” names %j', (category, text, codes) => {
    const found = reasonsFor(text, category).map((each) => each.code);
    expect(codes.filter((code) => !found.includes(code))).toEqual([]);
  });

  it.each(CASES)('%s of “%s” is told in both languages, with places inside the text', (category, text) => {
    for (const each of reasonsFor(text, category)) {
      expect(each.text).toMatch(/\p{Script=Han}/u);
      expect(each.textEn).toMatch(/[A-Za-z]/);
      const [from, to] = each.span ?? [0, 1];
      expect([from >= 0, from < to, to <= text.length]).toEqual([true, true, true]);
    }
  });

  it.each([
    ['abuse', '他说你是傻逼废物', 'quote'],
    ['abuse', '这游戏策划就是傻逼畜生', 'thing'],
    ['dispute', '国足退钱，你也退我钱，骗子', 'joke'],
    ['dispute', '孩子刷了三千块求退，请勿打赏', 'advice'],
    ['appeal', '把他封了，为什么禁言我，求解封', 'not_own'],
    ['ad', '有粉丝群吗，加wx zk8823看片', 'ordinary'],
  ] as const)('%s of “%s” tells what speaks against it (%s)', (category, text, code) => {
    const against = reasonsFor(text, category).filter((each) => each.weight < 0);
    expect(against.map((each) => each.code)).toContain(code);
  });

  it('tells how the word was found', () => {
    const told = (text: string) =>
      reasonsFor(text, 'dispute')
        .filter((each) => each.code === 'demand')
        .map((each) => each.textEn);
    expect([told('给我tuikuan'), told('给我退款')]).toEqual([
      ['Demands money back “退款” (by sound)'],
      ['Demands money back “退款” (as written)'],
    ]);
  });

  it('ends the model’s words with whole words', () => {
    const [model] = reasonsFor('you scammed me out of 40 bucks', 'dispute').filter(
      (each) => each.code === 'model',
    );
    const [from = 0, to = 0] = model?.span ?? [];
    expect(
      ` you scammed me out of 40 bucks `.includes(
        ` ${'you scammed me out of 40 bucks'.slice(from, to).trim()} `,
      ),
    ).toBe(true);
  });
});
