import { describe, expect, it } from 'vitest';
import { DEFAULT_SUPPORT, type Hours } from './config.ts';
import { fillText, waitText } from './fill.ts';
import { hoursText, isOpenAt, localTime } from './hours.ts';
import { keywordFor } from './keywords.ts';
import { maskPersonal, veil } from './mask.ts';
import { checkedAnswer } from './provider.ts';
import { triggersIn } from './triggers.ts';

describe('what a text sets off', () => {
  it.each<[string, readonly string[]]>([
    ['转人工', ['person']],
    ['人工', ['person']],
    ['人工！人工！！', ['person']],
    ['有人吗？', ['person']],
    ['Agent please', ['person']],
    ['agent', ['person']],
    ['人工智能是什么', []],
    ['客服态度不好', []],
    ['I want a REAL PERSON', ['person']],
    ['zhuan ren gong', ['person']],
    ['我要退款', ['money']],
    ['退 款', []],
    ['刷礼物的是未成年', ['minor']],
    ['a minority report, please press the button', []],
    ['my son did it', ['minor']],
    ['再不处理我就找记者曝光你们', ['exposure']],
    ['你个ＳＢ', ['insult']],
    ['usb 不识别', []],
    ['不想活了', ['danger']],
    ['充值没到账', []],
    ['', []],
  ])('W1 %s', (text, expected) => {
    expect([...triggersIn(text)]).toEqual(expected);
  });
});

describe('personal data', () => {
  it.each([
    ['身份证110101199003077777，电话138-1234-5678', '身份证[证件号],电话[手机号]'],
    ['卡号6222 0212 3456 7890 123', '卡号[卡号]'],
    ['mail me: a.b@example.com', 'mail me: [邮箱]'],
    ['加微信abc_12345', '加[联系方式]'],
    ['看 https://evil.example/x?y=1 这里', '看 [链接] 这里'],
    ['订单20260301123', '订单[号码]'],
    ['充了100块，3天没到', '充了100块,3天没到'],
  ])('W2 leaves before the text does: %s', (text, expected) => {
    expect(maskPersonal(text)).toBe(expected);
  });
  it('W3 is veiled character by character', () => {
    expect(veil('你好 ab😀')).toBe('▇▇ ▇▇▇');
  });
});

describe('hours', () => {
  const office: Hours = {
    timeZone: 'Asia/Shanghai',
    days: [
      [],
      ...Array.from({ length: 5 }, () => [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '24:00' },
      ]),
      [],
    ],
    closed: ['2026-03-03'],
  };
  it.each([
    ['2026-03-02T00:59:00Z', false],
    ['2026-03-02T01:00:00Z', true],
    ['2026-03-02T04:00:00Z', false],
    ['2026-03-02T15:59:00Z', true],
    ['2026-03-03T02:00:00Z', false],
    ['2026-03-07T02:00:00Z', false],
  ])('W4 at %s: %s', (at, expected) => {
    expect(isOpenAt(office, Date.parse(at))).toBe(expected);
  });
  it('W5 in words, and an unknown zone is UTC', () => {
    const monday = Date.parse('2026-03-02T01:00:00Z');
    expect([
      hoursText(office, monday),
      hoursText(office, Date.parse('2026-03-08T01:00:00Z')),
      localTime(monday, 'Nowhere/None').hour,
    ]).toEqual(['09:00–12:00 13:30–24:00', '', 1]);
  });
});

describe('automatic words', () => {
  it('W6 are filled in, and what has no value is named', () => {
    expect(fillText('您好 {viewer}，{agent}在。{viewer}{UPPER}', { viewer: '$&小雨' })).toEqual({
      text: '您好 $&小雨，在。$&小雨{UPPER}',
      missing: ['agent'],
    });
  });
  it('W7 tell the wait as a range, and nothing where nobody knows', () => {
    const estimate = (lowMs: number, highMs: number) => waitText({ place: 1, at: 0, lowMs, highMs }).zh;
    expect([
      estimate(0, 20_000),
      estimate(60_000, 170_000),
      estimate(130_000, 170_000),
      waitText(undefined).zh,
      waitText({ place: 1, at: 0, lowMs: 60_000, highMs: 170_000 }, true),
    ]).toEqual([
      '预计 1 分钟内接入。',
      '预计等待 1–3 分钟。',
      '预计等待约 3 分钟。',
      '',
      { zh: '需要人工时，预计等待 1–3 分钟。', en: 'To reach a person: about 1–3 minutes. ' },
    ]);
  });
  it('W8 answer the longest keyword, folded, and an empty list nothing', () => {
    const reply = DEFAULT_SUPPORT.auto.idle;
    const keywords = [
      { id: 'a', words: ['充值'], reply },
      { id: 'b', words: ['充值失败', ' '], reply },
    ];
    expect([
      keywordFor(keywords, '我充值失敗了')?.reply.id,
      keywordFor(keywords, '充值')?.reply.id,
      keywordFor(keywords, '你好'),
      keywordFor([], '充值'),
    ]).toEqual(['b', 'a', null, null]);
  });
});

describe('a model’s answer', () => {
  const articles = [
    { id: 'x', title: { zh: 't', en: 't' }, answer: { zh: '见 https://ok.example', en: '' } },
  ];
  it.each([
    ['好的。[1]', '好的。'],
    ['看 https://ok.example [1]', '看 https://ok.example'],
    ['看 https://evil.example [1]', null],
    ['没有来源', null],
    ['[1][2]', null],
    ['NO_ANSWER', null],
    ['我们会退您钱[1]', null],
    ['x'.repeat(2_001), null],
  ])('W9 is shown or not: %s', (text, expected) => {
    expect(checkedAnswer(text, articles)?.text ?? null).toBe(expected);
  });
});
