import { describe, expect, it } from 'vitest';
import { timeOf } from '../domain/event.ts';
import type { BuiltinCategory, Reason } from '../domain/verdict.ts';
import { detectorOf, said, someone } from './fixture.ts';
import { severityOf } from './severity.ts';

function reasonsFor(text: string, category: BuiltinCategory): readonly Reason[] {
  const verdicts = detectorOf().inspectAll({ event: said(text, 0, someone('p')) });
  return verdicts.find((verdict) => verdict.category === category)?.reasons ?? [];
}

const CASES: readonly (readonly [BuiltinCategory, string, readonly string[]])[] = [
  ['abuse', '你就是个废物', ['lexicon', 'target', 'model', 'unflag', 'without']],
  ['abuse', '你这个傻b主播', ['lexicon', 'target', 'unflag']],
  ['dispute', '孩子拿我手机充了三千，求退款', ['minor', 'demand', 'money', 'model', 'unflag']],
  ['dispute', '我今年12岁 充了500块能退吗', ['minor_age', 'demand', 'claimed', 'unflag']],
  ['dispute', '弟弟9岁，刷了你三千块，能退吗', ['minor_age', 'demand', 'claimed']],
  ['dispute', 'I am 14 and I spent 300 dollars, I want a refund', ['minor_age', 'claimed']],
  ['dispute', '家里老人拿我手机充了一万二，给退吗', ['family', 'demand', 'claimed']],
  ['dispute', 'you scammed me out of 40 bucks', ['accusation', 'money', 'model', 'unflag']],
  ['abuse', '我去你家砍死你', ['threat', 'unflag']],
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

  it.each([
    ['我今年12岁 充了500块能退吗', 'high'],
    ['弟弟9岁，刷了你三千块，能退吗', 'high'],
    ['主播退钱 我刚充了5000', 'high'],
    ['你骗了我三万打赏 退钱', 'high'],
    ['主播退钱 我刚充了50块', 'mid'],
  ] as const)('how severe “%s” is hangs on the age and the money it names: %s', (text, severity) => {
    const verdicts = detectorOf().inspect({ event: said(text, 0, someone('p')) });
    const dispute = verdicts.find((verdict) => verdict.category === 'dispute' && verdict.flag);
    expect(dispute === undefined ? 'not flagged' : severityOf(dispute, [])).toBe(severity);
  });

  it('counts places, not readings of one place', () => {
    const several = reasonsFor('沙壁主播滚粗直播间', 'abuse').find((each) => each.code === 'several');
    expect(Number(several?.textEn.split(' ')[0] ?? 1)).toBeLessThanOrEqual(4);
  });

  it('does not say that all of a text is what must go', () => {
    expect(reasonsFor('nmsl', 'abuse').filter((each) => each.code === 'without')).toEqual([]);
  });

  it('names the sanction an appeal is about, and what was paid before this message alone', () => {
    const person = {
      messages: 3,
      totals: [],
      disputes: 0,
      sanctions: 1,
      lastSanction: { at: timeOf(said('', 0, someone('p'))), kind: 'mute', by: '周', durationSec: 600 },
    };
    const event = said('为什么禁言我，解一下', 12 * 60_000, someone('p'));
    const appeal = detectorOf()
      .inspect({ event, person })
      .find((verdict) => verdict.category === 'appeal');
    const found = appeal?.reasons.find((each) => each.code === 'sanctioned');
    expect([found?.text, found?.textEn]).toEqual([
      '12 分钟前被 周 禁言 10 分钟',
      'Was muted for 10 minutes by 周 12 minutes ago',
    ]);
  });
});
