import { describe, expect, it } from 'vitest';
import { STRATEGIES } from '../../shared/support/config.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { Trace } from '../../shared/support/trace.ts';
import { recordedDay } from './recorded-day.ts';
import { generateDay, simulateRouting } from './routing.ts';

describe('the routing simulator', () => {
  const crowded = generateDay(11, 500, 2);
  it.each(STRATEGIES)('is fair under %s, also where too few are there', (strategy) => {
    const { served, overtakenWithoutReason, starved, skillViolations, overCapacity, overChannel } =
      simulateRouting(crowded, strategy);
    expect({
      served,
      overtakenWithoutReason,
      starved,
      skillViolations,
      overCapacity,
      overChannel,
    }).toEqual({
      served: 500,
      overtakenWithoutReason: 0,
      starved: 0,
      skillViolations: 0,
      overCapacity: 0,
      overChannel: 0,
    });
  });
});

describe('a recorded day', () => {
  const by = { kind: 'system' as const, id: 'system', name: 'system' };
  const trace = (at: number, more: Partial<Trace>): Trace => ({
    id: String(at),
    at,
    kind: 'agent_state',
    by,
    reasons: [],
    ...more,
  });
  const row = (id: string, more: Partial<Conversation>): Conversation =>
    ({
      id,
      priority: 'normal',
      skills: [],
      groupId: 'general',
      viewer: { id: `v-${id}`, language: 'zh' },
      ...more,
    }) as Conversation;

  it('has who queued in it, how long each took, and who was there', () => {
    const agent = { id: 'chen', name: '陈', groups: ['general'], skills: [], capacity: 3 };
    const day = recordedDay(
      {
        conversations: [
          row('late', { assignedAt: 1_500, closedAt: 1_800, channel: 'voice' }),
          row('soon', { assignedAt: 1_100, closedAt: 1_200 }),
          row('never', {}),
          row('bot', {}),
          row('before', { assignedAt: 500, closedAt: 800 }),
        ],
        traces: [
          trace(500, { kind: 'queued', conversationId: 'before' }),
          trace(1_400, { kind: 'queued', conversationId: 'late' }),
          trace(1_000, { kind: 'queued', conversationId: 'soon' }),
          trace(1_900, { kind: 'queued', conversationId: 'never' }),
          trace(400, { agentId: 'chen', value: 'online' }),
          trace(1_300, { agentId: 'chen', value: 'break' }),
          trace(1_600, { agentId: 'chen', value: 'online' }),
          trace(100, { agentId: 'wu', value: 'online' }),
        ],
        agents: [
          {
            ...agent,
            state: 'online',
            stateSince: 0,
            languages: [],
            lastAssignedAt: 9,
            seenAt: 0,
            createdAt: 0,
          },
        ],
        groups: [],
      },
      1_000,
      2_000,
    );
    expect({
      arrivals: day.arrivals.map(({ id, at, channel, handlingMs }) => [id, at, channel, handlingMs]),
      shifts: day.agents.map(({ id, shifts }) => [id, shifts]),
    }).toEqual({
      arrivals: [
        ['soon', 0, 'text', 100],
        ['late', 400, 'voice', 300],
        ['never', 900, 'text', 300],
      ],
      shifts: [
        [
          'chen',
          [
            [0, 300],
            [600, 1_000],
          ],
        ],
      ],
    });
  });
});
