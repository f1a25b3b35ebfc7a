import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { LADDER, type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('a rule from draft to live', () => {
  it('does nothing as a draft, counts in the shadow without touching anybody, flags when live', async () => {
    const { rules } = test.supervisor;
    const made = await rules.save({ ruleId: 'code', baseVersion: 0, definition: wordRule(['芝麻开门']) });
    await test.say('芝麻开门');
    await rules.stage({ ruleId: 'code', version: 1, state: 'shadow' });
    await test.say('芝 麻 开 门！');
    expect(test.ruleFlags()).toEqual([]);
    const shadow = await test.controller.rules.get({ ruleId: 'code' });
    const hits = await test.controller.rules.hits({ ruleId: 'code', mode: 'shadow' });
    await rules.stage({ ruleId: 'code', version: 1, state: 'live' });
    await test.say('大家好');
    await test.say('说 芝麻。开门 啊');
    expect([made.rule.state, shadow.rule.state, shadow.rule.counts.shadow.shadowHits]).toEqual([
      'draft',
      'shadow',
      1,
    ]);
    expect(hits.rows.map((each) => [each.row.text, each.version, each.shadow])).toEqual([
      ['芝 麻 开 门！', 1, true],
    ]);
    expect(test.ruleFlags()).toMatchObject([
      {
        category: 'rule:code',
        severity: 'mid',
        by: 'rule:code@1',
        state: 'open',
        person: { id: 'demo:a' },
        evidence: [{ text: '说 芝麻。开门 啊', spans: [[2, 7]] }],
        reasons: [
          { code: 'rule', text: '规则「不许提暗号」第 1 版', textEn: 'Rule “不许提暗号”, version 1' },
          { code: 'rule_words', span: [2, 7] },
          { code: 'rule_way_out' },
        ],
      },
    ]);
  });

  it('goes live only from the shadow, edits make versions, and a roll-back brings one back where it ran', async () => {
    const { rules } = test.supervisor;
    await rules.save({ ruleId: 'code', baseVersion: 0, definition: wordRule(['一二三四']) });
    await expect(rules.stage({ ruleId: 'code', version: 1, state: 'live' })).rejects.toMatchObject({
      code: 'invalid',
    });
    await rules.stage({ ruleId: 'code', version: 1, state: 'shadow' });
    await rules.stage({ ruleId: 'code', version: 1, state: 'live' });
    const edit = { ruleId: 'code', definition: wordRule(['五六七八']), remark: '换词' };
    await expect(rules.save({ ...edit, baseVersion: 0 })).rejects.toMatchObject({ code: 'conflict' });
    const second = await rules.save({ ...edit, baseVersion: 1 });
    await rules.stage({ ruleId: 'code', version: 2, state: 'shadow' });
    const both = await rules.get({ ruleId: 'code' });
    await rules.stage({ ruleId: 'code', version: 2, state: 'live' });
    const back = await rules.rollBack({ ruleId: 'code', toVersion: 1 });
    await test.say('五六七八');
    await test.say('一二三四');
    expect([second.rule.hasDraft, second.rule.live, both.rule.live, both.rule.shadow]).toEqual([
      true,
      1,
      1,
      2,
    ]);
    expect(back.versions.map((each) => [each.version, each.state, each.copyOf])).toEqual([
      [3, 'live', 1],
      [2, 'draft', undefined],
      [1, 'draft', undefined],
    ]);
    expect(test.ruleFlags().map((flag) => [flag.by, flag.evidence[0]?.text])).toEqual([
      ['rule:code@3', '一二三四'],
    ]);
    const audit = (await test.supervisor.review.audit({ limit: 200 })).entries.filter((entry) =>
      entry.what.startsWith('rule.'),
    );
    expect(audit.map((entry) => [entry.what, entry.actor.name, entry.detail])).toEqual([
      ['rule.save', '周', '不许提暗号 v1'],
      ['rule.shadow', '周', 'v1'],
      ['rule.live', '周', 'v1'],
      ['rule.save', '周', '不许提暗号 v2 换词'],
      ['rule.shadow', '周', 'v2'],
      ['rule.live', '周', 'v2'],
      ['rule.roll_back', '周', 'v3 = v1'],
    ]);
  });

  it('stands after a restart as it stood', async () => {
    await test.live('code', wordRule(['芝麻开门'], { does: LADDER }));
    await test.say('芝麻开门');
    await test.core.services.rules.tick();
    const before = await test.controller.rules.get({ ruleId: 'code' });
    const { store, platform } = test;
    test = await startRulesBench({ store: { ...store, close: async () => undefined }, platform });
    const after = await test.controller.rules.get({ ruleId: 'code' });
    await test.say('芝麻开门', 'a', { key: 'later', at: Date.now() + 6_000 });
    await test.until(() => test.platform.asked.length === 3);
    expect(before.rule.counts.live).toMatchObject({ hits: 1, actions: 1 });
    expect(after).toEqual(before);
    expect(test.asked()).toEqual([
      ['warn', 'demo:a', undefined],
      ['delete', 'demo:a', undefined],
      ['mute', 'demo:a', 60],
    ]);
  });
});
