import { describe, expect, it } from 'vitest';
import type { ViewerStatus } from '../../shared/support/views.ts';
import { said } from '../talk/talk.fixture.ts';
import { isFrom, readHostMessage, readWidgetMessage, sealHost, sealWidget } from './host-messages.ts';
import { keeper } from './keeper.ts';
import { readParams, withoutToken } from './params.ts';
import { readOpened } from './session.ts';
import { NEW_WIDGET, takeViewerFrame, unreadCount } from './state.ts';
import { waitLine } from './wait.ts';
import { faultWord, fill, wordsOf } from './words.ts';

const at = 'https://hub.example/support/';

describe('what the widget is opened with', () => {
  it.each([
    [`${at}`, { roomId: '' }],
    [`${at}?room=demo&lang=en`, { roomId: 'demo', language: 'en' }],
    [`${at}?room=demo&lang=xx&host=javascript:1`, { roomId: 'demo' }],
    [
      `${at}?room=demo&event=e1&action=a1&host=https%3A%2F%2Flive.example%2Froom%2F1#token=T`,
      {
        roomId: 'demo',
        token: 'T',
        host: 'https://live.example',
        context: { eventId: 'e1', actionId: 'a1' },
      },
    ],
    [`${at}?room=demo&token=Q`, { roomId: 'demo', token: 'Q' }],
  ])('%s', (address, expected) => {
    expect(readParams(address)).toEqual(expected);
  });

  it('leaves the token out of the address', () => {
    expect(withoutToken(`${at}?room=demo&token=Q#token=T`)).toBe(`${at}?room=demo`);
  });
});

describe('messages between the page around and the widget', () => {
  it.each([
    [null, null],
    ['hello', null],
    [{ kind: 'hello' }, null],
    [{ from: 'changkong-host', kind: 'run' }, null],
    [sealHost({ kind: 'hello', token: 'T' }), { kind: 'hello', token: 'T' }],
    [
      { from: 'changkong-host', kind: 'hello', token: 7, context: { eventId: 'e', evil: 'x', page: 3 } },
      { kind: 'hello', context: { eventId: 'e' } },
    ],
    [sealHost({ kind: 'shown', shown: true }), { kind: 'shown', shown: true }],
    [
      { from: 'changkong-host', kind: 'shown', shown: 'yes' },
      { kind: 'shown', shown: false },
    ],
  ])('from the host: %j', (data, expected) => {
    expect(readHostMessage(data)).toEqual(expected);
  });

  it.each([
    [{ kind: 'ready' }, null],
    [sealWidget({ kind: 'ready' }), { kind: 'ready' }],
    [sealWidget({ kind: 'close' }), { kind: 'close' }],
    [sealWidget({ kind: 'unread', count: 3 }), { kind: 'unread', count: 3 }],
    [{ from: 'changkong-widget', kind: 'unread', count: -1 }, null],
    [
      { from: 'changkong-widget', kind: 'unread', count: 1e9 },
      { kind: 'unread', count: 999 },
    ],
  ])('from the widget: %j', (data, expected) => {
    expect(readWidgetMessage(data)).toEqual(expected);
  });

  it.each([
    ['https://a.example', 'w', true],
    ['https://b.example', 'w', false],
    ['https://a.example', 'x', false],
    ['https://a.example.evil', 'w', false],
  ])('from %s of %s: %s', (origin, source, expected) => {
    expect(isFrom({ origin, source }, { origin: 'https://a.example', source: 'w' })).toBe(expected);
  });

  it('takes nothing before there is a window', () => {
    expect(
      isFrom({ origin: 'https://a.example', source: null }, { origin: 'https://a.example', source: null }),
    ).toBe(false);
  });
});

describe('the session’s answer', () => {
  const session = { session: 's', expiresAt: 1, viewer: { name: 'x' }, roomName: 'r', isOpenNow: true };
  it.each([
    [200, session, 'opened'],
    [200, { session: 's' }, 'other'],
    [401, { code: 'unauthenticated' }, 'unauthenticated'],
    [403, null, 'forbidden'],
    [429, { data: { code: 'rate_limited' } }, 'rate_limited'],
    [502, null, 'unreachable'],
  ])('%i %j: %s', (status, body, expected) => {
    const answer = readOpened(status, body);
    expect(answer.kind === 'refused' ? answer.code : answer.kind).toBe(expected);
  });
});

describe('the wait', () => {
  const status = (
    estimate: ViewerStatus['estimate'],
    state: ViewerStatus['state'] = 'queued',
  ): ViewerStatus => ({
    id: 'c',
    number: 1,
    state,
    estimate,
    isOpenNow: true,
    staffReadSeq: 0,
    canRate: false,
    rated: false,
    managerLeft: 2,
  });
  it.each([
    [status(undefined), null],
    [status({ place: 1, at: 0 }, 'active'), null],
    [status({ place: 1, lowMs: 5_000, highMs: 40_000, at: 0 }), '下一位就是您 · 预计 1 分钟内'],
    [status({ place: 3, lowMs: 70_000, highMs: 100_000, at: 0 }), '前面还有 2 位 · 预计 2 分钟左右'],
    [status({ place: 3, lowMs: 100_000, highMs: 400_000, at: 0 }), '前面还有 2 位 · 预计 1–7 分钟'],
    [status({ place: 2, at: 0 }), '前面还有 1 位 · 暂时无法估计等待时间，您的位置会保留'],
  ])('%#', (given, expected) => {
    expect(waitLine(given, wordsOf('zh'))).toBe(expected);
  });
});

describe('the state', () => {
  it('takes messages, lets the draft go when the bot has spoken, and counts the unread', () => {
    const drafted = takeViewerFrame(NEW_WIDGET, { kind: 'draft', text: '因为' });
    const spoken = takeViewerFrame(drafted, {
      kind: 'messages',
      rev: 2,
      messages: [said('a', 1, 1), said('b', 2, 2, 'agent')],
    });
    expect([drafted.botDraft, spoken.botDraft, unreadCount(spoken, 0), unreadCount(spoken, 2)]).toEqual([
      '因为',
      '',
      1,
      0,
    ]);
  });
});

describe('words', () => {
  it('are the same keys and holes in both languages', () => {
    expect(shape(wordsOf('en'))).toEqual(shape(wordsOf('zh')));
  });

  it('fill holes, and have one for every code', () => {
    expect([
      fill('{n}/{x}', { n: 2 }),
      faultWord({ other: 'o' }, 'toString'),
      faultWord({ a: 'A' }, 'a'),
    ]).toEqual(['2/{x}', 'o', 'A']);
  });
});

describe('what is kept', () => {
  it('lasts as long as the page where the browser keeps nothing', () => {
    const kept = keeper('k', () => {
      throw new Error('blocked');
    });
    kept.write('a', '1');
    expect([kept.read('a'), kept.read('b')]).toEqual(['1', null]);
  });
});

function shape(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string')
    return [`${path} ${[...value.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()}`];
  return Object.entries(value as object).flatMap(([key, inner]) => shape(inner, `${path}.${key}`));
}
