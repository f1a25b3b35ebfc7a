import { expect, it } from 'vitest';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import { chatEvent, giftEvent, TEST_TIME } from '../../../shared/testing/events.ts';
import { verifyAuditChain } from '../audit-chain.ts';
import type { PersonNote } from '../records.ts';
import type { StoreOp } from '../store.ts';
import { StoreError } from '../store-error.ts';
import type { Lab } from './helpers.ts';
import { DAY, draft, flag, stored, verdict } from './helpers.ts';

/** What a write does: all or nothing, repeats told, records replaced, audit chained. */
export function writesContract(lab: Lab): void {
  it('S1 gives back exactly what was written', async () => {
    const rows = [
      stored(1, chatEvent({ key: 'a', text: '你好' }), [verdict('ad')]),
      stored(2, giftEvent({ key: 'b' })),
    ];
    expect(await lab.put(rows)).toEqual({ duplicates: [], audit: [] });
    expect((await lab.store().events({ order: 'oldest', limit: 10 })).rows).toEqual(rows);
    expect(await lab.store().eventById('demo:room:chat:a')).toEqual(rows[0]);
    expect(await lab.store().eventById('demo:room:chat:none')).toBe(null);
  });

  it('S2 writes all operations or none', async () => {
    await lab.put([stored(1, chatEvent({ key: 'kept', text: '原来' }))]);
    const broken = { op: 'delete', table: 'nowhere', id: 'x' } as unknown as StoreOp;
    const write = lab
      .store()
      .write([
        { op: 'events', rows: [stored(2, chatEvent({ key: 'lost', text: '丢失', user: 'u2' }))] },
        { op: 'put', table: 'flags', row: flag('f1') },
        { op: 'audit', entry: draft('flag.open') },
        broken,
      ]);
    await expect(write).rejects.toThrow(StoreError);
    await expect(write).rejects.toThrow(/^write: /);
    expect(await lab.ids({})).toEqual(['kept']);
    expect(await lab.ids({ text: '丢失' })).toEqual([]);
    expect(await lab.store().get('flags', 'f1')).toBe(null);
    expect(await lab.store().audit({ limit: 10 })).toEqual([]);
    expect(await lab.store().person('demo:u2')).toBe(null);
    const sums = await lab.store().timeline('room', TEST_TIME, TEST_TIME + 1, 10_000);
    expect(sums.map((bucket) => bucket.chat)).toEqual([1]);
  });

  it('S3 a failed write does not take its neighbours with it', async () => {
    const broken = { op: 'delete', table: 'nowhere', id: 'x' } as unknown as StoreOp;
    const results = await Promise.allSettled([
      lab.put([stored(1, chatEvent({ key: 'a' }))]),
      lab.store().write([{ op: 'events', rows: [stored(2, chatEvent({ key: 'b' }))] }, broken]),
      lab.put([stored(3, chatEvent({ key: 'c' }))]),
    ]);
    expect(results.map((result) => result.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(await lab.ids({ order: 'oldest' })).toEqual(['a', 'c']);
  });

  it('S4 tells repeats and does not store them again', async () => {
    const first = stored(1, chatEvent({ key: 'a', text: '退款' }));
    await lab.put([first]);
    const again = await lab.put([
      stored(2, chatEvent({ key: 'a', text: '退款' })),
      stored(3, chatEvent({ key: 'b', text: '退款' })),
      stored(4, chatEvent({ key: 'b', text: '退款' })),
    ]);
    expect(again.duplicates).toEqual(['demo:room:chat:a', 'demo:room:chat:b']);
    expect(await lab.ids({ text: '退款' })).toEqual(['b', 'a']);
    expect((await lab.store().person('demo:u1'))?.messages).toBe(2);
  });

  it('S5 knows a repeat of just before midnight', async () => {
    const midnight = Math.ceil(TEST_TIME / DAY) * DAY;
    await lab.put([stored(1, chatEvent({ key: 'a', at: midnight - 1000 }))]);
    const result = await lab.put([
      stored(2, chatEvent({ key: 'a', at: midnight - 1000, base: { receivedAt: midnight + 1000 } })),
      stored(3, chatEvent({ key: 'b', at: midnight + 1000 })),
    ]);
    expect(result.duplicates).toEqual(['demo:room:chat:a']);
    expect(await lab.ids({})).toEqual(['b', 'a']);
  });

  it('S13 replaces and deletes records, the last word of a write wins', async () => {
    const note: PersonNote = {
      id: 'n1',
      personId: 'demo:u1',
      roomId: 'room',
      at: TEST_TIME,
      by: SYSTEM,
      text: 'one',
    };
    await lab.store().write([
      { op: 'put', table: 'notes', row: note },
      { op: 'put', table: 'notes', row: { ...note, text: 'two', personId: 'demo:u2' } },
      {
        op: 'put',
        table: 'settings',
        row: { id: 's', value: { list: [1, null, 'x'] }, updatedAt: TEST_TIME },
      },
    ]);
    expect(await lab.store().get('notes', 'n1')).toEqual({ ...note, text: 'two', personId: 'demo:u2' });
    expect(
      (await lab.store().list({ table: 'notes', where: { personId: 'demo:u1' }, limit: 9 })).rows,
    ).toEqual([]);
    expect((await lab.store().get('settings', 's'))?.value).toEqual({ list: [1, null, 'x'] });
    await lab.store().write([
      { op: 'delete', table: 'notes', id: 'n1' },
      { op: 'delete', table: 'notes', id: 'never' },
    ]);
    expect(await lab.store().get('notes', 'n1')).toBe(null);
  });

  it('S14 chains the audit', async () => {
    const first = await lab.store().write([
      { op: 'audit', entry: draft('a', { roomId: 'room' }) },
      { op: 'audit', entry: draft('b', { detail: '详情' }) },
    ]);
    await lab.store().write([{ op: 'audit', entry: draft('c', { roomId: 'room' }) }]);
    const all = await lab.store().audit({ limit: 10 });
    expect(all.map((entry) => [entry.seq, entry.what])).toEqual([
      [1, 'a'],
      [2, 'b'],
      [3, 'c'],
    ]);
    expect(first.audit).toEqual(all.slice(0, 2));
    expect(verifyAuditChain(all)).toEqual({ ok: true, entries: 3 });
    expect((await lab.store().audit({ limit: 1 })).map((entry) => entry.what)).toEqual(['c']);
    expect((await lab.store().audit({ fromSeq: 2, limit: 1 })).map((entry) => entry.what)).toEqual(['b']);
    expect((await lab.store().audit({ roomId: 'room', limit: 9 })).map((entry) => entry.what)).toEqual([
      'a',
      'c',
    ]);
  });

  it('S21 keeps hostile text as it came', async () => {
    const odd = [
      '\ud800',
      '\u0000x',
      "'; DROP TABLE events; --",
      '\u202e\u200b退款',
      '__proto__',
      'a'.repeat(5000),
    ];
    const rows = odd.map((text, offset) => {
      const unit = offset === 4 ? '__proto__' : 'constructor';
      const money = { kind: 'virtual', unit, amountMinor: '5', scale: 0 } as const;
      return stored(
        offset,
        giftEvent({ key: text, roomId: text, user: text, name: text, gift: text, money }),
      );
    });
    await lab.put(rows);
    expect((await lab.store().events({ order: 'oldest', limit: 10 })).rows).toEqual(rows);
    expect((await lab.put(rows)).duplicates).toEqual(rows.map((row) => row.event.eventId));
    for (const { event } of rows) expect(await lab.store().eventById(event.eventId)).toMatchObject({ event });
    expect(Object.keys(await lab.store().nextOffsets())).toContain('__proto__');
    expect(await lab.store().person('demo:__proto__')).toMatchObject({ totals: [{ unit: '__proto__' }] });
  });
}
