import { describe, expect, it } from 'vitest';
import { createGuardJoin } from './bilibili-guard-join.ts';
import { counter, createDecoder, detectFormat } from './index.ts';
import { createOccurrences } from './occurrence.ts';
import { createGiftBatches } from './twitch-gifts.ts';

type Step = readonly ['open', key: string, size: number] | readonly ['gift', key: string];

describe('gift batches', () => {
  it.each<[string, readonly Step[], readonly number[]]>([
    [
      'batch, then its gifts',
      [
        ['open', 'b', 2],
        ['gift', 'b'],
        ['gift', 'b'],
      ],
      [2, 0, 0],
    ],
    [
      'a gift before its batch',
      [
        ['gift', 'b'],
        ['open', 'b', 2],
        ['gift', 'b'],
      ],
      [1, 1, 0],
    ],
    [
      'gifts whose batch was never seen',
      [
        ['gift', 'b'],
        ['gift', 'b'],
      ],
      [1, 1],
    ],
    ['a single gift', [['gift', '']], [1]],
    [
      'an old recording without ids',
      [
        ['open', '', 2],
        ['gift', ''],
        ['gift', ''],
        ['gift', ''],
      ],
      [2, 0, 0, 1],
    ],
    [
      'two batches',
      [
        ['open', 'a', 1],
        ['open', 'b', 1],
        ['gift', 'b'],
        ['gift', 'a'],
        ['gift', 'c'],
      ],
      [1, 1, 0, 0, 1],
    ],
  ])('%s', (_, steps, expected) => {
    const batches = createGiftBatches();
    const counts = steps.map((step) =>
      step[0] === 'open' ? batches.open(step[1], 'giver', step[2]) : batches.gift(step[1], 'giver'),
    );
    expect(counts).toEqual(expected);
  });
});

describe('guards and their toasts', () => {
  it('joins in either order, each purchase once', () => {
    const join = createGuardJoin(10);
    const first = join.bought('u.3');
    const second = join.bought('u.3');
    expect(join.toasted('u.3', 'pay-1', 'T')).toBe(true);
    expect([first.toast(), second.toast(), second.open()]).toEqual(['pay-1', null, true]);
    join.toasted('v.3', 'pay-2', 'T');
    expect(join.bought('v.3').toast()).toBe('pay-2');
    expect(join.bought('v.3').toast()).toBe(null);
  });

  it('takes the second form of a toast for the same purchase', () => {
    const join = createGuardJoin(10);
    expect([join.toasted('u.3', 'pay', 'T'), join.toasted('u.3', 'pay', 'T_V2')]).toEqual([true, false]);
  });

  it('gives up after its lookahead', () => {
    const join = createGuardJoin(3);
    const ticket = join.bought('u.3');
    for (let packet = 0; packet < 3; packet++) join.advance();
    expect([ticket.open(), ticket.toast()]).toEqual([false, null]);
  });

  it('never waits live', () => {
    expect(createGuardJoin(0).bought('u.3').open()).toBe(false);
  });
});

describe('occurrences', () => {
  it('counts repeats and forgets in bounded memory', () => {
    const repeats = createOccurrences(3);
    expect(['a', 'a', 'b', 'a'].map(repeats.next)).toEqual([0, 1, 0, 2]);
    for (let n = 0; n < 10; n++) repeats.next(`x${n}`);
    expect(repeats.next('a')).toBe(0);
  });
});

describe('a recording is recognised', () => {
  it.each([
    ['@badges=;id=1 :a!a@a PRIVMSG #c :hi', 'twitch-irc'],
    [':a!a@a PRIVMSG #c :hi', 'twitch-irc'],
    [':tmi.twitch.tv 001 me :Welcome', 'twitch-irc'],
    ['\ufeff<?xml version="1.0"?><i>', 'bilibili-xml'],
    ['<i><d p="0">', 'bilibili-xml'],
    ['{"cmd":"LIVE"}', 'bilibili-packets'],
    ['{"case":"x","packet":{}}', 'bilibili-packets'],
    ['{"data":{},"cmd":"ROOM_SILENT_ON"}', 'bilibili-packets'],
    ['{"at":1,"text":"x"}', 'jsonl'],
    ['晚上好', 'text'],
    ['@小满 你好', 'text'],
    [': PRIVMSG', 'text'],
    ['', 'text'],
  ])('%s', (text, format) => {
    expect(detectFormat(text)).toBe(format);
  });
});

describe('a format told while reading', () => {
  it('waits for a line before it decides, and loses nothing', () => {
    const context = {
      roomId: 'r',
      source: 's',
      session: 'S',
      historical: true,
      now: () => 0,
      nextSeq: counter(),
    };
    const decoder = createDecoder('auto', context);
    const line = '{"data":{},"cmd":"ROOM_SILENT_ON"}';
    const out = [...[...`\n${line}\n${line}`].flatMap((letter) => decoder.push(letter)), ...decoder.end()];
    expect(out.map((item) => 'event' in item && item.event.kind)).toEqual(['room_state', 'room_state']);
    expect(decoder.counters()).toMatchObject({ lines: 3, events: 2, skipped: 1 });
  });

  it('reads nothing as nothing', () => {
    const context = {
      roomId: 'r',
      source: 's',
      session: 'S',
      historical: true,
      now: () => 0,
      nextSeq: counter(),
    };
    const decoder = createDecoder('auto', context);
    expect([...decoder.push(''), ...decoder.end()]).toEqual([]);
  });
});
