import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { countedMoney, textOf } from '../domain/event.ts';
import { addMoney, type MoneyTotals } from '../domain/money.ts';
import { counter, createDecoder, detectFormat } from './index.ts';

/** Real captures, kept outside the project; without them these tests are skipped. */
const CAPTURES = new URL('../../../shared/data/captures/', import.meta.url);
const present = existsSync(CAPTURES);

function read(name: string) {
  const text = readFileSync(new URL(name, CAPTURES), 'utf8');
  const decoder = createDecoder(detectFormat(text), {
    roomId: 'r',
    source: 's',
    session: 'S',
    historical: true,
    now: () => 1_780_000_000_000,
    nextSeq: counter(),
  });
  const all = [...decoder.push(text), ...decoder.end()];
  const events = all.flatMap((item) => ('event' in item ? [item.event] : []));
  const kinds: Record<string, number> = {};
  let money: MoneyTotals = {};
  for (const event of events) {
    kinds[event.kind] = (kinds[event.kind] ?? 0) + 1;
    const paid = countedMoney(event);
    if (paid !== undefined) money = addMoney(money, paid);
  }
  const sums = Object.fromEntries(Object.values(money).map(({ unit, amountMinor }) => [unit, amountMinor]));
  return { events, kinds, sums, refused: all.length - events.length, counters: decoder.counters() };
}

describe.skipIf(!present)(`real captures${present ? '' : ' (skipped: ../shared/data is absent)'}`, () => {
  it('a busy room loses no event', () => {
    const { kinds, refused, events } = read('twitch/busy-room-48min.irc.txt');
    expect({ kinds, refused, ids: new Set(events.map((event) => event.eventId)).size }).toEqual({
      kinds: { chat: 1_941, membership: 1 },
      refused: 0,
      ids: 1_942,
    });
  });

  it('cheers are paid messages whose text is read', () => {
    const { kinds, sums, events } = read('twitch/cheers.irc.txt');
    expect({ kinds, sums }).toEqual({ kinds: { chat: 995 }, sums: { bits: '303765' } });
    expect(events.every((event) => textOf(event) !== '')).toBe(true);
  });

  it('gifts are counted once', () => {
    const { sums, refused } = read('twitch/subs-gifts-shared.irc.txt');
    expect({ sums, refused }).toMatchObject({ sums: { sub_tier: '15' }, refused: 0 });
  });

  it('Bilibili packets: combo, guard and super chat once, silver never, unknown counted', () => {
    const { events, kinds, sums, counters } = read('bilibili/blive-mock-packets.ndjson');
    expect(events).toHaveLength(79);
    expect({ gift: kinds.gift, membership: kinds.membership, superchat: kinds.superchat, sums }).toEqual({
      gift: 8,
      membership: 2,
      superchat: 3,
      sums: { gold: '350800', CNY: '16000' },
    });
    expect(Object.values(counters.unknown).reduce((sum, n) => sum + n, 0)).toBe(kinds.unknown);
  });

  it("a recorder's XML", () => {
    const { kinds, refused } = read('bilibili/danmakuconvert-sample.xml');
    expect({ kinds, refused }).toEqual({
      kinds: { chat: 120, gift: 24, membership: 3, superchat: 6 },
      refused: 0,
    });
  });
});
