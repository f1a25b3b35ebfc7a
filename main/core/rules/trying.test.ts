import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../shared/rules/rule.ts';
import { type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('before anything is saved', () => {
  it('texts are tried without being stored, and every condition says what it says', async () => {
    const definition = wordRule([], {
      when: {
        kind: 'all',
        of: [
          { kind: 'words', lists: [], words: ['微信'] },
          { kind: 'not', of: { kind: 'person', attribute: 'level', is: 'at_least', value: 5 } },
          { kind: 'length', atLeast: 3 },
        ],
      },
    });
    const { trials } = await test.controller.rules.try({ definition, texts: ['加微信', '微信', '大家好'] });
    expect(
      trials.map((each) => [each.matched, each.unknown, each.trace.map((node) => node.answer).join(' ')]),
    ).toEqual([
      [false, true, 'unknown yes unknown unknown yes'],
      [false, false, 'no yes unknown unknown no'],
      [false, false, 'no no unknown unknown yes'],
    ]);
    expect(trials[0]?.trace[1]).toMatchObject({
      path: 'when.of.0',
      reasons: [{ code: 'rule_words', span: [1, 3] }],
    });
    expect(await test.store.eventById('text:tried:chat:0')).toBe(null);
  });

  it('faults say what to change in a definition', async () => {
    const { rules } = test.supervisor;
    const wrong = { ...wordRule([]), when: { kind: 'pattern', source: '(?=a)b' } } as const;
    const checked = await test.controller.rules.check({ definition: wrong });
    expect(checked.problems).toMatchObject([{ path: 'when.source', level: 'error' }]);
    expect(checked.problems[0]?.text.zh).toContain('不支持环视');
    await expect(rules.save({ ruleId: 'x', baseVersion: 0, definition: wrong })).rejects.toMatchObject({
      code: 'invalid',
      data: { detail: expect.stringContaining('when.source') },
    });
    let deep: RuleDefinition['when'] = { kind: 'first_message' };
    for (let n = 0; n < 20_000; n += 1) deep = { kind: 'not', of: deep };
    await expect(
      rules.save({ ruleId: 'x', baseVersion: 0, definition: { ...wrong, when: deep } }),
    ).rejects.toMatchObject({
      code: 'invalid',
      data: { detail: expect.stringContaining('nested deeper') },
    });
  });
});
