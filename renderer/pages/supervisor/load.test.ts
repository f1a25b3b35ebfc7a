import { describe, expect, it } from 'vitest';
import type { RoomView } from '../../../shared/api/views.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { roomLoads, workerLoads } from './load.ts';

const now = 100_000;
const lin = { kind: 'person', id: 'lin', name: '林' } as const;
const zhou = { kind: 'person', id: 'zhou', name: '周' } as const;

function room(id: string, rank: number): RoomView {
  return {
    room: { id, name: `房间${id}`, plugin: 'demo', settings: {}, enabled: true, createdAt: 0 },
    status: { state: 'live', since: 0 },
    modes: {},
    capabilities: [],
    rate: 0,
    spark: [],
    openFlags: 0,
    rank,
    coverage: 1,
    counters: {},
  };
}

function flag(id: string, roomId: string, more: Partial<Flag> = {}): Flag {
  return {
    id,
    roomId,
    category: 'abuse',
    severity: 'high',
    state: 'open',
    members: [],
    memberCount: 0,
    bystanders: [],
    count: 1,
    evidence: [],
    reasons: [],
    score: 0.9,
    by: 'abuse@1',
    firstAt: 90_000,
    lastAt: 90_000,
    dueAt: 150_000,
    actionIds: [],
    ticketIds: [],
    updatedAt: 90_000,
    version: 1,
    ...more,
  };
}

const flags = [
  flag('1', 'b', { firstAt: 80_000 }),
  flag('2', 'b', { firstAt: 40_000, dueAt: 99_999 }),
  flag('3', 'b', { state: 'claimed', claimedBy: lin, firstAt: 70_000 }),
  flag('4', 'a', { state: 'claimed', claimedBy: lin, firstAt: 95_000, dueAt: 99_000 }),
  flag('5', 'c', { state: 'claimed', claimedBy: zhou }),
  flag('6', 'c', { state: 'resolved', claimedBy: zhou, dueAt: 1 }),
];

describe('load', () => {
  it('puts rooms with late flags first, then by need', () => {
    const loads = roomLoads([room('c', 1), room('b', 3), room('a', 2), room('d', 4)], flags, now);
    expect(loads.map(({ view, ...load }) => ({ id: view.room.id, ...load }))).toEqual([
      { id: 'a', open: 0, late: 1, oldestMs: null, workers: [{ id: 'lin', name: '林', claimed: 1 }] },
      { id: 'b', open: 2, late: 1, oldestMs: 60_000, workers: [{ id: 'lin', name: '林', claimed: 1 }] },
      { id: 'c', open: 0, late: 0, oldestMs: null, workers: [{ id: 'zhou', name: '周', claimed: 1 }] },
      { id: 'd', open: 0, late: 0, oldestMs: null, workers: [] },
    ]);
  });

  it('adds up what each controller holds over all rooms', () => {
    expect(workerLoads(flags, now)).toEqual([
      { id: 'lin', name: '林', claimed: 2, late: 1, oldestMs: 30_000, roomIds: ['b', 'a'] },
      { id: 'zhou', name: '周', claimed: 1, late: 0, oldestMs: 10_000, roomIds: ['c'] },
    ]);
  });

  it('says nothing of nobody', () => {
    expect([workerLoads([], now), roomLoads([], flags, now)]).toEqual([[], []]);
  });
});
