import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANNELS, type ChannelLimits } from '../channel.ts';
import { DEFAULT_SUPPORT, STRATEGIES } from '../config.ts';
import { PRIORITIES } from '../conversation.ts';
import { estimateWait, quantile } from './estimate.ts';
import { inLine } from './order.ts';
import { route } from './route.ts';
import type { AgentLoad, RoutingState, Waiting } from './state.ts';

const NOW = 10_000_000;
const { routing } = DEFAULT_SUPPORT;
const waits = (id: string, seconds: number, more: Partial<Waiting> = {}): Waiting => ({
  id,
  queuedAt: NOW - seconds * 1_000,
  priority: 'normal',
  groupId: 'general',
  skills: [],
  language: 'zh',
  refused: [],
  offered: false,
  ...more,
});
const agent = (id: string, load = 0, more: Partial<AgentLoad['agent']> = {}): AgentLoad => ({
  agent: {
    id,
    name: id,
    state: 'online',
    groups: ['general'],
    skills: [],
    capacity: 2,
    languages: [],
    lastAssignedAt: 0,
    ...more,
  },
  load,
});
const groups = [
  { id: 'general', name: '', topics: [], overflowTo: [] },
  { id: 'gifts', name: '', topics: [], overflowTo: ['general'] },
];
const state = (
  waiting: readonly Waiting[],
  agents: readonly AgentLoad[],
  more: Partial<RoutingState['config']> = {},
): RoutingState => ({
  config: { ...routing, ...more },
  groups,
  waiting,
  agents,
});
const pairs = (of: RoutingState) => route(of, NOW).map((each) => [each.conversationId, each.agentId]);

describe('routing', () => {
  it.each([
    [
      'in turn',
      state([waits('a', 30), waits('b', 20), waits('c', 10)], [agent('x'), agent('y')]),
      [
        ['a', 'x'],
        ['b', 'y'],
        ['c', 'x'],
      ],
    ],
    [
      'to the least busy',
      state([waits('a', 30)], [agent('x', 1), agent('y', 0)], { strategy: 'least_busy' }),
      [['a', 'y']],
    ],
    [
      'never beyond capacity',
      state([waits('a', 30), waits('b', 20), waits('c', 10)], [agent('x', 1)]),
      [['a', 'x']],
    ],
    ['never to who is on a break', state([waits('a', 30)], [agent('x', 0, { state: 'break' })]), []],
    [
      'only to who has the skills',
      state([waits('a', 30, { skills: ['finance'] })], [agent('x'), agent('y', 0, { skills: ['finance'] })]),
      [['a', 'y']],
    ],
    [
      'not to who refused',
      state([waits('a', 30, { refused: [{ agentId: 'x', until: NOW + 1 }] })], [agent('x')]),
      [],
    ],
    [
      'to another group only after a while',
      state(
        [waits('a', 30, { groupId: 'gifts' }), waits('b', 200, { groupId: 'gifts' })],
        [agent('x'), agent('z', 0, { groups: ['gifts'], state: 'break' })],
      ),
      [['b', 'x']],
    ],
    [
      'to the known face',
      state([waits('a', 1, { familiarAgentId: 'y' })], [agent('x'), agent('y')], { strategy: 'familiar' }),
      [['a', 'y']],
    ],
    ['to nobody by hand', state([waits('a', 30)], [agent('x')], { strategy: 'manual' }), []],
    [
      'and waits for the known face',
      state([waits('a', 1, { familiarAgentId: 'y' })], [agent('x'), agent('y', 2)], { strategy: 'familiar' }),
      [],
    ],
    [
      'but not too long',
      state([waits('a', 61, { familiarAgentId: 'y' })], [agent('x'), agent('y', 2)], {
        strategy: 'familiar',
      }),
      [['a', 'x']],
    ],
  ])('R1 assigns %s', (_, of, expected) => {
    expect(pairs(of)).toEqual(expected);
  });

  it('R4 leaves nobody alone in a group without agents', () => {
    expect(pairs(state([waits('a', 1, { groupId: 'gifts' })], [agent('x')]))).toEqual([['a', 'x']]);
  });

  it('R5 keeps a place of each kind: voice is full, writing is not; a limit of nothing is never; the record says which', () => {
    const limited = agent('x', 1, { capacity: 4, channels: { voice: 1, one_to_one: 0 } });
    const busy = { ...limited, byChannel: { voice: 1 } };
    const line_ = [
      waits('v', 50, { channel: 'voice' }),
      waits('o', 40, { channel: 'one_to_one' }),
      waits('t', 30, { channel: 'text' }),
    ];
    const decided = route(state(line_, [busy]), NOW);
    const free = route(state([waits('v', 50, { channel: 'voice' })], [{ ...limited, byChannel: {} }]), NOW);
    const basis = { handlingMs: [60_000], active: [{ agentId: 'x', since: NOW, channel: 'voice' as const }] };
    const never = estimateWait(state(line_, [busy]), basis, 'o', NOW);
    const later = estimateWait(state(line_, [busy]), basis, 'v', NOW);
    expect([
      decided.map((each) => [each.conversationId, each.overtook]),
      free[0]?.reasons.find((reason) => reason.code === 'channel')?.en,
      never?.lowMs,
      (later?.highMs ?? 0) > 0,
    ]).toEqual([
      [
        [
          't',
          [
            { conversationId: 'v', reason: 'channel' },
            { conversationId: 'o', reason: 'channel' },
          ],
        ],
      ],
      'voice 1/1',
      undefined,
      true,
    ]);
  });

  it('R2 puts a VIP first, says whom that passed over and why, and lets nobody starve', () => {
    const early = route(state([waits('a', 60), waits('v', 1, { priority: 'vip' })], [agent('x', 1)]), NOW);
    const late = route(state([waits('a', 400), waits('v', 1, { priority: 'vip' })], [agent('x', 1)]), NOW);
    expect([early[0]?.conversationId, early[0]?.overtook, late[0]?.conversationId]).toEqual([
      'v',
      [{ conversationId: 'a', reason: 'vip' }],
      'a',
    ]);
  });

  it('R3 holds for any desk: capacity, skills and reasons, and whoever waited longer than every head start is first', () => {
    const waiting = fc.record({
      seconds: fc.integer({ min: 0, max: 3_000 }),
      priority: fc.constantFrom(...PRIORITIES),
      skills: fc.subarray(['finance', 'english']),
      groupId: fc.constantFrom('general', 'gifts'),
      channel: fc.constantFrom(...CHANNELS, undefined),
    });
    const agents = fc.record({
      load: fc.integer({ min: 0, max: 4 }),
      skills: fc.subarray(['finance', 'english']),
      state: fc.constantFrom('online', 'busy', 'offline' as const),
      groups: fc.subarray(['general', 'gifts']),
      channels: fc.option(
        fc.dictionary(
          fc.constantFrom(...CHANNELS),
          fc.integer({ min: 0, max: 2 }),
        ) as fc.Arbitrary<ChannelLimits>,
        { nil: undefined },
      ),
      voices: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(
        fc.array(waiting, { maxLength: 12 }),
        fc.array(agents, { maxLength: 6 }),
        fc.constantFrom(...STRATEGIES),
        (rows, staff, strategy) => {
          const of = state(
            rows.map(({ seconds, ...row }, index) => waits(`c${index}`, seconds, row)),
            staff.map(({ load, voices, ...more }, index) => ({
              ...agent(`a${index}`, load, { ...more, state: more.state as 'online' }),
              byChannel: { voice: Math.min(voices, load), text: load - Math.min(voices, load) },
            })),
            { strategy },
          );
          const loads = new Map(of.agents.map((each) => [each.agent.id, each.load]));
          const kinds = new Map<string, number>(
            of.agents.flatMap((each) =>
              Object.entries(each.byChannel ?? {}).map(
                ([kind, n]) => [`${each.agent.id}/${kind}`, n] as const,
              ),
            ),
          );
          const done = new Set<string>();
          for (const each of route(of, NOW)) {
            const row = of.waiting.find((one) => one.id === each.conversationId);
            const to = of.agents.find((one) => one.agent.id === each.agentId);
            expect(to?.agent.state).toBe('online');
            expect(row?.skills.every((skill) => to?.agent.skills.includes(skill))).toBe(true);
            loads.set(each.agentId, (loads.get(each.agentId) ?? 0) + 1);
            expect(loads.get(each.agentId)).toBeLessThanOrEqual(to?.agent.capacity ?? 0);
            const kind = row?.channel ?? 'text';
            const key = `${each.agentId}/${kind}`;
            kinds.set(key, (kinds.get(key) ?? 0) + 1);
            const limit = to?.agent.channels?.[kind];
            if (limit !== undefined) {
              expect(kinds.get(key)).toBeLessThanOrEqual(limit);
              expect(each.reasons.some((reason) => reason.code === 'channel')).toBe(true);
            }
            expect(done.has(each.conversationId)).toBe(false);
            const passed = of.waiting
              .filter((one) => one.queuedAt < (row?.queuedAt ?? 0) && !done.has(one.id))
              .map((one) => one.id);
            expect(each.overtook.map((one) => one.conversationId).sort()).toEqual(passed.sort());
            expect(each.overtook.some((one) => one.reason === 'normal')).toBe(false);
            done.add(each.conversationId);
          }
          const line = inLine(of.config, of.waiting);
          const boost = Math.max(...Object.values(routing.boostSec)) * 1_000;
          line.forEach((row, index) => {
            for (const behind of line.slice(index + 1))
              expect(row.queuedAt - behind.queuedAt).toBeLessThanOrEqual(boost);
          });
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('the estimate', () => {
  it('E1 is nothing while somebody is free, grows down the line, and unknown when nobody is there', () => {
    const basis = {
      handlingMs: [60_000, 120_000, 180_000, 240_000],
      active: [
        { agentId: 'x', since: NOW - 30_000 },
        { agentId: 'x', since: NOW - 30_000 },
      ],
    };
    const free = estimateWait(state([waits('a', 1)], [agent('x')]), { ...basis, active: [] }, 'a', NOW);
    const line = ['a', 'b', 'c'].map((id, index) => waits(id, 10 - index));
    const full = line.map((row) => estimateWait(state(line, [agent('x', 2)]), basis, row.id, NOW));
    const nobody = estimateWait(state(line, []), basis, 'b', NOW);
    expect([free?.place, free?.lowMs, free?.highMs]).toEqual([1, 0, 0]);
    expect(full.map((each) => each?.place)).toEqual([1, 2, 3]);
    expect(full.every((each, index) => (each?.highMs ?? 0) >= (full[index - 1]?.highMs ?? 0))).toBe(true);
    expect([nobody?.place, nobody?.lowMs]).toEqual([2, undefined]);
  });

  it('E2 interpolates quantiles', () => {
    expect([
      quantile([], 0.5),
      quantile([3], 0.9),
      quantile([1, 2, 3, 4], 0.5),
      quantile([4, 1], 0.25),
    ]).toEqual([undefined, 3, 2.5, 1.75]);
  });
});
