import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../shared/detect/fold.ts';
import { TEST_TIME } from '../../shared/testing/events.ts';
import { verifyAuditChain } from './audit-chain.ts';
import { STORM_ROWS, stormName, stormWrite } from './crash.storm.ts';
import { dayFileName } from './days.ts';
import { daysInFolder } from './sqlite/catalog.ts';
import { openWriter } from './sqlite/open-writer.ts';

const CHILD = fileURLToPath(new URL('./crash.child.ts', import.meta.url));

/** What was acknowledged before the kill, and how far the child can have come. */
interface Storm {
  readonly run: number;
  readonly acked: readonly number[];
}

describe('kill -9 during a write storm', { timeout: 300_000 }, () => {
  it.each([
    ['engine', 4, 11],
    ['threads', 2, 3],
  ] as const)(
    '%s: nothing acknowledged is lost, nothing is doubled (%i folders, %i kills each)',
    async (mode, folders, kills) => {
      const lanes = Array.from({ length: folders }, async (_, lane) => {
        await inFolder(async (dir) => {
          const storms: Storm[] = [];
          for (let run = 0; run < kills; run += 1) {
            const acked = await stormUntil(dir, run, mode, 3 + ((lane * 7 + run * 5) % 40));
            storms.push({ run, acked });
            expect(inspect(dir, storms)).toEqual(SOUND);
          }
        });
      });
      await Promise.all(lanes);
    },
  );

  it('a kill between the two files takes the whole write back, sums included', async () => {
    await inFolder(async (dir) => {
      const storms: Storm[] = [];
      for (const [run, killAt] of [1, 2, 3, 6, 7].entries()) {
        const acked = await stormUntil(dir, run, 'engine', Number.POSITIVE_INFINITY, killAt);
        storms.push({ run, acked });
        // The control: without taking back, the files are apart, so the kill did hit between them.
        expect(look(dir, storms).undecided).toEqual([stormName(run, acked.length + 1)]);
        expect(inspect(dir, storms)).toEqual(SOUND);
        expect(namesIn(dir).has(stormName(run, acked.length + 1))).toBe(false);
      }
    });
  });
});

const SOUND = {
  integrity: ['ok'],
  lost: [],
  torn: [],
  doubled: 0,
  undecided: [],
  messages: true,
  slots: true,
  search: true,
  audit: true,
};

/** Runs a child until it acknowledged so many writes and a moment more, or until it kills itself. */
function stormUntil(
  dir: string,
  run: number,
  mode: string,
  acks: number,
  killAt = 0,
): Promise<readonly number[]> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'changkong-crash-code') };
    const child = spawn(process.execPath, [CHILD, dir, String(run), mode, String(killAt)], { env });
    let out = '';
    let errors = '';
    child.stdout.on('data', (data) => {
      out += data;
      if (out.split('\n').length > acks) setTimeout(() => child.kill('SIGKILL'), (run * 3) % 8);
    });
    child.stderr.on('data', (data) => {
      errors += data;
    });
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(errors));
      const whole = out.slice(0, out.lastIndexOf('\n') + 1);
      resolve(whole.split('\n').filter(Boolean).map(Number));
    });
  });
}

/** Opens what the kill left, as the next start would, and looks at every promise. */
function inspect(dir: string, storms: readonly Storm[]): typeof SOUND {
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  if (!opened.ok) throw new Error(opened.fault.detail);
  opened.value.close();
  return look(dir, storms);
}

function look(dir: string, storms: readonly Storm[]): typeof SOUND {
  const files = daysInFolder(dir).map((day) => new Database(join(dir, dayFileName(day))));
  const decisions = new Database(join(dir, 'decisions.sqlite'));
  const all = (sql: string): unknown[] => files.flatMap((file) => file.prepare(sql).pluck().all());
  const sum = (sql: string): number => all(sql).reduce((total: number, value) => total + Number(value), 0);
  const keys = all("SELECT doc ->> '$.event.eventId' FROM docs").map((id) => String(id).split(':')[3] ?? '');
  const writes = new Map<string, number>();
  for (const key of keys) {
    const name = key.split('-')[0] ?? '';
    writes.set(name, (writes.get(name) ?? 0) + 1);
  }
  const decided = new Set(decisions.prepare('SELECT id FROM settings').pluck().all());
  const numberOf = (name: string): number => Number(name.split('n')[1]);
  const chain = decisions.prepare('SELECT doc FROM audit ORDER BY seq').pluck().all();
  const entries = chain.map((doc) => JSON.parse(String(doc)));
  try {
    return {
      integrity: [
        ...new Set(
          [decisions, ...files].map((file) => String(file.pragma('integrity_check', { simple: true }))),
        ),
      ],
      lost: storms.flatMap(({ run, acked }) =>
        acked.map((n) => stormName(run, n)).filter((name) => writes.get(name) !== STORM_ROWS),
      ) as never[],
      torn: [...writes].filter(([, rows]) => rows !== STORM_ROWS) as never[],
      doubled: keys.length - new Set(keys).size,
      undecided: [...new Set([...writes.keys(), ...(decided as Set<string>)])].filter(
        (name) => writes.has(name) !== decided.has(name) && stormWrite(0, numberOf(name)).length > 1,
      ) as never[],
      messages:
        sum('SELECT coalesce(sum(messages), 0) FROM people') ===
        sum('SELECT count(*) FROM events WHERE kind = 0'),
      slots: sum('SELECT coalesce(sum(chat + gifts), 0) FROM slots') === keys.length,
      search:
        sum(`SELECT count(*) FROM search WHERE search MATCH '"风暴"'`) ===
        sum('SELECT count(*) FROM events WHERE kind = 0'),
      audit: verifyAuditChain(entries).ok && entries.length === decided.size,
    };
  } finally {
    for (const file of [decisions, ...files]) file.close();
  }
}

function namesIn(dir: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const day of daysInFolder(dir)) {
    const file = new Database(join(dir, dayFileName(day)), { readonly: true });
    for (const id of file.prepare("SELECT doc ->> '$.event.eventId' FROM docs").pluck().all()) {
      names.add(String(id).split(':')[3]?.split('-')[0] ?? '');
    }
    file.close();
  }
  return names;
}

async function inFolder(work: (dir: string) => Promise<void>): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'changkong-crash-'));
  try {
    await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
