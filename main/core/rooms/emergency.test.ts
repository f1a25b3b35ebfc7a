import { afterEach, expect, it } from 'vitest';
import { anyEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';

const started: TestCore[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});
async function start(given: Parameters<typeof startTestCore>[0] = {}): Promise<TestCore> {
  const made = await startTestCore(given);
  started.push(made);
  return made;
}
const uuid = (): string => crypto.randomUUID();
const modesOf = (test: TestCore) => test.core.services.rooms.get('room')?.modes;
const sent = (test: TestCore) => test.platform.asked.map((action) => [action.kind, action.value]);

/** The room stands at five seconds and is not muted. */
async function settle(test: TestCore): Promise<void> {
  await test.platform.say([
    anyEvent('room_state', { slowSec: 5, roomMute: false }, { key: uuid(), at: Date.now() }),
  ]);
  await test.until(() => modesOf(test)?.slowSec === 5);
  await test.supervisor.settings.put({ emergency: { slowSec: 60, roomMute: true } });
}

async function allConfirmed(test: TestCore, count: number): Promise<void> {
  await test.until(() => {
    const all = [...test.core.services.desk.actions.values()];
    return all.length === count && all.every((action) => action.state === 'confirmed');
  });
}

it('E1 sets the modes, shows who and since when, and puts everything back as it was', async () => {
  const test = await start();
  await settle(test);
  await test.controller.rooms.emergency({ roomId: 'room', on: true });
  await allConfirmed(test, 2);
  expect(modesOf(test)).toMatchObject({ slowSec: 60, roomMute: true, emergency: { by: '林' } });
  await test.controller.rooms.emergency({ roomId: 'room', on: false });
  await allConfirmed(test, 4);
  expect([modesOf(test)?.slowSec, modesOf(test)?.roomMute, modesOf(test)?.emergency]).toEqual([
    5,
    false,
    undefined,
  ]);
  expect(sent(test)).toEqual([
    ['slow_mode', 60],
    ['room_mute', 1],
    ['slow_mode', 5],
    ['room_mute', 0],
  ]);
  const audit = await test.supervisor.review.audit({ limit: 1_000 });
  expect(
    audit.entries.filter((entry) => entry.what === 'room.emergency').map((entry) => entry.detail),
  ).toEqual(['on', 'off']);
});

it('E2 is still on after a restart, however much was done meanwhile, and is put back then', async () => {
  const store = createMemoryStore();
  const keep = { ...store, close: async () => undefined };
  const first = await start({ store: keep });
  await settle(first);
  await first.controller.rooms.emergency({ roomId: 'room', on: true });
  await allConfirmed(first, 2);
  const many = Array.from({ length: 1_200 }, (_, i) => ({
    op: 'put' as const,
    table: 'actions' as const,
    row: {
      id: `later-${i}`,
      roomId: 'room',
      kind: 'say' as const,
      text: 'x',
      actor: { kind: 'person' as const, id: 'lin', name: '林' },
      requestedAt: Date.now() + 1_000 + i,
      state: 'confirmed' as const,
      receipts: [],
      undo: { possible: false },
    },
  }));
  await store.write(many);
  started.pop();
  await first.core.close();

  const again = await start({ store: keep });
  expect(modesOf(again)?.emergency?.by).toBe('林');
  expect(again.core.services.desk.actions.size).toBeLessThan(1_200);
  await again.controller.rooms.emergency({ roomId: 'room', on: false });
  await again.until(() => again.platform.asked.length === 2);
  expect(sent(again)).toEqual([
    ['slow_mode', 5],
    ['room_mute', 0],
  ]);
  expect(modesOf(again)?.emergency).toBeUndefined();
});

it('E3 is one emergency, whoever presses at the same time', async () => {
  const test = await start();
  await settle(test);
  const press = () =>
    test.controller.rooms.emergency({ roomId: 'room', on: true }).then(
      () => 'on',
      (error: { readonly code?: string }) => error.code,
    );
  expect((await Promise.all([press(), press()])).toSorted()).toEqual(['conflict', 'on']);
  await allConfirmed(test, 2);
});
