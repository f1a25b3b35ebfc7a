import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { chatEvent, TEST_TIME } from '../../shared/testing/events.ts';
import { storeContract } from './contract.suite.ts';
import { openSqliteStore } from './sqlite-store.ts';
import type { Store } from './store.ts';

storeContract(
  'sqlite',
  async () => {
    const dir = await mkdtemp(join(tmpdir(), 'changkong-store-'));
    const open = async (): Promise<Store> => {
      const opened = await openSqliteStore({ dir, clock: { now: () => TEST_TIME } });
      if (!opened.ok) throw new Error(opened.fault.detail);
      return opened.value;
    };
    return { open, dispose: () => rm(dir, { recursive: true, force: true }) };
  },
  true,
);

async function inFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'changkong-store-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

it('says what is wrong when it cannot be opened', async () => {
  await inFolder(async (dir) => {
    const file = join(dir, 'file');
    await writeFile(file, 'not a folder');
    const clock = { now: () => TEST_TIME };
    const workerUrl = new URL('./nowhere.ts', import.meta.url);
    const opened = [openSqliteStore({ dir: file, clock }), openSqliteStore({ dir, clock, workerUrl })];
    expect(await Promise.all(opened)).toMatchObject([
      { ok: false, fault: { code: 'store_failed', detail: expect.stringContaining('EEXIST') } },
      { ok: false, fault: { code: 'store_failed', detail: expect.stringContaining('nowhere.ts') } },
    ]);
  });
});

it('refuses a folder that is already open, until it is closed', async () => {
  await inFolder(async (dir) => {
    const open = () => openSqliteStore({ dir, clock: { now: () => TEST_TIME } });
    const first = await open();
    expect(await open()).toMatchObject({
      ok: false,
      fault: { code: 'store_in_use', detail: expect.any(String) },
    });
    if (first.ok) await first.value.close();
    const again = await open();
    expect(again.ok && (await again.value.close())).toBe(undefined);
  });
});

it('lets so many events through at once and shows the others as backlog', async () => {
  await inFolder(async (dir) => {
    const opened = await openSqliteStore({ dir, clock: { now: () => TEST_TIME }, creditEvents: 10 });
    if (!opened.ok) throw new Error(opened.fault.detail);
    const store = opened.value;
    const writes = Array.from({ length: 6 }, (_, write) => {
      const rows = Array.from({ length: 4 }, (_, row) => {
        const offset = write * 4 + row;
        return { offset, event: chatEvent({ key: String(offset) }), verdicts: [] };
      });
      return store.write([{ op: 'events', rows }]);
    });
    expect(store.gauges()).toMatchObject({ backlogEvents: 24, credit: 2 });
    await Promise.all(writes);
    expect(store.gauges()).toMatchObject({ backlogEvents: 0, credit: 10, events: 24 });
    const page = await store.events({ order: 'oldest', limit: 100 });
    expect(page.rows.map((row) => row.offset)).toEqual(Array.from({ length: 24 }, (_, offset) => offset));
    await store.close();
  });
});

it('tells when a thread ends by itself, refuses what waits and what comes, and can still be closed', async () => {
  const code = `import { parentPort } from 'node:worker_threads';
    parentPort.once('message', () => {
      parentPort.postMessage({ kind: 'ready' });
      parentPort.once('message', () => process.exit(7));
    });`;
  const lines: string[] = [];
  const opened = await openSqliteStore({
    dir: tmpdir(),
    clock: { now: () => TEST_TIME },
    workerUrl: new URL(`data:text/javascript,${encodeURIComponent(code)}`),
    log: (message) => lines.push(message),
  });
  if (!opened.ok) throw new Error(opened.fault.detail);
  const store = opened.value;
  const write = () => store.write([{ op: 'delete', table: 'flags', id: 'x' }]);
  await expect(write()).rejects.toThrow(/^write: store_failed .*ended with code 7/);
  await expect(write()).rejects.toThrow(/^write: store_failed/);
  await expect(store.get('flags', 'x')).rejects.toThrow(/^get: store_failed .*ended with code 7/);
  expect(lines).toEqual(['the store writer ended', 'the store reader ended']);
  await store.close();
});
