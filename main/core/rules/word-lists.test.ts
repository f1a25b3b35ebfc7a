import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('word lists', () => {
  const content = (words: readonly string[], except: readonly string[] = []) => ({
    name: '广告词',
    variants: DEFAULT_VARIANTS,
    words: [...words],
    except: [...except],
  });

  it('change what a live rule finds at once, keep versions, and cannot be removed while named', async () => {
    const { rules } = test.supervisor;
    await rules.lists.save({ listId: 'ads', baseVersion: 0, content: content(['代练接单']) });
    await test.live('ads', wordRule([], { when: { kind: 'words', lists: [{ id: 'ads' }] } }));
    await test.say('刷粉丝号');
    const next = await rules.lists.save({
      listId: 'ads',
      baseVersion: 1,
      content: content(['代练接单', '刷粉丝号'], ['不刷粉丝号']),
      remark: '加词',
    });
    await rules.list({});
    await test.core.services.rules.settled();
    await test.say('刷粉丝号吗');
    await test.say('我不刷粉丝号', 'b');
    expect(test.ruleFlags().map((flag) => flag.evidence.map((each) => each.text))).toEqual([['刷粉丝号吗']]);
    expect(test.ruleFlags()[0]?.reasons[1]?.text).toBe('包含「刷粉丝号」（词库「广告词」第 2 版，字面）');
    expect(next.versions.map((each) => [each.version, each.wordCount, each.added, each.remark])).toEqual([
      [2, 2, 1, '加词'],
      [1, 1, 1, undefined],
    ]);
    await expect(rules.lists.remove({ listId: 'ads' })).rejects.toMatchObject({ code: 'conflict' });
    const back = await rules.lists.rollBack({ listId: 'ads', toVersion: 1 });
    expect(back.list).toMatchObject({ version: 3, words: ['代练接单'] });
  });

  it('hold so many words in all', async () => {
    const { rules } = test.supervisor;
    const many = (listId: string) => {
      const list = Array.from({ length: 20_000 }, (_, n) => `${listId}${n.toString(36)}`);
      return rules.lists.save({ listId, baseVersion: 0, content: content(list) });
    };
    for (const listId of ['qa', 'qb', 'qc', 'qd', 'qe']) await many(listId);
    await expect(many('qf')).rejects.toMatchObject({ code: 'too_large' });
  });

  it('are read from files of Chinese spreadsheets, with a report, and go out without formulas', async () => {
    const { rules } = test.supervisor;
    await rules.lists.save({ listId: 'ads', baseVersion: 0, content: content(['微信']) });
    // 「微信」「加群」「，」in GB18030.
    const base64 = Buffer.from([
      0xce, 0xa2, 0xd0, 0xc5, 10, 0xbc, 0xd3, 0xc8, 0xba, 10, 0xa3, 0xac, 10,
    ]).toString('base64');
    const seen = await rules.lists.read({ listId: 'ads', format: 'auto', base64, mode: 'add' });
    const done = await rules.lists.import({
      listId: 'ads',
      baseVersion: 1,
      format: 'auto',
      base64,
      mode: 'add',
    });
    await rules.lists.import({ listId: 'ads', baseVersion: 2, format: 'text', text: '=1+2\n', mode: 'add' });
    const csv = await test.controller.rules.lists.export({ listId: 'ads', format: 'csv' });
    expect(seen.report).toEqual(done.report);
    expect(done.report).toMatchObject({
      format: 'text',
      encoding: 'gb18030',
      read: 3,
      words: 1,
      skipped: [
        { line: 1, value: '微信', why: 'duplicate' },
        { line: 3, value: '，', why: 'no_letters' },
      ],
    });
    expect(csv.text).toBe("\ufeffword,kind\r\n微信,word\r\n加群,word\r\n'=1+2,word\r\n");
    const again = await rules.lists.read({ listId: 'ads', format: 'csv', text: csv.text, mode: 'replace' });
    expect(again.words).toEqual(['微信', '加群', '=1+2']);
  });
});
