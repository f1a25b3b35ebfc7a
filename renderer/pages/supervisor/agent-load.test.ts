import { expect, it } from 'vitest';
import type { Agent } from '../../../shared/support/agent.ts';
import { rowOf } from '../support/conversation.fixture.ts';
import { agentLoads } from './agent-load.ts';

const agent = (id: string, state: Agent['state'], capacity: number): Agent => ({
  id,
  name: id,
  state,
  stateSince: 0,
  groups: [],
  skills: [],
  capacity,
  languages: [],
  lastAssignedAt: 0,
  seenAt: 0,
  createdAt: 0,
});
const of = (id: string) => ({ state: 'active' as const, agent: { kind: 'person' as const, id, name: id } });

it('names who is there or holds something: late answers first, then the fullest', () => {
  const loads = agentLoads(
    [
      agent('away', 'offline', 5),
      agent('gone', 'offline', 5),
      agent('free', 'online', 5),
      agent('full', 'busy', 2),
      agent('slow', 'online', 5),
    ],
    [
      rowOf('a', { ...of('full') }),
      rowOf('b', { ...of('full'), waitingSince: 190_000 }),
      rowOf('c', { ...of('slow'), waitingSince: 100_000 }),
      rowOf('d', of('gone')),
      rowOf('e', { state: 'queued', queuedAt: 0 }),
    ],
    200_000,
  );
  expect(loads.map(({ id, taken, late, longestMs }) => [id, taken, late, longestMs])).toEqual([
    ['slow', 1, 1, 100_000],
    ['full', 2, 0, 10_000],
    ['gone', 1, 0, 0],
    ['free', 0, 0, 0],
  ]);
});
