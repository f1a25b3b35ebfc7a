import { expect, it } from 'vitest';
import type { PatternEngine } from '../../../shared/rules/patterns.ts';
import { blankRule, type Halt } from '../../../shared/rules/rule.ts';
import { chatEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { createDesk } from '../desk.ts';
import { createCounter } from './counts.ts';
import { createKeeper } from './keeper.ts';
import { createLibrary } from './library.ts';
import { createLiveRules } from './live.ts';
import { createRe2Engine } from './re2.ts';

const by = { kind: 'person', id: 'zhou', name: '周' } as const;
const editor = { by, scope: undefined };

/** Live rules over an engine whose clock jumps whenever a pattern named `slow` is looked for. */
async function bench() {
  let ms = 0;
  const real = createRe2Engine(
    () => ms,
    () => ms,
  );
  const engine: PatternEngine = {
    ...real,
    group: (patterns) => {
      const group = real.group(patterns);
      return {
        match(text) {
          if (patterns.some((each) => each.source.includes('slow'))) ms += 50;
          return group.match(text);
        },
      };
    },
    compile(source, ignoreCase) {
      const made = real.compile(source, ignoreCase);
      if (!made.ok || !source.includes('slow')) return made;
      const test = (text: string): boolean => {
        ms += text === '' ? 0 : 50;
        return made.value.test(text);
      };
      return { ok: true, value: { ...made.value, test } };
    },
  };
  const store = createMemoryStore();
  const clock = { now: () => TEST_TIME };
  const desk = await createDesk({ store, clock });
  const library = await createLibrary({ store, desk });
  const counter = await createCounter(store);
  const keeper = createKeeper({ library, engine, clock });
  const halts: Halt[] = [];
  const live = createLiveRules({
    library,
    engine,
    clock,
    counter,
    isAllowed: () => false,
    roomFacts: () => ({ modes: {} }),
    suspend: (ruleId, halt) => {
      halts.push(halt);
      void keeper.halt(ruleId, halt, by);
    },
  });
  const put = async (ruleId: string, source: string): Promise<void> => {
    const definition = { ...blankRule(ruleId), when: { kind: 'pattern', source } as const };
    await keeper.save(ruleId, { baseVersion: 0, definition }, editor);
    await keeper.stage(ruleId, 1, 'shadow', editor);
    await keeper.stage(ruleId, 1, 'live', editor);
    await live.refreshed();
  };
  let serial = 0;
  const said = (text: string): readonly string[] => {
    serial += 1;
    const event = chatEvent({ key: `k${serial}`, text });
    return live.inspect(event, [], undefined, false).verdicts.map((each) => each.by);
  };
  return { put, said, live, library, keeper, counter, halts };
}

it('a rule that costs too much is suspended with a counter and a reason, and the others go on', async () => {
  const { put, said, live, library, counter, halts, keeper } = await bench();
  await put('fine', 'fine');
  await put('heavy', 'slow');
  const texts = ['fine slow', 'fine slow', 'fine slow', 'fine slow'];
  const answers = texts.map(said);
  await live.refreshed();
  await new Promise((resolve) => setTimeout(resolve, 20));
  await live.refreshed();
  const after = said('fine slow');
  const head = library.head('heavy');
  await keeper.resume('heavy', editor);
  await live.refreshed();
  expect([answers[0], after, said('fine slow')]).toEqual([
    ['rule:fine@1', 'rule:heavy@1'],
    ['rule:fine@1'],
    ['rule:fine@1', 'rule:heavy@1'],
  ]);
  expect(head).toMatchObject({
    live: 1,
    halt: { kind: 'suspended', version: 1, reason: { zh: '太耗时，已停用（slow: 50.0 ms）' } },
  });
  expect(halts.length).toBe(1);
  // Four events before the rest of the rules ran without it, and one after it was let in again.
  expect(counter.of('heavy', 1)).toMatchObject({ overspent: 5, failed: 0 });
});

it('rooms run what is for them, and take up a change between two events', async () => {
  const { put, said, live, keeper } = await bench();
  await put('a', 'x');
  expect(said('x')).toEqual(['rule:a@1']);
  const definition = {
    ...blankRule('a'),
    roomIds: ['elsewhere'],
    when: { kind: 'pattern', source: 'x' } as const,
  };
  await keeper.save('a', { baseVersion: 1, definition }, editor);
  await keeper.stage('a', 2, 'shadow', editor);
  await keeper.stage('a', 2, 'live', editor);
  await live.refreshed();
  expect(said('x')).toEqual([]);
  await keeper.archive('a', true, editor);
  await live.refreshed();
  expect(said('x')).toEqual([]);
});
