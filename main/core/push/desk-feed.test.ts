import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeskChange, DeskFrame } from '../../../shared/api/views.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import { deskFeed, GROWTH_MS } from './desk-feed.ts';
import { createRing, type Ring } from './ring.ts';

function flag(id: string, version: number, more: Partial<Flag> = {}): Flag {
  return {
    id,
    roomId: 'room',
    category: 'raid',
    severity: 'high',
    state: 'open',
    members: [],
    memberCount: version,
    bystanders: [],
    count: version,
    evidence: [],
    reasons: [],
    score: 0.9,
    by: 'detector',
    firstAt: 1,
    lastAt: version,
    dueAt: 100,
    actionIds: [],
    ticketIds: [],
    updatedAt: version,
    version,
    ...more,
  };
}
const change = (of: Flag): DeskChange => ({ kind: 'flag', flag: of });

/** A feed under a hand-turned clock. */
function open(ring: Ring<DeskChange>) {
  let now = 0;
  const sleepers: { readonly at: number; readonly wake: () => void }[] = [];
  const stop = new AbortController();
  const frames: DeskFrame[] = [];
  const feed = deskFeed(
    {
      epoch: 'e',
      ring,
      snapshot: (position) => ({
        kind: 'snapshot',
        position,
        rooms: [],
        flags: [],
        actions: [],
        tickets: [],
        escalations: [],
        gauges: undefined as never,
      }),
      visible: () => true,
      room: async () => undefined,
      sleep: (ms) => new Promise((wake) => sleepers.push({ at: now + ms, wake })),
      now: () => now,
    },
    { epoch: 'e', offset: 0 },
    stop.signal,
  );
  const done = (async () => {
    for await (const frame of feed) frames.push(frame);
  })();
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    frames,
    settle,
    async pass(ms: number) {
      now += ms;
      for (const sleeper of sleepers.splice(0)) {
        if (sleeper.at <= now) sleeper.wake();
        else sleepers.push(sleeper);
      }
      await settle();
    },
    async end() {
      stop.abort();
      for (const sleeper of sleepers.splice(0)) sleeper.wake();
      await done;
    },
  };
}

const versions = (frames: readonly DeskFrame[]) =>
  frames.map((frame) =>
    frame.kind === 'batch'
      ? frame.changes.flatMap((each) => (each.kind === 'flag' ? [`${each.flag.id}${each.flag.version}`] : []))
      : [],
  );

describe('a desk feed', () => {
  it('tells a new flag at once, its growth now and then, and a decision at once with what waits', async () => {
    const ring = createRing<DeskChange>(100, 0);
    const reader = open(ring);
    ring.push([change(flag('a', 1))]);
    await reader.settle();
    ring.push([change(flag('a', 2)), change(flag('a', 3))]);
    await reader.settle();
    expect(versions(reader.frames)).toEqual([['a1']]);
    await reader.pass(GROWTH_MS);
    expect(versions(reader.frames)).toEqual([['a1'], ['a3']]);
    ring.push([change(flag('a', 4))]);
    await reader.settle();
    ring.push([change(flag('b', 1))]);
    await reader.settle();
    ring.push([change(flag('a', 5, { claimedBy: { kind: 'person', id: 'lin', name: '林' } }))]);
    await reader.settle();
    expect(versions(reader.frames)).toEqual([['a1'], ['a3'], ['b1'], ['a5']]);
    expect(reader.frames.map((frame) => frame.position.offset)).toEqual([1, 3, 3, 6]);
    await reader.end();
  });

  it('ends with the newest of every flag, whatever comes when', async () => {
    const step = fc.record({
      id: fc.constantFrom('a', 'b', 'c'),
      severity: fc.constantFrom('low' as const, 'high' as const),
      passMs: fc.integer({ min: 0, max: 2 * GROWTH_MS }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        const ring = createRing<DeskChange>(1_000, 0);
        const reader = open(ring);
        const newest = new Map<string, Flag>();
        for (const { id, severity, passMs } of steps) {
          const next = flag(id, (newest.get(id)?.version ?? 0) + 1, { severity });
          newest.set(id, next);
          ring.push([change(next)]);
          await reader.settle();
          await reader.pass(passMs);
        }
        await reader.pass(2 * GROWTH_MS);
        const shown = new Map<string, Flag>();
        for (const frame of reader.frames) {
          if (frame.kind !== 'batch') continue;
          for (const each of frame.changes) {
            if (each.kind !== 'flag') continue;
            expect(each.flag.version).toBeGreaterThan(shown.get(each.flag.id)?.version ?? 0);
            shown.set(each.flag.id, each.flag);
          }
        }
        expect([...shown.values()].toSorted(byId)).toEqual([...newest.values()].toSorted(byId));
        const positions = reader.frames.map((frame) => frame.position.offset);
        expect(positions).toEqual(positions.toSorted((a, b) => a - b));
        expect(positions.at(-1)).toBe(steps.length);
        await reader.end();
      }),
      { numRuns: 60 },
    );
  });
});

function byId(a: Flag, b: Flag): number {
  return a.id < b.id ? -1 : 1;
}
