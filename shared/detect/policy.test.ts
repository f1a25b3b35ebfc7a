import { describe, expect, it } from 'vitest';
import { type Flag, FlagSchema } from '../domain/flag.ts';
import { yuan } from '../domain/money.ts';
import type { Verdict } from '../domain/verdict.ts';
import { happened, said, someone } from './fixture.ts';
import { FLAG_WINDOW_MS, type FlagKey, type FoldInput, foldVerdicts } from './policy.ts';

const NOW = 1_760_000_100_000;

function verdictOf(category: Verdict['category'], more: Partial<Verdict> = {}): Verdict {
  return { category, score: 0.85, flag: true, reasons: [], by: `${category}@1`, ...more };
}

/** Folds events one after another the way the core does, keeping the open flags. */
function fold(steps: readonly Partial<FoldInput>[]): readonly Flag[] {
  const flags = new Map<string, Flag>();
  let next = 0;
  const matches = (flag: Flag, key: FlagKey): boolean =>
    flag.state !== 'resolved' &&
    flag.category === key.category &&
    (key.kind === 'cluster'
      ? flag.clusterId === key.clusterId
      : flag.clusterId === undefined && flag.person?.id === key.personId);
  for (const step of steps) {
    const changed = foldVerdicts({
      event: said('话', 0),
      verdicts: [],
      now: NOW,
      newId: () => {
        next += 1;
        return `f${next}`;
      },
      openFlag: (key) => [...flags.values()].reverse().find((flag) => matches(flag, key)),
      ...step,
    });
    for (const flag of changed) flags.set(flag.id, FlagSchema.parse(flag));
  }
  return [...flags.values()];
}

describe('one flag per person, category and window', () => {
  it('joins within ten minutes of the last, opens anew after', () => {
    const minute = 60_000;
    const flags = fold(
      [0, 9, 18, 29].map((minutes) => ({
        event: said('坏话', minutes * minute),
        verdicts: [verdictOf('abuse')],
      })),
    );
    expect(flags.map((flag) => [flag.id, flag.count, flag.version])).toEqual([
      ['f1', 3, 3],
      ['f2', 1, 1],
    ]);
    expect(FLAG_WINDOW_MS).toBe(10 * minute);
  });

  it('keeps people and categories apart', () => {
    const flags = fold([
      { event: said('a', 1, someone('x')), verdicts: [verdictOf('abuse'), verdictOf('ad')] },
      { event: said('a', 2, someone('y')), verdicts: [verdictOf('abuse')] },
    ]);
    expect(flags.map((flag) => `${flag.category} ${flag.person?.id}`)).toEqual([
      'abuse text:x',
      'ad text:x',
      'abuse text:y',
    ]);
  });

  it('does nothing for unflagged, shadow and unsigned verdicts', () => {
    expect(
      fold([
        { verdicts: [verdictOf('abuse', { flag: false })] },
        { verdicts: [verdictOf('rule:x', { shadow: true })] },
        { event: happened('chat', { messageId: 'm', text: 'a' }, 1), verdicts: [verdictOf('abuse')] },
      ]),
    ).toEqual([]);
  });

  it('keeps the first twenty and newest forty as evidence, and counts all', () => {
    const steps = Array.from({ length: 100 }, (_, index) => ({
      event: said('a', index * 1000),
      verdicts: [verdictOf('flood')],
    }));
    const [flag] = fold(steps);
    expect([
      flag?.count,
      flag?.evidence.length,
      flag?.evidence[19]?.messageId,
      flag?.evidence[20]?.messageId,
    ]).toEqual([100, 60, 'm19000', 'm60000']);
  });

  it('counts the same event once', () => {
    const step = { event: said('a', 5), verdicts: [verdictOf('abuse')] };
    expect(fold([step, step]).map((flag) => flag.count)).toEqual([1]);
  });
});

describe('severity and due time', () => {
  it.each([
    [verdictOf('abuse', { score: 0.99 }), [], 'high', 60_000],
    [verdictOf('abuse', { score: 0.82 }), [], 'mid', 180_000],
    [verdictOf('ad', { score: 0.75 }), [], 'low', 600_000],
    [verdictOf('ad', { score: 0.95 }), [], 'mid', 180_000],
    [verdictOf('dispute'), [], 'mid', 180_000],
    [verdictOf('dispute'), [yuan(49_999)], 'mid', 180_000],
    [verdictOf('dispute'), [yuan(50_000)], 'high', 60_000],
    [
      verdictOf('dispute', { reasons: [{ code: 'minor', text: 'x', textEn: 'x', weight: 3 }] }),
      [],
      'high',
      60_000,
    ],
    [verdictOf('appeal'), [], 'mid', 180_000],
    [verdictOf('flood'), [], 'low', 600_000],
  ] as const)('%#', (verdict, spent, severity, wait) => {
    const [flag] = fold([{ verdicts: [verdict], spent }]);
    expect([flag?.severity, (flag?.dueAt ?? 0) - NOW]).toEqual([severity, wait]);
  });

  it('grows worse, never better, and puts the stake on a dispute', () => {
    const [flag] = fold([
      { event: said('a', 1), verdicts: [verdictOf('dispute')], spent: [yuan(600)] },
      { event: said('b', 2), verdicts: [verdictOf('dispute')], spent: [yuan(90_000)] },
      { event: said('c', 3), verdicts: [verdictOf('dispute')], spent: [] },
    ]);
    expect([flag?.severity, flag?.stake, (flag?.dueAt ?? 0) - NOW]).toEqual(['high', yuan(90_000), 60_000]);
  });
});

describe('one flag per raid', () => {
  const raid = verdictOf('raid', { clusterId: 'room:raid:1', score: 0.95 });
  const spared: Verdict = {
    ...raid,
    reasons: [{ code: 'bystander', text: '常客', textEn: 'regular', weight: -2 }],
  };

  it('gathers members and sets bystanders apart', () => {
    const [flag, ...rest] = fold([
      { event: said('a', 1, someone('x')), verdicts: [raid] },
      { event: said('a', 2, someone('y')), verdicts: [raid] },
      { event: said('a', 3, someone('x')), verdicts: [raid] },
      { event: said('a', 4, someone('fan')), verdicts: [spared] },
    ]);
    expect(rest).toEqual([]);
    expect([
      flag?.members.map((each) => each.name),
      flag?.bystanders.map((each) => each.name),
      flag?.memberCount,
      flag?.count,
    ]).toEqual([['x', 'y'], ['fan'], 2, 4]);
    expect(flag?.person).toBeUndefined();
  });

  it('keeps the newest 500 by name, each once, also when a step is taken again from an earlier flag', () => {
    const first = fold([{ event: said('冲啊', 0, someone('0')), verdicts: [raid] }])[0];
    const step = (flag: Flag | undefined, n: number): Flag | undefined =>
      foldVerdicts({
        event: said('冲啊', n, someone(String(n % 700))),
        verdicts: [raid],
        now: NOW,
        newId: () => 'f',
        openFlag: () => flag,
      })[0];
    const flags = [first];
    for (let n = 1; n <= 700; n += 1) flags.push(step(flags.at(-1), n));
    const idsOf = (flag: Flag | undefined) => flag?.members.map((member) => member.id);
    const people = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => `text:${from + n}`);
    expect([300, 650].map((n) => idsOf(flags[n]))).toEqual([people(0, 301), people(151, 651)]);
    expect(idsOf(flags[700])).toEqual([...people(201, 700), 'text:0']);
    expect([300, 650].map((n) => idsOf(step(flags[n], n + 1)))).toEqual([people(0, 302), people(152, 652)]);
  });

  it('stands for the abuse and flooding of its messages, not for a dispute', () => {
    const verdicts = [raid, verdictOf('abuse'), verdictOf('flood'), verdictOf('dispute')];
    const flags = fold([{ event: said('a', 1, someone('x')), verdicts }]);
    expect(flags.map((flag) => flag.category)).toEqual(['raid', 'dispute']);
  });

  it('takes in what came before it was raised', () => {
    const early = someone('early');
    const member = { id: 'text:early', nativeId: 'early', name: 'early', actionable: true };
    const evidence = { eventId: 'e0', at: NOW - 5000, text: 'a', spans: [], score: 0 };
    const [flag] = fold([
      {
        event: said('a', 1, someone('x')),
        verdicts: [raid],
        cluster: () => ({ members: [member], bystanders: [], memberCount: 1, evidence: [evidence] }),
      },
    ]);
    expect([
      flag?.members.map((each) => each.name),
      flag?.evidence.map((each) => each.eventId).length,
      early.id,
    ]).toEqual([['early', 'x'], 2, 'early']);
  });
});

it('leaves a resolved flag alone and opens a new one', () => {
  const resolved = fold([{ verdicts: [verdictOf('abuse')] }])[0];
  const [flag] = foldVerdicts({
    event: said('再来', 9),
    verdicts: [verdictOf('abuse')],
    now: NOW,
    newId: () => 'new',
    openFlag: () =>
      resolved === undefined ? undefined : { ...resolved, state: 'resolved', outcome: 'actioned' },
  });
  expect([flag?.id, flag?.state, flag?.count]).toEqual(['new', 'open', 1]);
});
