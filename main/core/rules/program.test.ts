import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../../shared/detect/streams.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { makeBenchRules } from '../../../shared/rules/bench-rules.ts';
import type { Condition } from '../../../shared/rules/condition.ts';
import { compileProgram } from '../../../shared/rules/program.ts';
import type { RuleSource } from '../../../shared/rules/program-types.ts';
import { blankRule } from '../../../shared/rules/rule.ts';
import { createRunner } from '../../../shared/rules/run.ts';
import type { Situation } from '../../../shared/rules/scene.ts';
import { createWindows } from '../../../shared/rules/windows.ts';
import { DEFAULT_VARIANTS } from '../../../shared/rules/words.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { naiveAnswer } from './naive.fixture.ts';
import { createRe2Engine } from './re2.ts';

const engine = createRe2Engine();
const runner = createRunner({
  streams: createStreams(),
  engine,
  isAllowed: (_, id) => id === 'demo:allowed',
});
const NO_FACTS = { facts: undefined, room: { modes: {} }, verdicts: [] };

const sourceOf = (when: Condition, ruleId = 'r'): RuleSource => ({
  ruleId,
  version: 1,
  mode: 'live',
  definition: {
    ...blankRule(ruleId),
    when,
    exempt: { roles: [], guards: false, persons: [] },
    on: ['chat', 'gift'],
  },
});

/** Whether each event of a sequence is matched by the condition. */
function matches(when: Condition, situations: readonly Situation[]): readonly boolean[] {
  const program = compileProgram([sourceOf(when)], () => undefined, engine);
  const windows = createWindows();
  return situations.map((situation) => runner.run(program, windows, situation, false).verdicts.length > 0);
}

const word = fc.constantFrom('甲乙', '丙', 'ab', 'a1', '丁丙甲', '1', 'b');
const matcher: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('words' as const),
    lists: fc.constant([]),
    words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
    variants: fc.boolean().map((gaps) => ({ ...DEFAULT_VARIANTS, gaps, wholeWords: false })),
    atLeast: fc.integer({ min: 1, max: 2 }),
  }),
  fc.record({
    kind: fc.constant('pattern' as const),
    source: fc.constantFrom('a+b', '[甲乙]{2}', '^丁', '1$', 'A.?B', '(a|b)+1'),
    ignoreCase: fc.boolean(),
    on: fc.constantFrom('original' as const, 'folded' as const),
  }),
  fc.record({ kind: fc.constant('length' as const), atLeast: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    kind: fc.constant('rate' as const),
    what: fc.constantFrom(
      'person_messages' as const,
      'person_repeats' as const,
      'same_text_accounts' as const,
      'room_messages' as const,
    ),
    windowSec: fc.integer({ min: 1, max: 20 }),
    atLeast: fc.integer({ min: 2, max: 4 }),
  }),
  fc.record({
    kind: fc.constant('person' as const),
    attribute: fc.constantFrom('level' as const, 'messages' as const, 'medal_level' as const),
    is: fc.constantFrom('at_least' as const, 'below' as const),
    value: fc.integer({ min: 0, max: 5 }),
  }),
  fc.constant({ kind: 'role', anyOf: ['vip', 'member'] } as const),
  fc.constant({ kind: 'first_message' } as const),
  fc.constant({ kind: 'room', state: 'live' } as const),
  fc.constant({ kind: 'score', category: 'ad', atLeast: 0.5 } as const),
);
const condition = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    matcher,
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('at_least' as const),
      n: fc.integer({ min: 1, max: 3 }),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('tree') }),
  ),
})).tree;

const situation = fc
  .record({
    text: fc
      .array(fc.constantFrom('甲', '乙', '丙', '丁', 'a', 'A', 'b', '1', '.', ' ', 'ａ'), {
        minLength: 1,
        maxLength: 8,
      })
      .map((parts) => parts.join('')),
    user: fc.constantFrom('x', 'y', 'z'),
    gapMs: fc.integer({ min: 0, max: 4_000 }),
    level: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    firstMessage: fc.option(fc.boolean(), { nil: undefined }),
    roles: fc.subarray(['vip', 'member'] as const),
    messages: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
    live: fc.option(fc.boolean(), { nil: undefined }),
    ad: fc.constantFrom(0, 0.4, 0.6),
  })
  .filter(({ text }) => /[^\s.]/.test(text));

function situationsOf(
  specs: readonly (typeof situation extends fc.Arbitrary<infer T> ? T : never)[],
): Situation[] {
  let at = TEST_TIME;
  return specs.map((spec, n) => {
    at += spec.gapMs;
    const { level, firstMessage, roles, messages } = spec;
    const verdict: Verdict = { category: 'ad', score: spec.ad, flag: false, reasons: [], by: 'ad@1' };
    return {
      event: chatEvent({
        key: `e${n}`,
        at,
        user: spec.user,
        text: spec.text,
        actor: {
          roles: [...roles],
          ...(level === undefined ? {} : { level }),
          ...(firstMessage === undefined ? {} : { firstMessage }),
        },
      }),
      verdicts: [verdict],
      facts: messages === undefined ? undefined : { messages, totals: [], disputes: 0, sanctions: 0 },
      room: { modes: spec.live === undefined ? {} : { live: spec.live } },
    };
  });
}

describe('a compiled rule', () => {
  it('says what a naive evaluator says, event by event', () => {
    fc.assert(
      fc.property(condition, fc.array(situation, { minLength: 1, maxLength: 12 }), (when, specs) => {
        const situations = situationsOf(specs);
        const past: LiveEvent[] = [];
        const naive = situations.map((now) => {
          past.push(now.event);
          return naiveAnswer(when, past, now) === true;
        });
        expect(matches(when, situations)).toEqual(naive);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same alone and among fifty others', () => {
    const { rules, lists } = makeBenchRules(3, 50, 500);
    const listOf = (id: string) => lists.find((list) => list.id === id);
    const others = rules.map((rule) => ({ ...sourceOf(rule.definition.when, rule.id) }));
    fc.assert(
      fc.property(condition, fc.array(situation, { minLength: 1, maxLength: 6 }), (when, specs) => {
        const situations = situationsOf(specs);
        const program = compileProgram([...others, sourceOf(when, 'mine')], listOf, engine);
        const windows = createWindows();
        const among = situations.map((now) =>
          runner.run(program, windows, now, false).verdicts.some((each) => each.category === 'rule:mine'),
        );
        expect(among).toEqual(matches(when, situations));
      }),
      { numRuns: 40 },
    );
  });

  const rows: readonly (readonly [string, Condition, readonly boolean[]])[] = [
    [
      'a gift of a value',
      { kind: 'gift', unit: 'fen', atLeast: 5_000, below: 20_000 },
      [false, false, true, false],
    ],
    [
      'a count of gifts',
      { kind: 'rate', what: 'person_gifts', windowSec: 60, atLeast: 3 },
      [false, false, false, true],
    ],
    [
      'gifts of the room',
      { kind: 'rate', what: 'room_gifts', windowSec: 60, atLeast: 2 },
      [false, false, true, true],
    ],
  ];
  it.each(rows)('%s', (_, when, expected) => {
    const events: LiveEvent[] = [
      chatEvent({ key: 'c', text: '大家好' }),
      giftEvent({ key: 'g1', fen: 100 }),
      giftEvent({ key: 'g2', fen: 10_000 }),
      giftEvent({ key: 'g3', fen: 20_000 }),
    ];
    expect(
      matches(
        when,
        events.map((event) => ({ event, ...NO_FACTS })),
      ),
    ).toEqual(expected);
  });

  const times: readonly (readonly [string, Extract<Condition, { kind: 'time' }>, boolean])[] = [
    // TEST_TIME is Sunday, 2026-03-01T12:00Z: 20:00 in Beijing.
    ['inside', { kind: 'time', from: '19:00', to: '21:00', utcOffsetMin: 480 }, true],
    ['the end is outside', { kind: 'time', from: '19:00', to: '20:00', utcOffsetMin: 480 }, false],
    ['the beginning is inside', { kind: 'time', from: '20:00', to: '20:01', utcOffsetMin: 480 }, true],
    ['over midnight', { kind: 'time', from: '19:59', to: '06:00', utcOffsetMin: 480 }, true],
    ['on another day', { kind: 'time', from: '00:00', to: '23:59', utcOffsetMin: 480, weekdays: [1] }, false],
    [
      'tomorrow already',
      { kind: 'time', from: '00:00', to: '03:00', utcOffsetMin: 840, weekdays: [1] },
      true,
    ],
  ];
  it.each(times)('a time of day: %s', (_, when, expected) => {
    expect(matches(when, [{ event: chatEvent({ text: 'x' }), ...NO_FACTS }])).toEqual([expected]);
  });

  it('spares staff and people allowed, whatever the rule says, and asks for facts only where they decide', () => {
    const when: Condition = {
      kind: 'all',
      of: [
        { kind: 'person', attribute: 'spent_fen', is: 'below', value: 100 },
        { kind: 'length', atLeast: 3 },
      ],
    };
    const program = compileProgram([sourceOf(when)], () => undefined, engine);
    const look = (
      user: string,
      text: string,
      more: Partial<Situation> = {},
      roles: readonly 'mod'[] = [],
    ) => {
      const event = chatEvent({ user, text, actor: { roles: [...roles] } });
      const { verdicts, exempt, wantsFacts } = runner.run(
        program,
        createWindows(),
        { event, ...NO_FACTS, ...more },
        false,
      );
      return [verdicts.length, exempt.length, wantsFacts];
    };
    const facts = { messages: 1, totals: [], disputes: 0, sanctions: 0 };
    expect([
      look('a', 'ab'),
      look('a', 'abc'),
      look('a', 'abc', { facts }),
      look('allowed', 'abc', { facts }),
      look('m', 'abc', { facts }, ['mod']),
    ]).toEqual([
      [0, 0, false],
      [0, 0, true],
      [1, 0, false],
      [0, 1, false],
      [0, 1, false],
    ]);
  });

  it('a pattern that is slow is found out among others, and a rule that fails harms none beside it', () => {
    let now = 0;
    const clock = createRe2Engine(
      () => now,
      () => now,
    );
    const slow: typeof clock = {
      ...clock,
      compile(source, ignoreCase) {
        const made = clock.compile(source, ignoreCase);
        if (!made.ok || source !== 'slow') return made;
        const test = (text: string): boolean => {
          now += 50;
          return made.value.test(text);
        };
        return { ok: true, value: { ...made.value, test } };
      },
      group(patterns) {
        const group = clock.group(patterns);
        return {
          match(text) {
            if (patterns.some((each) => each.source === 'slow')) now += 50;
            return group.match(text);
          },
        };
      },
    };
    const run = createRunner({ streams: createStreams(), engine: slow, isAllowed: () => false });
    const of = (source: string) => sourceOf({ kind: 'pattern', source }, source);
    const program = compileProgram([of('fine'), of('slow')], () => undefined, slow);
    const broken = program.rules.map((rule) => ({
      ...rule,
      ruleId: 'broken',
      condition: {
        ...rule.condition,
        ask: () => {
          throw new Error('a bug');
        },
      },
    }));
    const both = { ...program, byKind: new Map([['chat', [...broken.slice(0, 1), ...program.rules]]]) };
    const look = () => {
      const event = chatEvent({ text: 'fine and slow' });
      const result = run.run(both, createWindows(), { event, ...NO_FACTS }, false);
      return [
        result.verdicts.map((each) => each.category),
        result.troubles.map(({ rule, kind }) => [rule.ruleId, kind]),
      ];
    };
    look();
    expect(look()).toEqual([
      ['rule:fine', 'rule:slow'],
      [
        ['broken', 'failed'],
        ['slow', 'overspent'],
      ],
    ]);
  });
});

it('a machine that is busy makes no rule slow: only computing counts', () => {
  let wall = 0;
  const busy = createRe2Engine(
    () => {
      wall += 100;
      return wall;
    },
    () => 0,
  );
  const run = createRunner({ streams: createStreams(), engine: busy, isAllowed: () => false });
  const program = compileProgram([sourceOf({ kind: 'pattern', source: 'a' })], () => undefined, busy);
  const looks = Array.from({ length: 5 }, (_, n) =>
    run.run(program, createWindows(), { event: chatEvent({ key: `e${n}`, text: 'a' }), ...NO_FACTS }, false),
  );
  expect(looks.map((each) => [each.verdicts.length, each.troubles.length])).toEqual(Array(5).fill([1, 0]));
});

describe('patterns of people', () => {
  it.each([
    ['(?=a)b', '不支持环视'],
    ['(a)\\1', '不支持反向引用'],
    ['[a', '少了 ]'],
    ['(a', '括号不成对'],
    ['a)|(b', '括号不成对'],
    ['a{1001}', '1000'],
    ['((a{1,40}){1,40}){1,40}', '1000'],
    ['(?:ab|cd){200}(?:ef|gh){200}', '最多 1000'],
    ['*a', '前面要有内容'],
  ])('%s is refused with a word on what to change', (source, words) => {
    for (const ignoreCase of [false, true]) {
      const made = engine.compile(source, ignoreCase);
      expect(made).toMatchObject({ ok: false, fault: { detail: expect.stringContaining(words) } });
    }
  });

  it('either do not compile or answer within their size, whatever their source and text', () => {
    const piece = fc.constantFrom(
      'a',
      '(',
      ')',
      '*',
      '+',
      '?',
      '|',
      '[',
      ']',
      '{2,9}',
      '.',
      '\\d',
      '^',
      '$',
      'b',
      '(?:',
      '甲',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (source, text) => {
          const made = engine.compile(source, false);
          if (!made.ok) return;
          const found = made.value.find(text);
          expect(found !== null).toBe(made.value.test(text));
          expect(engine.group([made.value]).match(text)).toEqual(found === null ? [] : [0]);
        },
      ),
      { numRuns: 300 },
    );
  });
});
