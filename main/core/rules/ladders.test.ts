import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chatEvent } from '../../../shared/testing/events.ts';
import { LADDER, type RulesBench, startRulesBench, wordRule } from './rules.fixture.ts';

let test: RulesBench;
beforeEach(async () => {
  test = await startRulesBench();
});
afterEach(() => test.core.close());

describe('a rule that acts', () => {
  it('climbs its ladder by the road of all actions, under its own name', async () => {
    await test.live('code', wordRule(['芝麻开门'], { does: { ...LADDER, restSec: 1 } }));
    const now = Date.now();
    for (const [n, after] of [0, 300, 2_000, 4_000, 6_000].entries())
      await test.say('芝麻开门', 'a', { key: `s${n}`, at: now - 10_000 + after });
    await test.until(() => test.platform.asked.length >= 5);
    expect(test.asked()).toEqual([
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
    expect(new Set(test.ruleFlags().map((flag) => `${flag.state} ${flag.outcome}`))).toEqual(
      new Set(['resolved actioned']),
    );
    const { rule: view } = await test.controller.rules.get({ ruleId: 'code' });
    expect(view.counts.live).toMatchObject({ hits: 5, actions: 5, spared: { resting: 1 } });
  });

  it('takes one step for a burst, for each person their own, however the events come', async () => {
    await test.live('code', wordRule(['芝麻开门'], { does: { ...LADDER, restSec: 60, maxPerMinute: 60 } }));
    const now = Date.now();
    const burst = Array.from({ length: 30 }, (_, n) =>
      chatEvent({ key: `b${n}`, user: `u${n % 3}`, text: '芝麻开门', at: now + n }),
    );
    await test.platform.say(burst);
    await test.stored(burst.at(-1)?.eventId ?? '');
    await test.core.services.rules.settled();
    await test.until(() => test.platform.asked.length >= 3);
    expect(test.asked().toSorted()).toEqual([
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
    test = await startRulesBench({ store: failing });
    await test.live('code', wordRule(['芝麻开门'], { does: { ...LADDER, restSec: 1 } }));
    const now = Date.now();
    isBroken = true;
    await test.say('芝麻开门', 'a', { at: now - 9_000 });
    isBroken = false;
    await test.say('芝麻开门', 'a', { key: 'again', at: now - 8_500 });
    await test.until(() => test.platform.asked.length >= 1);
    expect(test.asked()).toEqual([['warn', 'demo:a', undefined]]);
  });

  it('steps down when somebody takes the action back', async () => {
    await test.live(
      'code',
      wordRule(['芝麻开门'], { does: { ...LADDER, restSec: 1, steps: LADDER.steps.slice(1) } }),
    );
    await test.say('芝麻开门', 'a', { at: Date.now() - 9_000 });
    await test.until(
      () =>
        [...test.core.services.desk.actions.values()].find((each) => each.kind === 'mute')?.state ===
        'confirmed',
    );
    const mute = [...test.core.services.desk.actions.values()].find((each) => each.kind === 'mute');
    await test.controller.actions.undo({ actionIds: [mute?.id ?? ''], undoIds: [crypto.randomUUID()] });
    await test.say('芝麻开门', 'a', { at: Date.now() - 3_000 });
    await test.until(() => test.platform.asked.filter((each) => each.kind === 'mute').length >= 2);
    expect(
      test.platform.asked.filter((each) => each.kind === 'mute').map((each) => each.durationSec),
    ).toEqual([60, 60]);
  });
});
