import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Condition } from '../../../shared/rules/condition.ts';
import { blankRule, type RuleDefinition } from '../../../shared/rules/rule.ts';
import type { BacktestView } from '../../../shared/rules/views.ts';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';

/** An hour ago: what is too old is removed when a core starts. */
const START = Date.now() - 3_600_000;
let test: TestCore;
let store: Store;
beforeEach(async () => {
  store = createMemoryStore();
});
afterEach(() => test.core.close());

const rule = (when: Condition, more: Partial<RuleDefinition> = {}): RuleDefinition => ({
  ...blankRule('试'),
  when,
  ...more,
});
const words = (...list: string[]): Condition => ({ kind: 'words', lists: [], words: list });

async function keep(rows: readonly StoredEvent[]): Promise<void> {
  await store.write([{ op: 'events', rows }]);
}

function chats(texts: readonly string[], from = 0): readonly StoredEvent[] {
  return texts.map((text, at) => ({
    offset: from + at + 1,
    event: chatEvent({ key: `m${from + at}`, user: `u${at % 3}`, text, at: START + (from + at) * 1_000 }),
    verdicts: [],
  }));
}

async function done(view: BacktestView): Promise<BacktestView> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const now = await test.controller.rules.backtest.get({ backtestId: view.id });
    if (now.state !== 'running' && now.state !== 'waiting') return now;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('the back-test did not end');
}

const SPAN = { roomId: 'room', from: START, to: START + 86_400_000 };

describe('a back-test', () => {
  it('says what a version would newly flag and stop flagging, with the rows and the steps of its ladder', async () => {
    await keep(chats(['加微信', '大家好', '加扣扣', '加微信啊', '加群', '加扣扣吧', '加微信']));
    test = await startTestCore({ store });
    await test.supervisor.rules.save({
      ruleId: 'ads',
      baseVersion: 0,
      definition: rule(words('微信', '群')),
    });
    const does = {
      kind: 'ladder',
      steps: [
        { action: 'warn', text: '别打广告' },
        { action: 'mute', durationSec: 60 },
      ],
      memoryMin: 10,
      restSec: 1,
      maxPerMinute: 10,
    } as const;
    const started = await test.controller.rules.backtest.start({
      ...SPAN,
      subject: { kind: 'definition', definition: rule(words('微信', '扣扣'), { does }) },
      against: { ruleId: 'ads', version: 1 },
    });
    const view = await done(started);
    expect(view).toMatchObject({
      state: 'done',
      progress: 1,
      scanned: 7,
      matched: 5,
      people: 2,
      newly: 2,
      stopped: 1,
      same: 3,
      perThousand: 714.29,
      truncated: false,
      steps: { warn: 2, mute: 3 },
    });
    const texts = (kind: keyof BacktestView['rows']) => view.rows[kind].map((each) => each.row.text);
    expect([texts('newly'), texts('stopped'), texts('same')]).toEqual([
      ['加扣扣吧', '加扣扣'],
      ['加群'],
      ['加微信', '加微信啊', '加微信'],
    ]);
    expect(view.rows.newly[0]?.reasons[1]).toMatchObject({ code: 'rule_words', span: [1, 3] });
    expect(view.rows.same.map((each) => each.step?.action)).toEqual(['mute', 'mute', 'warn']);
    expect(test.platform.asked).toEqual([]);
    expect(test.core.services.desk.flags.size).toBe(0);
  });

  it('knows of each person what was known then, not what is known now', async () => {
    const at = (n: number): number => START + n * 60_000;
    await keep([
      { offset: 1, event: giftEvent({ key: 'g0', fen: 500, at: at(0) }), verdicts: [] },
      { offset: 2, event: chatEvent({ key: 'c1', text: '第一句', at: at(1) }), verdicts: [] },
      { offset: 3, event: chatEvent({ key: 'c2', text: '第二句', at: at(2) }), verdicts: [] },
      { offset: 4, event: giftEvent({ key: 'g1', fen: 700, at: at(3) }), verdicts: [] },
      { offset: 5, event: chatEvent({ key: 'c3', text: '第三句', at: at(4) }), verdicts: [] },
    ]);
    test = await startTestCore({ store });
    const texts = async (when: Condition): Promise<readonly string[]> => {
      const view = await done(
        await test.controller.rules.backtest.start({
          ...SPAN,
          from: at(1),
          subject: { kind: 'definition', definition: rule(when) },
        }),
      );
      return view.rows.newly.map((each) => each.row.text).toReversed();
    };
    expect([
      await texts({ kind: 'person', attribute: 'messages', is: 'below', value: 2 }),
      await texts({ kind: 'person', attribute: 'spent_fen', is: 'at_least', value: 1_000 }),
      await texts({ kind: 'person', attribute: 'spent_fen', is: 'at_least', value: 500 }),
      await texts({ kind: 'first_message' }),
    ]).toEqual([['第一句', '第二句'], ['第三句'], ['第一句', '第二句', '第三句'], ['第一句']]);
  });

  it('reads the newest so many events and says that there are more, shows progress, and can be stopped', async () => {
    await keep(chats(Array.from({ length: 3_000 }, (_, n) => `第${n}句`)));
    test = await startTestCore({ store });
    const subject = { kind: 'definition', definition: rule({ kind: 'length', atLeast: 1 }) } as const;
    const some = await done(await test.controller.rules.backtest.start({ ...SPAN, most: 500, subject }));
    const whole = await test.controller.rules.backtest.start({ ...SPAN, subject });
    const next = await test.controller.rules.backtest.start({ ...SPAN, subject });
    await test.controller.rules.backtest.cancel({ backtestId: next.id });
    const stopped = await test.controller.rules.backtest.cancel({ backtestId: whole.id });
    expect([some.scanned, some.truncated, some.rows.newly.length, some.rows.newly[0]?.row.text]).toEqual([
      500,
      true,
      200,
      '第2999句',
    ]);
    expect(['running', 'waiting', 'cancelled']).toContain(stopped.state);
    expect([(await done(whole)).state, (await done(next)).state]).toEqual(['cancelled', 'cancelled']);
    expect((await done(whole)).scanned).toBeLessThan(3_000);
  });

  it('is told as it goes on, up to its end', async () => {
    await keep(chats(Array.from({ length: 1_000 }, (_, n) => `第${n}句`)));
    test = await startTestCore({ store });
    const subject = { kind: 'definition', definition: rule({ kind: 'length', atLeast: 1 }) } as const;
    const { id: backtestId } = await test.controller.rules.backtest.start({ ...SPAN, subject });
    const told: BacktestView[] = [];
    for await (const view of await test.controller.rules.backtest.feed({ backtestId })) told.push(view);
    const scanned = told.map((view) => view.scanned);
    expect([scanned, told.at(-1)]).toEqual([
      scanned.toSorted((a, b) => a - b),
      await test.controller.rules.backtest.get({ backtestId }),
    ]);
    expect(told.at(-1)?.state).toBe('done');
    const elsewhere = test.as({ id: 'wu', name: '吴', roles: ['controller'], roomIds: ['x'] });
    const reading = async () => {
      for await (const view of await elsewhere.rules.backtest.feed({ backtestId })) told.push(view);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'forbidden' });
  });

  it('is refused when too many wait, and unknown when it never was', async () => {
    await keep(chats(Array.from({ length: 1_000 }, (_, n) => `第${n}句`)));
    test = await startTestCore({ store });
    const subject = { kind: 'definition', definition: rule({ kind: 'length', atLeast: 1 }) } as const;
    const start = () => test.controller.rules.backtest.start({ ...SPAN, subject });
    const asked = await Promise.allSettled(Array.from({ length: 6 }, start));
    expect(asked.map((each) => each.status)).toEqual([...Array(4).fill('fulfilled'), 'rejected', 'rejected']);
    await expect(test.controller.rules.backtest.get({ backtestId: 'x' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
