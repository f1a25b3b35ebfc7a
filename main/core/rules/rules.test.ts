import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import { SUPERVISOR, startTestCore, type TestCore } from '../testing/core.ts';

let test: TestCore;
let serial = 0;
beforeEach(async () => {
  test = await startTestCore();
  serial = 0;
});
afterEach(() => test.core.close());

const rule = (words: readonly string[], more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  ...blankRule('不许提暗号'),
  when: { kind: 'words', lists: [], words },
  ...more,
});
const LADDER = {
  kind: 'ladder',
  steps: [
    { action: 'warn', text: '请注意言辞' },
    { action: 'mute', durationSec: 60, deletes: true },
    { action: 'mute', durationSec: 600 },
  ],
  memoryMin: 60,
  restSec: 5,
  maxPerMinute: 10,
} as const;

/** Says something in the room and waits until it is stored and acted on. */
async function say(text: string, user = 'a', more: Parameters<typeof chatEvent>[0] = {}): Promise<string> {
  serial += 1;
  const key = `k${serial}`;
  const event = chatEvent({ key, user, text, at: Date.now(), ...more });
  await test.platform.say([event]);
  await stored(event.eventId);
  await test.core.services.rules.settled();
  return event.eventId;
}

async function stored(eventId: string): Promise<void> {
  for (let turn = 0; turn < 400 && (await test.store.eventById(eventId)) === null; turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 2));
  // The commit is told of in the turn after.
  await new Promise((resolve) => setImmediate(resolve));
}

async function live(ruleId: string, definition: RuleDefinition): Promise<void> {
  const { rules } = test.supervisor;
  await rules.save({ ruleId, baseVersion: 0, definition });
  await rules.stage({ ruleId, version: 1, state: 'shadow' });
  await rules.stage({ ruleId, version: 1, state: 'live' });
}

const ruleFlags = () =>
  [...test.core.services.desk.flags.values()].filter((flag) => flag.category.startsWith('rule:'));
const asked = () => test.platform.asked.map((action) => [action.kind, action.target?.id, action.durationSec]);

describe('a rule from draft to live', () => {
  it('does nothing as a draft, counts in the shadow without touching anybody, flags when live', async () => {
    const { rules } = test.supervisor;
    const made = await rules.save({ ruleId: 'code', baseVersion: 0, definition: rule(['芝麻开门']) });
    await say('芝麻开门');
    await rules.stage({ ruleId: 'code', version: 1, state: 'shadow' });
    await say('芝 麻 开 门！');
    expect(ruleFlags()).toEqual([]);
    const shadow = await test.controller.rules.get({ ruleId: 'code' });
    const hits = await test.controller.rules.hits({ ruleId: 'code', mode: 'shadow' });
    await rules.stage({ ruleId: 'code', version: 1, state: 'live' });
    await say('大家好');
    await say('说 芝麻。开门 啊');
    expect([made.rule.state, shadow.rule.state, shadow.rule.counts.shadow.shadowHits]).toEqual([
      'draft',
      'shadow',
      1,
    ]);
    expect(hits.rows.map((each) => [each.row.text, each.version, each.shadow])).toEqual([
      ['芝 麻 开 门！', 1, true],
    ]);
    expect(ruleFlags()).toMatchObject([
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
    await rules.save({ ruleId: 'code', baseVersion: 0, definition: rule(['一二三四']) });
    await expect(rules.stage({ ruleId: 'code', version: 1, state: 'live' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await rules.stage({ ruleId: 'code', version: 1, state: 'shadow' });
    await rules.stage({ ruleId: 'code', version: 1, state: 'live' });
    const edit = { ruleId: 'code', definition: rule(['五六七八']), remark: '换词' };
    await expect(rules.save({ ...edit, baseVersion: 0 })).rejects.toMatchObject({ code: 'conflict' });
    const second = await rules.save({ ...edit, baseVersion: 1 });
    await rules.stage({ ruleId: 'code', version: 2, state: 'shadow' });
    const both = await rules.get({ ruleId: 'code' });
    await rules.stage({ ruleId: 'code', version: 2, state: 'live' });
    const back = await rules.rollBack({ ruleId: 'code', toVersion: 1 });
    await say('五六七八');
    await say('一二三四');
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
    expect(ruleFlags().map((flag) => [flag.by, flag.evidence[0]?.text])).toEqual([
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
    await live('code', rule(['芝麻开门'], { does: LADDER }));
    await say('芝麻开门');
    await test.core.services.rules.tick();
    const before = await test.controller.rules.get({ ruleId: 'code' });
    const { store, platform } = test;
    test = await startTestCore({ store: { ...store, close: async () => undefined }, platform });
    const after = await test.controller.rules.get({ ruleId: 'code' });
    await say('芝麻开门', 'a', { key: 'later', at: Date.now() + 6_000 });
    await test.until(() => test.platform.asked.length === 3);
    expect(before.rule.counts.live).toMatchObject({ hits: 1, actions: 1 });
    expect(after).toEqual(before);
    expect(asked()).toEqual([
      ['warn', 'demo:a', undefined],
      ['delete', 'demo:a', undefined],
      ['mute', 'demo:a', 60],
    ]);
  });
});

describe('a rule that acts', () => {
  it('climbs its ladder by the road of all actions, under its own name', async () => {
    await live('code', rule(['芝麻开门'], { does: { ...LADDER, restSec: 1 } }));
    const now = Date.now();
    for (const [n, after] of [0, 300, 2_000, 4_000, 6_000].entries())
      await say('芝麻开门', 'a', { key: `s${n}`, at: now - 10_000 + after });
    await test.until(() => test.platform.asked.length >= 5);
    expect(asked()).toEqual([
      ['warn', 'demo:a', undefined],
      ['delete', 'demo:a', undefined],
      ['mute', 'demo:a', 60],
      ['mute', 'demo:a', 600],
      ['mute', 'demo:a', 600],
    ]);
    expect(test.platform.asked[2]?.actor).toEqual({ kind: 'rule', id: 'rule:code@1', name: '不许提暗号' });
    const states = () => [...test.core.services.desk.actions.values()].map((action) => action.state);
    await test.until(() => states().every((state) => state === 'confirmed'));
    expect(states()).toHaveLength(5);
    // What came right after the first step needs nobody either.
    expect(new Set(ruleFlags().map((flag) => `${flag.state} ${flag.outcome}`))).toEqual(
      new Set(['resolved actioned']),
    );
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect(view.counts.live).toMatchObject({ hits: 5, actions: 5, spared: { resting: 1 } });
  });

  it('takes one step for a burst, for each person their own, however the events come', async () => {
    await live('code', rule(['芝麻开门'], { does: { ...LADDER, restSec: 60, maxPerMinute: 60 } }));
    const now = Date.now();
    const burst = Array.from({ length: 30 }, (_, n) =>
      chatEvent({ key: `b${n}`, user: `u${n % 3}`, text: '芝麻开门', at: now + n }),
    );
    await test.platform.say(burst);
    await stored(burst.at(-1)?.eventId ?? '');
    await test.core.services.rules.settled();
    await test.until(() => test.platform.asked.length >= 3);
    expect(asked().toSorted()).toEqual([
      ['warn', 'demo:u0', undefined],
      ['warn', 'demo:u1', undefined],
      ['warn', 'demo:u2', undefined],
    ]);
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect(view.counts.live).toMatchObject({ hits: 30, actions: 3, spared: { resting: 27 } });
  });

  it('takes no step that could not be written down', async () => {
    const { store } = test;
    let isBroken = false;
    const failing = {
      ...store,
      write: (ops: Parameters<typeof store.write>[0]) =>
        isBroken && ops.some((op) => op.op === 'put' && op.table === 'actions')
          ? Promise.reject(new Error('disk full'))
          : store.write(ops),
    };
    test = await startTestCore({ store: failing });
    await live('code', rule(['芝麻开门'], { does: { ...LADDER, restSec: 1 } }));
    const now = Date.now();
    isBroken = true;
    await say('芝麻开门', 'a', { at: now - 9_000 });
    isBroken = false;
    await say('芝麻开门', 'a', { key: 'again', at: now - 8_500 });
    await test.until(() => test.platform.asked.length >= 1);
    expect(asked()).toEqual([['warn', 'demo:a', undefined]]);
  });

  it('steps down when somebody takes the action back', async () => {
    await live('code', rule(['芝麻开门'], { does: { ...LADDER, restSec: 1, steps: LADDER.steps.slice(1) } }));
    await say('芝麻开门', 'a', { at: Date.now() - 9_000 });
    await test.until(
      () =>
        [...test.core.services.desk.actions.values()].find((each) => each.kind === 'mute')?.state ===
        'confirmed',
    );
    const mute = [...test.core.services.desk.actions.values()].find((each) => each.kind === 'mute');
    await test.controller.actions.undo({ actionIds: [mute?.id ?? ''], undoIds: [crypto.randomUUID()] });
    await say('芝麻开门', 'a', { at: Date.now() - 3_000 });
    await test.until(() => test.platform.asked.filter((each) => each.kind === 'mute').length >= 2);
    expect(
      test.platform.asked.filter((each) => each.kind === 'mute').map((each) => each.durationSec),
    ).toEqual([60, 60]);
  });

  it('never touches staff, the streamer, people allowed here, top supporters, history or what is old', async () => {
    await live(
      'code',
      rule(['芝麻开门'], { does: { ...LADDER, steps: [{ action: 'mute', durationSec: 60 }] } }),
    );
    await say('芝麻开门', 'mod', { actor: { roles: ['mod'] } });
    await say('芝麻开门', 'streamer', { actor: { roles: ['broadcaster'] } });
    await say('芝麻开门', 'vip', { actor: { roles: ['vip'] } });
    await say('芝麻开门', 'past', { base: { historical: true } });
    await say('芝麻开门', 'late', { at: Date.now() - 200_000 });
    const gift = giftEvent({ key: 'g', user: 'rich', fen: 500_000, at: Date.now() });
    await test.platform.say([gift]);
    await stored(gift.eventId);
    await say('芝麻开门', 'rich');
    const flag = ruleFlags().find((each) => each.person?.id === 'demo:late');
    await test.controller.flags.allow({ flagId: flag?.id ?? '', what: 'person' });
    await say('芝麻开门', 'late');
    expect(asked()).toEqual([]);
    expect(ruleFlags().map((each) => each.person?.id)).toEqual(['demo:past', 'demo:late', 'demo:rich']);
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect(view.counts.live.spared).toEqual({ exempt: 4, stale: 2, supporter: 1 });
  });

  it('leaves alone what is always allowed here', async () => {
    await live('code', rule(['芝麻开门']));
    await say('说芝麻开门', 'a');
    await test.controller.flags.allow({ flagId: ruleFlags()[0]?.id ?? '', what: 'text' });
    await say('他 说芝麻开门 呢', 'b');
    await say('芝麻开门吧', 'c');
    expect(ruleFlags().map((flag) => [flag.person?.id, flag.state])).toEqual([
      ['demo:a', 'resolved'],
      ['demo:c', 'open'],
    ]);
  });

  it('brakes: past its actions a minute it only flags, says so, and goes on when a supervisor lets it', async () => {
    await live('code', rule(['芝麻开门'], { does: { ...LADDER, maxPerMinute: 3 } }));
    for (const user of ['a', 'b', 'c', 'd', 'e']) await say('芝麻开门', user);
    expect(asked().map(([, who]) => who)).toEqual(['demo:a', 'demo:b', 'demo:c']);
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect([view.halt?.kind, view.counts.live.hits, view.counts.live.spared]).toEqual([
      'brake',
      5,
      { brake: 2 },
    ]);
    expect(ruleFlags().filter((flag) => flag.state === 'open')).toHaveLength(2);
    const after = await test.supervisor.rules.resume({ ruleId: 'code' });
    expect(after.rule.halt).toBe(undefined);
    const counters = (await test.controller.rooms.list())[0]?.counters;
    expect(counters).toMatchObject({ rule_brake: 1 });
  });
});

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
    await live('ads', rule([], { when: { kind: 'words', lists: [{ id: 'ads' }] } }));
    await say('刷粉丝号');
    const next = await rules.lists.save({
      listId: 'ads',
      baseVersion: 1,
      content: content(['代练接单', '刷粉丝号'], ['不刷粉丝号']),
      remark: '加词',
    });
    await rules.list({});
    await test.core.services.rules.settled();
    await say('刷粉丝号吗');
    await say('我不刷粉丝号', 'b');
    expect(ruleFlags().map((flag) => flag.evidence.map((each) => each.text))).toEqual([['刷粉丝号吗']]);
    expect(ruleFlags()[0]?.reasons[1]?.text).toBe('包含「刷粉丝号」（词库「广告词」第 2 版，字面）');
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

describe('who may do what', () => {
  it('a session limited to rooms sees and changes only what is for its rooms', async () => {
    const limited = test.as({ ...SUPERVISOR, id: 'wu', roomIds: ['room'] });
    const { rules } = test.supervisor;
    const mine = rule(['一二三四'], { roomIds: ['room'] });
    await rules.save({ ruleId: 'all', baseVersion: 0, definition: rule(['一二三四']) });
    await rules.save({ ruleId: 'both', baseVersion: 0, definition: { ...mine, roomIds: ['room', 'x'] } });
    await rules.save({ ruleId: 'other', baseVersion: 0, definition: { ...mine, roomIds: ['x'] } });
    await limited.rules.save({ ruleId: 'mine', baseVersion: 0, definition: mine });
    const listed = await limited.rules.list({});
    expect(listed.rules.map((each) => [each.id, each.roomIds, each.mayEdit])).toEqual([
      ['all', undefined, false],
      ['both', ['room'], false],
      ['mine', ['room'], true],
    ]);
    const refused = [
      limited.rules.get({ ruleId: 'other' }),
      limited.rules.stage({ ruleId: 'all', version: 1, state: 'shadow' }),
      limited.rules.save({ ruleId: 'mine', baseVersion: 1, definition: rule(['x']) }),
      limited.rules.rollBack({ ruleId: 'both', toVersion: 1 }),
      limited.rules.backtest.start({
        roomId: 'x',
        subject: { kind: 'version', ruleId: 'mine', version: 1 },
      }),
    ];
    for (const each of refused) await expect(each).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('texts are tried without being stored, and every condition says what it says', async () => {
    const definition = rule([], {
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
    const wrong = { ...rule([]), when: { kind: 'pattern', source: '(?=a)b' } } as const;
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
