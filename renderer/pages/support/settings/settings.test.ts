import { describe, expect, it } from 'vitest';
import { SYSTEM } from '../../../../shared/domain/actor.ts';
import { DEFAULT_TICKET_DESK } from '../../../../shared/domain/ticket-desk.ts';
import { DEFAULT_SUPPORT, type Group, type KeywordReply } from '../../../../shared/support/config.ts';
import { differences, PRESETS } from '../../../../shared/support/presets.ts';
import { CATALOG } from '../../../i18n/catalog.ts';
import { inputOf, isComplete, newDraft, withVersion } from './article-draft.ts';
import { MOST_BYTES, pictureWords, refusalOf } from './article-pictures.ts';
import { type DeskPart, restsOn } from './desk-part.ts';
import { valueText } from './difference.ts';
import { isCovered, withSkills } from './group-skills.ts';
import { hitOf, outcomeOf } from './keyword-hit.ts';
import { SETTING_KEYS } from './setting-keys.ts';
import { datesOf, linesOf, originsOf, spansOf, spansText, wordsOf } from './text-lists.ts';

describe('lists as they are typed', () => {
  it.each([
    ['', []],
    ['09:00-18:00', [{ from: '09:00', to: '18:00' }]],
    [
      '9:00–12:00，13：30-24:00',
      [
        { from: '09:00', to: '12:00' },
        { from: '13:30', to: '24:00' },
      ],
    ],
    ['18:00-09:00', null],
    ['9-18', null],
    ['09:00-25:00', null],
    ['09:60-10:00', null],
  ])('hours %j', (text, expected) => {
    expect(spansOf(text)).toEqual(expected);
  });

  it('writes hours as it reads them', () => {
    expect(spansOf(spansText([{ from: '09:00', to: '24:00' }]))).toEqual([{ from: '09:00', to: '24:00' }]);
  });

  it.each([
    ['2026-01-01\n2026-02-17', ['2026-01-01', '2026-02-17']],
    ['', []],
    ['2026-13-01', null],
    ['tomorrow', null],
  ])('days %j', (text, expected) => {
    expect(datesOf(text)).toEqual(expected);
  });

  it.each([
    ['https://a.example/x\nhttp://b:80', ['https://a.example', 'http://b']],
    ['a.example', null],
    ['javascript:alert(1)', null],
  ])('origins %j', (text, expected) => {
    expect(originsOf(text)).toEqual(expected);
  });

  it('cuts lines and words', () => {
    expect([linesOf(' a \n\nb\na'), wordsOf('充值，没到账、 充值;x')]).toEqual([
      ['a', 'b'],
      ['充值', '没到账', 'x'],
    ]);
  });
});

describe('an article being written', () => {
  const draft = { ...newDraft('a', '怎么退款'), answerZh: '联系客服' };
  it.each([
    [draft, true],
    [{ ...draft, answerZh: ' ' }, false],
    [{ ...draft, from: '2026-02-01', to: '2026-01-01' }, false],
    [{ ...draft, from: '2026-01-01', to: '2026-01-01' }, true],
  ])('complete: %#', (given, expected) => {
    expect(isComplete(given)).toBe(expected);
  });

  it.each([
    [
      'both languages',
      { titleEn: 'Refunds', answerEn: 'Ask us' },
      { titleEn: 'Refunds', answerEn: 'Ask us' },
    ],
    ['an emptied English', { titleEn: '', answerEn: '' }, { titleEn: '', answerEn: '' }],
    ['no English kept', {}, { titleEn: 'now', answerEn: 'now too' }],
  ])('takes back an older version with %s', (_, kept, expected) => {
    const now = { ...draft, titleEn: 'now', answerEn: 'now too', variants: '退钱' };
    const old = { version: 1, at: 1, by: SYSTEM, title: '旧题', answer: '旧答', ...kept };
    expect(withVersion(now, old)).toEqual({ ...now, titleZh: '旧题', answerZh: '旧答', ...expected });
  });

  it('becomes what the API takes', () => {
    expect(inputOf({ ...draft, variants: '退钱\n\n退钱' })).toEqual({
      id: 'a',
      version: 0,
      topic: 'other',
      title: { zh: '怎么退款', en: '' },
      answer: { zh: '联系客服', en: '' },
      variants: ['退钱'],
      staffOnly: false,
      attachmentIds: [],
    });
  });
});

describe('pictures of an article', () => {
  it.each([
    [{ type: 'image/png', size: MOST_BYTES }, undefined],
    [{ type: 'image/gif', size: MOST_BYTES + 1 }, 'too_large'],
    [{ type: 'image/heic', size: 1 }, 'unsupported'],
    [{ type: '', size: 1 }, 'unsupported'],
  ])('%j is refused: %s', (file, expected) => {
    expect(refusalOf(file)?.code).toBe(expected);
  });

  it('fit into the call as base64', () => {
    expect(Math.ceil(MOST_BYTES / 3) * 4).toBeLessThanOrEqual(3_800_000);
  });

  it('have words of their own for what the hub says of pictures', () => {
    const keys = (['unsupported', 'invalid', 'too_large', 'not_found'] as const).map(pictureWords);
    const known = Object.keys(CATALOG.zh.support.knowledge.pictures).map(
      (key) => `knowledge.pictures.${key}`,
    );
    expect([keys.filter((key) => !known.includes(key ?? '')), pictureWords('unreachable')]).toEqual([
      [],
      undefined,
    ]);
  });
});

describe('the skills of a group', () => {
  const group: Group = { id: 'g', name: '售后', topics: [], overflowTo: [] };
  it.each([
    [['退款', ' 英语 '], { ...group, skills: ['退款', '英语'] }],
    [['退款', '退款，英语'], { ...group, skills: ['退款', '英语'] }],
    [[' ', ''], group],
    [['长'.repeat(50)], { ...group, skills: ['长'.repeat(40)] }],
  ])('typed %j', (typed, expected) => {
    expect(withSkills({ ...group, skills: ['旧'] }, typed)).toEqual(expected);
  });

  it.each([
    ['nothing needed', undefined, [], true],
    ['somebody knows all', ['退款', '英语'], [['英语', '退款', '粤语']], true],
    ['only together', ['退款', '英语'], [['英语'], ['退款']], false],
    ['no agents', ['退款'], [], false],
  ])('covered: %s', (_, skills, agents, expected) => {
    const asked = skills === undefined ? group : { ...group, skills };
    expect(
      isCovered(
        asked,
        agents.map((each) => ({ skills: each })),
      ),
    ).toBe(expected);
  });
});

describe('a sentence that is tried', () => {
  const reply = (id: string, ...words: string[]): KeywordReply => ({ id, words, reply: { zh: id, en: id } });
  const replies = [reply('a', '退款'), reply('b', '发货', '退款进度')];
  it.each([
    ['我要退款', { n: 1, word: '退款', reply: replies[0] }],
    ['退款进度怎么看', { n: 2, word: '退款进度', reply: replies[1] }],
    ['你好', undefined],
    ['  ', undefined],
  ])('%s', (text, expected) => {
    expect(hitOf(replies, text)).toEqual(expected);
  });

  it.each([
    [
      { keywordId: 'b', word: '发货' },
      { n: 2, word: '发货', reply: replies[1] },
    ],
    [{}, undefined],
    [{ keywordId: 'gone', word: 'x' }, undefined],
  ])('the hub says %j', (answer, expected) => {
    expect(outcomeOf(replies, answer)).toEqual(expected);
  });
});

describe('what a preset changes', () => {
  it.each([
    [undefined, '—'],
    [true, '✓'],
    [[], '—'],
    [
      [
        { id: 'x', name: '售前' },
        { id: 'y', name: '售后' },
      ],
      '售前、售后',
    ],
    [[{ id: 'x', words: ['发货', '物流'], reply: { zh: '', en: '' } }], '发货/物流'],
    ['x'.repeat(200), `${'x'.repeat(160)}…`],
  ])('%j', (value, expected) => {
    expect(valueText(value)).toBe(expected);
  });

  it('has a name for everything that any preset sets', () => {
    const paths = Object.values(PRESETS).flatMap((patch) =>
      differences(DEFAULT_SUPPORT, { ...DEFAULT_SUPPORT, ...patch }).map((one) => one.path),
    );
    expect(paths.filter((path) => !Object.hasOwn(SETTING_KEYS, path))).toEqual([]);
  });
});

describe('a part of the ticket desk', () => {
  const part: DeskPart = {
    desk: DEFAULT_TICKET_DESK,
    change: () => undefined,
    departments: ['客服'],
    locked: false,
  };
  it.each<[string, DeskPart, boolean]>([
    ['something else', { ...part, desk: { ...part.desk, rules: [] } }, true],
    ['what it rests on', { ...part, desk: { ...part.desk, types: [] } }, false],
    ['departments', { ...part, departments: [] }, false],
    ['the lock', { ...part, locked: true }, false],
  ])('changes with it: %s', (_, after, expected) => {
    expect(restsOn('types')(part, after)).toBe(expected);
  });
});
