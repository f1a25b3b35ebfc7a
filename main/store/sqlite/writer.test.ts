import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { foldText } from '../../../shared/detect/fold.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import type { StoredEvent } from '../store.ts';
import type { OpenWriter } from './open-writer.ts';
import { openWriter } from './open-writer.ts';
import { openReader } from './reader.ts';
import { toSteps } from './steps.ts';

const DAY = 86_400_000;
let dir: string;
let writer: OpenWriter;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'changkong-writer-'));
  writer = open();
});
afterEach(() => {
  writer.close();
  rmSync(dir, { recursive: true, force: true });
});

describe('sealing', () => {
  it('hands old days over piece by piece and counts nobody twice', () => {
    const people = Array.from({ length: 2500 }, (_, index) => `u${index}`);
    for (const [day, user] of [0, 1, 2, 3].flatMap((day) => people.map((user) => [day, user] as const))) {
      rows.push({
        offset: rows.length,
        event: giftEvent({ key: `${day}${user}`, user, fen: 1, at: TEST_TIME + day * DAY }),
        verdicts: [],
      });
    }
    put(rows);
    const seen = new Set<string>();
    do {
      seen.add(JSON.stringify([person('u0'), person('u1200'), person('u2499')]));
    } while (writer.idle());
    expect([...seen]).toHaveLength(1);
    expect(JSON.parse([...seen][0] ?? '')).toMatchObject([{ totals: [{ amountMinor: '4' }] }, {}, {}]);
    expect(daysOf()).toEqual(['sealed', 'sealed', 'open', 'open']);
  });

  it('puts an event of a sealed day into the newest file', () => {
    put(
      [0, 1, 2].map((day) => ({
        offset: day,
        event: chatEvent({ key: `k${day}`, at: TEST_TIME + day * DAY }),
        verdicts: [],
      })),
    );
    while (writer.idle());
    put([{ offset: 3, event: chatEvent({ key: 'late', at: TEST_TIME }), verdicts: [] }]);
    const reader = openReader(dir, foldText);
    const found = JSON.parse(
      reader.read('events', [{ order: 'newest', limit: 9, from: TEST_TIME, to: TEST_TIME + 1 }]),
    );
    expect(found.rows.map((row: StoredEvent) => row.offset)).toEqual([3, 0]);
    reader.close();
    expect(person('u1')).toMatchObject({ messages: 4 });
  });
});

describe('removing', () => {
  it('finishes what a kill interrupted between marking and unlinking', () => {
    put(
      [-1, 0].map((day) => ({
        offset: day + 1,
        event: chatEvent({ key: `k${day}`, at: TEST_TIME + day * DAY }),
        verdicts: [],
      })),
    );
    expect(writer.retire({ now: TEST_TIME + 8 * DAY, maxAgeDays: 8, maxBytes: 1e12 })).toEqual([
      '2026-02-28',
    ]);
    const file = join(dir, 'events-2026-02-28.sqlite');
    expect(existsSync(file)).toBe(true);
    writer.close();
    writer = open();
    expect([existsSync(file), person('u1')]).toMatchObject([false, { messages: 2 }]);
  });
});

describe('failing', () => {
  it('takes a batch back when the second file does not commit', () => {
    let isFailing = true;
    writer.close();
    writer = open(() => {
      if (isFailing) throw new Error('disk full');
    });
    const write = toSteps([
      { op: 'events', rows: [{ offset: 0, event: giftEvent({ key: 'a' }), verdicts: [] }] },
      { op: 'put', table: 'settings', row: { id: 's', value: 1, updatedAt: 1 } },
    ]);
    expect(writer.commit([write])).toMatchObject([
      { ok: false, fault: { code: 'store_failed', detail: 'disk full' } },
    ]);
    expect([writer.events(), person('u1')]).toEqual([0, null]);
    isFailing = false;
    expect(writer.commit([write])).toEqual([{ ok: true, duplicates: [], audit: [] }]);
    expect([writer.events(), person('u1')]).toMatchObject([1, { totals: [{ amountMinor: '100' }] }]);
  });

  it('tells ids apart that share a key', () => {
    const day = new Database(join(dir, 'events-2026-03-01.sqlite'));
    put([{ offset: 0, event: chatEvent({ key: 'a' }), verdicts: [] }]);
    const key = (id: string): unknown =>
      day
        .prepare("SELECT key FROM events JOIN docs USING (row) WHERE doc ->> '$.event.eventId' = ?")
        .pluck()
        .get(id);
    put([{ offset: 1, event: chatEvent({ key: 'b' }), verdicts: [] }]);
    const taken = key('demo:room:chat:b');
    day.exec(
      'DELETE FROM events WHERE off = 1; DELETE FROM docs WHERE row = 2; DELETE FROM search WHERE rowid = 2',
    );
    day.prepare('UPDATE events SET key = ? WHERE off = 0').run(taken);
    day.close();
    writer.close();
    writer = open();
    put([{ offset: 2, event: chatEvent({ key: 'b' }), verdicts: [] }]);
    const reader = openReader(dir, foldText);
    expect(JSON.parse(reader.read('eventById', ['demo:room:chat:b']))).toMatchObject({ offset: 2 });
    reader.close();
  });
});

const rows: StoredEvent[] = [];

function open(between?: () => void): OpenWriter {
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText, between });
  if (!opened.ok) throw new Error(opened.fault.detail);
  return opened.value;
}

function put(events: readonly StoredEvent[]): void {
  expect(writer.commit([toSteps([{ op: 'events', rows: events }])])).toMatchObject([
    { ok: true, duplicates: [] },
  ]);
}

function person(user: string): unknown {
  const reader = openReader(dir, foldText);
  try {
    return JSON.parse(reader.read('person', [`demo:${user}`]));
  } finally {
    reader.close();
  }
}

function daysOf(): unknown {
  const db = new Database(join(dir, 'decisions.sqlite'));
  try {
    return db.prepare('SELECT state FROM days ORDER BY day').pluck().all();
  } finally {
    db.close();
  }
}
