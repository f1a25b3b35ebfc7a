import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../domain/event-schema.ts';
import { type Decoded, type Format, knownFormats } from './decoder.ts';
import { counter, createDecoder } from './index.ts';

function decode(format: Format, pieces: readonly string[]): readonly Decoded[] {
  const decoder = createDecoder(format, {
    roomId: 'r',
    source: 's',
    session: 'S',
    historical: true,
    now: () => 1_720_000_000_000,
    nextSeq: counter(),
  });
  return [...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()];
}

/** Text that looks a little like each format. */
const fragments = fc.constantFrom(
  '@id=1;user-id=1;bits=9 ',
  '@slow=-5;followers-only=-9 :tmi.twitch.tv ROOMSTATE #c\n',
  ':a!a@a PRIVMSG #c :',
  'USERNOTICE',
  'msg-id=subgift',
  '\\s',
  ';',
  '=',
  '\u0001ACTION ',
  '{"cmd":"DANMU_MSG","info":[[',
  ']]}',
  '{"cmd":"SEND_GIFT","data":',
  '"num":-1e99',
  '{"cmd":"SUPER_CHAT_MESSAGE","data":{"price":',
  '}}',
  '{"cmd":"GUARD_BUY"}',
  '{"cmd":"USER_TOAST_MSG_V2"}',
  '{"cmd":"LIVE_OPEN_PLATFORM_GUARD"}',
  '{"cmd":"INTERACT_WORD_V2","data":{"pb":"CAE="}}',
  '<d p="',
  '" uid="0">',
  '</d>',
  '<gift giftname="x" price="',
  '"/>',
  '<![CDATA[',
  '<!--',
  '&#xD800;',
  '&#0;',
  '<sc price="9999999999999999">',
  '{"at":1,"user":"u","text":"',
  '"}',
  '\ud800',
  '\udc00',
  '\u0000',
  '\n',
  '\r\n',
  '\ufeff',
  '99999999999999999999',
  ' ',
  'null',
  '[',
  '__proto__',
);
const soup = fc.array(fc.oneof(fragments, fc.string()), { maxLength: 40 });

describe.each(knownFormats)('%s, given anything', (format) => {
  it('never throws, and whatever comes out keeps the schema', () => {
    fc.assert(
      fc.property(soup, (pieces) => {
        const events = decode(format, pieces).flatMap((item) => ('event' in item ? [item.event] : []));
        expect(events.map(parseEvent).filter((parsed) => !parsed.ok)).toEqual([]);
        expect(events.map((event) => event.seq)).toEqual(events.map((_, index) => index));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same however it is cut', () => {
    fc.assert(
      fc.property(soup, fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        const text = pieces.join('');
        const cut = Array.from({ length: Math.ceil(text.length / size) }, (_, at) =>
          text.slice(at * size, (at + 1) * size),
        );
        expect(decode(format, cut)).toEqual(decode(format, [text]));
      }),
      { numRuns: 150 },
    );
  });
});

describe('packets with a command and nothing it needs', () => {
  it.each([
    'DANMU_MSG',
    'SEND_GIFT',
    'SEND_GIFT_V2',
    'COMBO_SEND',
    'GUARD_BUY',
    'USER_TOAST_MSG',
    'USER_TOAST_MSG_V2',
    'SUPER_CHAT_MESSAGE',
    'SUPER_CHAT_MESSAGE_JPN',
    'INTERACT_WORD',
    'INTERACT_WORD_V2',
    'ENTRY_EFFECT',
    'LIKE_INFO_V3_CLICK',
    'LIVE',
    'PREPARING',
    'ROOM_BLOCK_MSG',
    'RECALL_DANMU_MSG',
    'WATCHED_CHANGE',
    'NOTICE_MSG',
    'ROOM_ADMINS',
    'LIVE_OPEN_PLATFORM_DM',
    'LIVE_OPEN_PLATFORM_SEND_GIFT',
    'LIVE_OPEN_PLATFORM_GUARD',
    'LIVE_OPEN_PLATFORM_SUPER_CHAT',
  ])('%s is still one event and no money', (cmd) => {
    for (const packet of [
      { cmd },
      { cmd, data: null },
      { cmd, data: [] },
      { cmd, data: { uid: {}, price: 'x', num: -5 }, info: 7 },
    ]) {
      const out = decode('bilibili-packets', [JSON.stringify(packet)]);
      expect(out).toHaveLength(1);
      expect(JSON.stringify(out)).not.toContain('"counted":true');
    }
  });
});

describe('one gift in both forms', () => {
  it('counts once and has one id', () => {
    const gift = {
      cmd: 'SEND_GIFT',
      data: { giftName: 'x', num: 1, total_coin: 100, coin_type: 'gold', tid: 't', uid: 5 },
    };
    const events = decode('bilibili-packets', [`${JSON.stringify(gift)}\n${JSON.stringify(gift)}`]).flatMap(
      (item) => ('event' in item ? [item.event] : []),
    );
    expect(events.map((event) => [event.eventId, event.kind === 'gift' && event.body.paid.counted])).toEqual([
      ['bilibili_web:r:gift:t', true],
      ['bilibili_web:r:gift:t', false],
    ]);
  });
});
