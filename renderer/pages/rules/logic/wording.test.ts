import { describe, expect, it } from 'vitest';
import { blankRule } from '../../../../shared/rules/rule.ts';
import { clausesOf, particularsOf } from './wording.ts';

describe('a rule’s words, cut for comparing', () => {
  it.each([
    ['只标记，由人处理', ['只标记，由人处理']],
    [
      '当带外部链接，并且账号等级低于 3，或者文字至少 9 字',
      ['当带外部链接，', '并且账号等级低于 3，', '或者文字至少 9 字'],
    ],
    ['处罚：第 1 次警告，第 2 次拉黑；1 天内累计', ['处罚：第 1 次警告，', '第 2 次拉黑；', '1 天内累计']],
    [
      'Penalties: 1. warn; 2. delete and mute; remembered for 1 d',
      ['Penalties: 1. warn;', '2. delete and mute;', 'remembered for 1 d'],
    ],
    ['Spares: the streamer and a VIP', ['Spares: the streamer and a VIP']],
    ['Flags only; a person decides', ['Flags only; a person decides']],
    ['看弹幕：当带外部链接，并且正在直播', ['看弹幕：当带外部链接，', '并且正在直播']],
    ['when it has a link and the text is long', ['when it has a link', 'and the text is long']],
    ['', []],
  ])('%s', (sentence, clauses) => {
    expect(clausesOf(sentence)).toEqual(clauses);
  });

  it('names every word, site and person', () => {
    expect(
      particularsOf({
        ...blankRule('x'),
        when: {
          kind: 'all',
          of: [
            { kind: 'words', lists: [], words: ['赌博', '开户'] },
            { kind: 'not', of: { kind: 'link', allowedHosts: ['a.example'] } },
            { kind: 'words', lists: [{ id: 'w' }] },
          ],
        },
        exempt: { roles: [], guards: false, persons: ['demo:1'] },
      }),
    ).toEqual({ words: ['赌博', '开户'], hosts: ['a.example'], persons: ['demo:1'] });
  });
});
