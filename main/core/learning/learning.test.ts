import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { chance, smallTalk } from '../../../shared/detect/small-talk.fixture.ts';
import type { LearningFrame, LearningView } from '../../../shared/learning/views.ts';
import { chatEvent } from '../../../shared/testing/events.ts';
import { createMemoryStore } from '../../store/memory-store.ts';
import { openSqliteStore } from '../../store/sqlite-store.ts';
import type { Store } from '../../store/store.ts';
import { systemClock } from '../effects.ts';
import { startTestCore, type TestCore } from '../testing/core.ts';

const started: TestCore[] = [];
const folders: string[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function start(given: Parameters<typeof startTestCore>[0] = {}): Promise<TestCore> {
  const made = await startTestCore(given);
  started.push(made);
  return made;
}

async function sqlite(dir: string): Promise<Store> {
  const opened = await openSqliteStore({ dir, clock: systemClock });
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.value;
}

const talk = smallTalk(chance(11));
let serial = 0;
async function chat(test: TestCore, count: number, roomId = 'room'): Promise<void> {
  const offered = (): number => test.core.services.learning.viewNow(roomId)?.offered ?? 0;
  const before = offered();
  const events = Array.from({ length: count }, (_, index) => {
    serial += 1;
    const at = Date.now() - (count - index) * 2_000;
    return chatEvent({ key: `m${serial}`, user: `u${serial % 300}`, roomId, text: talk(), at });
  });
  await test.platform.say(events);
  await test.until(() => offered() - before > count * 0.9);
}

const view = (test: TestCore, roomId = 'room'): Promise<LearningView> =>
  test.supervisor.learning.room({ roomId });

async function trained(test: TestCore, number: number, roomId = 'room'): Promise<LearningView> {
  for (let turn = 0; turn < 800; turn += 1) {
    const now = await view(test, roomId);
    if (now.training === undefined && (now.model?.number === number || now.lastTraining?.fault !== undefined))
      return now;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('was not trained in eight seconds');
}

describe.each(['memory', 'sqlite'])('a room that learns, over a %s store', (kind) => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'changkong-learning-'));
    folders.push(made);
    return made;
  };

  it('L1 is trained on demand in a thread, and knows it again after a restart without training anew', async () => {
    const dir = folder();
    const memory = createMemoryStore();
    const open = (): Promise<Store> => (kind === 'memory' ? Promise.resolve(keptOpen(memory)) : sqlite(dir));
    const test = await start({ store: await open() });
    const empty = await view(test);
    await chat(test, 1_200);
    await test.supervisor.learning.retrain({ roomId: 'room' });
    const learnt = await trained(test, 1);
    expect({
      before: [empty.state, empty.model, empty.samples],
      state: learnt.state,
      enough: learnt.knowledge > 0.3 && learnt.samples > 1_000 && learnt.newSamples === 0,
      why: learnt.model?.why,
      by: learnt.model?.by.name,
      checked: (learnt.model?.check.messages ?? 0) > 100,
    }).toEqual({
      before: ['prior', undefined, 0],
      state: 'learnt',
      enough: true,
      why: 'request',
      by: '周',
      checked: true,
    });
    await test.core.close();
    started.pop();
    const again = await start({ store: await open() });
    const kept = await view(again);
    expect({
      model: kept.model,
      samples: kept.samples,
      offered: kept.offered,
      knowledge: kept.knowledge,
      training: kept.training,
    }).toEqual({
      model: learnt.model,
      samples: learnt.samples,
      offered: learnt.offered,
      knowledge: learnt.knowledge,
      training: undefined,
    });
  });
});

it('L2 goes back to the version before, and is then left alone', async () => {
  const test = await start();
  await chat(test, 400);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  const first = await trained(test, 1);
  await chat(test, 200);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  const second = await trained(test, 2);
  const back = await test.supervisor.learning.rollback({ roomId: 'room' });
  const models = await test.controller.learning.models({ roomId: 'room' });
  expect({
    could: [first.canRollBack, second.canRollBack, back.canRollBack],
    inUse: back.model?.id,
    knowledge: [second.knowledge > first.knowledge, back.knowledge === first.knowledge],
    withdrawn: models.map((model) => [model.number, model.withdrawnAt !== undefined]),
    later: (back.nextAt ?? 0) > Date.now() + 80_000_000,
  }).toEqual({
    could: [false, true, false],
    inUse: 'room/1',
    knowledge: [true, true],
    withdrawn: [
      [2, true],
      [1, false],
    ],
    later: true,
  });
  await expect(test.supervisor.learning.rollback({ roomId: 'room' })).rejects.toMatchObject({
    code: 'undo_impossible',
  });
  const forth = await test.supervisor.learning.rollback({ roomId: 'room', modelId: 'room/2' });
  expect([forth.model?.number, forth.model?.withdrawnAt]).toEqual([2, undefined]);
});

describe('what people teach', () => {
  const insult = '主播是傻逼';
  const flagged = async (test: TestCore): Promise<string> => {
    serial += 1;
    await test.platform.say([chatEvent({ key: `i${serial}`, user: 'a', text: insult, at: Date.now() })]);
    const flag = await test.until(() =>
      [...test.core.services.desk.flags.values()].find((each) => each.state === 'open'),
    );
    return flag.id;
  };
  const kinds = async (test: TestCore): Promise<readonly string[]> =>
    (await test.controller.learning.examples({ roomId: 'room' })).rows.map(
      (row) => `${row.kind} ${row.value}`,
    );

  it('L3 takes a mute for a confirmation, and its undo for none', async () => {
    const test = await start();
    const flagId = await flagged(test);
    const id = crypto.randomUUID();
    const flag = test.core.services.desk.flags.get(flagId);
    await test.controller.actions.perform({
      requests: [{ id, roomId: 'room', kind: 'mute', target: flag?.person, durationSec: 600, flagId }],
    });
    await test.until(() => test.core.services.learning.viewNow('room')?.confirmations === 1);
    expect(await kinds(test)).toEqual([`confirmed ${insult}`]);
    expect((await test.store.list({ table: 'memory', limit: 10 })).rows.map((row) => row.kind)).toEqual([
      'confirmed',
    ]);
    await test.until(() => test.core.services.desk.actions.get(id)?.state === 'confirmed');
    await test.controller.actions.undo({ actionIds: [id], undoIds: [crypto.randomUUID()] });
    await test.until(() => test.core.services.learning.viewNow('room')?.confirmations === 0);
    expect(await kinds(test)).toEqual([]);
  });

  it('L4 lists dismissals, and forgets the one that was a mistake', async () => {
    const test = await start();
    await test.controller.flags.dismiss({ flagId: await flagged(test), reason: 'joke' });
    const { rows, total } = await test.controller.learning.examples({ roomId: 'room', text: '傻' });
    expect([rows.map((row) => [row.kind, row.value, row.by.name]), total]).toEqual([
      [['joke', insult, '林']],
      1,
    ]);
    await expect(
      test.controller.learning.forgetExample({ roomId: 'room', exampleId: rows[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
    const after = await test.supervisor.learning.forgetExample({
      roomId: 'room',
      exampleId: rows[0]?.id ?? '',
    });
    expect([after.dismissals, (await test.store.list({ table: 'memory', limit: 10 })).rows]).toEqual([0, []]);
    // Not a joke after all: the same is flagged again.
    expect(await flagged(test)).toBeDefined();
  });
});

it('L5 sets alerts per 1,000 messages of a running room, which keeps them', async () => {
  const store = createMemoryStore();
  const test = await start({ store: keptOpen(store) });
  const limit = (of: LearningView): number =>
    of.categories.find((each) => each.category === 'ad')?.threshold ?? 0;
  const usual = await view(test);
  const wide = await test.supervisor.learning.setBudget({ roomId: 'room', perThousand: 20 });
  const own = await test.supervisor.learning.setBudget({
    roomId: 'room',
    perThousand: null,
    categories: { ad: 0.1 },
  });
  expect({
    usual: usual.perThousand,
    wide: [wide.perThousand, wide.budget, limit(wide) < limit(usual)],
    own: [own.perThousand, own.budget, limit(own) > limit(usual)],
  }).toEqual({
    usual: 3,
    wide: [20, { perThousand: 20, categories: {} }, true],
    own: [3, { categories: { ad: 0.1 } }, true],
  });
  await test.core.close();
  started.pop();
  const again = await view(await start({ store: keptOpen(store) }));
  expect([again.budget, limit(again) > limit(usual)]).toEqual([{ categories: { ad: 0.1 } }, true]);
});

it('L6 forgets what was previewed, and nothing that came in between', async () => {
  const test = await start();
  await chat(test, 400);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  const learnt = await trained(test, 1);
  const parts = ['language' as const, 'examples' as const];
  const preview = await test.supervisor.learning.resetPreview({ roomId: 'room', parts });
  expect({ samples: preview.samples, parts: preview.parts, models: preview.models }).toEqual({
    samples: learnt.samples,
    parts,
    models: 0,
  });
  await test.platform.say([chatEvent({ key: 'x1', user: 'a', text: '主播是傻逼', at: Date.now() })]);
  const flag = await test.until(() =>
    [...test.core.services.desk.flags.values()].find((each) => each.person?.name === 'a'),
  );
  await test.controller.flags.dismiss({ flagId: flag.id, reason: 'hype' });
  await expect(
    test.supervisor.learning.reset({ roomId: 'room', parts, token: preview.token }),
  ).rejects.toMatchObject({ code: 'conflict' });
  const anew = await test.supervisor.learning.resetPreview({ roomId: 'room', parts });
  const after = await test.supervisor.learning.reset({ roomId: 'room', parts, token: anew.token });
  expect({
    after: [after.state, after.samples, after.dismissals, after.knowledge, after.canRollBack],
    preview: [anew.dismissals, anew.examples],
  }).toEqual({ after: ['prior', 0, 0, 0, true], preview: [1, ['主播是傻逼']] });
  // By mistake? The versions were kept.
  expect((await test.supervisor.learning.rollback({ roomId: 'room' })).model?.number).toBe(1);
  const audit = await test.supervisor.review.audit({ limit: 50 });
  expect(audit.entries.map((entry) => entry.what).filter((what) => what.startsWith('learning.'))).toEqual(
    expect.arrayContaining(['learning.train', 'learning.reset', 'learning.rollback']),
  );
});

it('L7 tells of a training as it goes on', async () => {
  const test = await start();
  await chat(test, 400);
  const feed = await test.controller.learning.feed();
  const frames: LearningFrame[] = [];
  const stages = new Set<string>();
  const reading = (async () => {
    for await (const frame of feed) {
      frames.push(frame);
      if (frame.kind === 'snapshot')
        for (const room of frame.rooms) if (room.training !== undefined) stages.add(room.training.stage);
      if (frame.kind !== 'room') continue;
      if (frame.room.training !== undefined) stages.add(frame.room.training.stage);
      if (frame.room.model !== undefined && frame.room.training === undefined) return;
    }
  })();
  await test.supervisor.learning.retrain({ roomId: 'room' });
  await reading;
  await feed.return(undefined);
  expect([frames[0]?.kind, stages.size > 0]).toEqual(['snapshot', true]);
});

it('L8 says why it could not learn, and goes on as before', async () => {
  const test = await start();
  await chat(test, 60);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  const after = await trained(test, 1);
  expect([after.state, after.lastTraining?.fault?.code, after.model]).toEqual([
    'prior',
    'invalid',
    undefined,
  ]);
});

it('L9 lets a new room of the platform begin from what the others say, and learn its own later', async () => {
  const test = await start();
  await chat(test, 500);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  await trained(test, 1);
  await test.core.ensureRoom({
    id: 'new',
    name: '新房间',
    plugin: 'test',
    settings: {},
    enabled: true,
    createdAt: 2,
  });
  const prior = await trained(test, 1, 'new');
  await chat(test, 400, 'new');
  await test.supervisor.learning.retrain({ roomId: 'new' });
  const own = await trained(test, 2, 'new');
  expect({
    begins: [prior.state, prior.model?.why, prior.model?.samples, (prior.model?.borrowed ?? 0) > 400],
    knows: prior.knowledge > 0.2,
    later: [own.state, (own.model?.samples ?? 0) > 300],
  }).toEqual({ begins: ['prior', 'first', 0, true], knows: true, later: ['learnt', true] });
});

it('L10 does not learn the messages that came before a raid was seen', async () => {
  const test = await start();
  await chat(test, 400);
  const line = '这个主播以前骗过粉丝的钱大家小心';
  const at = Date.now();
  await test.platform.say(
    Array.from({ length: 10 }, (_, index) =>
      chatEvent({ key: `r${index}`, user: `raider${index}`, text: line, at: at + index * 500 }),
    ),
  );
  await test.until(() =>
    [...test.core.services.desk.flags.values()].find((flag) => flag.category === 'raid' && flag.count > 6),
  );
  const heard = (await view(test)).samples;
  await test.supervisor.learning.retrain({ roomId: 'room' });
  const learnt = await trained(test, 1);
  expect(heard - learnt.samples).toBeGreaterThan(0);
});

it('L11 trains anew where the kept version does not fit the program any more', async () => {
  const store = createMemoryStore();
  const test = await start({ store: keptOpen(store) });
  await chat(test, 400);
  await test.supervisor.learning.retrain({ roomId: 'room' });
  await trained(test, 1);
  await test.core.close();
  started.pop();
  const row = await store.get('models', 'room/1');
  if (row !== null) await store.write([{ op: 'put', table: 'models', row: { ...row, packed: 'AAAA' } }]);
  const again = await start({ store: keptOpen(store) });
  const anew = await trained(again, 2);
  expect([anew.model?.why, anew.state]).toEqual(['first', 'learnt']);
});

/** A store that outlives the core over it. */
function keptOpen(store: Store): Store {
  return { ...store, close: () => Promise.resolve() };
}
