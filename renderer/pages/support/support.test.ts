import { describe, expect, it } from 'vitest';
import type { Agent } from '../../../shared/support/agent.ts';
import { DEFAULT_SUPPORT } from '../../../shared/support/config.ts';
import type { ViewerCard } from '../../../shared/support/views.ts';
import { actionOf } from '../../testing/samples.ts';
import { conversationOf, rowOf } from './conversation.fixture.ts';
import { freshForMe, isLate, neighbour, QUEUE_TARGET_MS, sectionsOf, wantsMe } from './lists.ts';
import { liftable, lifting } from './sanction.ts';
import { targetInput, targetsOf } from './targets.ts';
import { cannedFor, questionOf, readTyped } from './typed.ts';

const me = { kind: 'person' as const, id: 'me', name: '周' };
const other = { kind: 'person' as const, id: 'other', name: '林' };
const offer = { kind: 'assign' as const, to: me, reasons: [], at: 1, expiresAt: 31_000 };
const rows = [
  rowOf('bot', { state: 'bot' }),
  rowOf('late', { state: 'queued', queuedAt: 1_000 }),
  rowOf('later', { state: 'queued', queuedAt: 5_000 }),
  rowOf('offered', { state: 'queued', queuedAt: 9_000, offer }),
  rowOf('quiet', { state: 'active', agent: me, updatedAt: 90 }),
  rowOf('asks', { state: 'active', agent: me, waitingSince: 7_000 }),
  rowOf('theirs', { state: 'active', agent: other }),
  rowOf('closed', { state: 'closed' }),
];

describe('the left column', () => {
  it('is sorted by part and wait', () => {
    const sections = sectionsOf(rows, 'me');
    const ids = Object.fromEntries(
      Object.entries(sections).map(([part, list]) => [
        part,
        list.map((row: (typeof rows)[number]) => row.conversation.id),
      ]),
    );
    expect(ids).toEqual({
      offered: ['offered'],
      waiting: ['late', 'later'],
      mine: ['asks', 'quiet'],
      withBot: ['bot'],
      others: ['theirs'],
    });
  });

  it('counts what wants me, and knows the neighbours', () => {
    const sections = sectionsOf(rows, 'me');
    expect([
      wantsMe(rows, 'me'),
      neighbour(sections, undefined, 1),
      neighbour(sections, 'offered', 1),
      neighbour(sections, 'offered', -1),
      neighbour(sections, 'theirs', 1),
    ]).toEqual([2, 'offered', 'late', undefined, undefined]);
  });

  it.each([
    [conversationOf('a', { state: 'queued', queuedAt: 0 }), QUEUE_TARGET_MS + 1, true],
    [conversationOf('a', { state: 'queued', queuedAt: 0 }), QUEUE_TARGET_MS, false],
    [conversationOf('a', { state: 'active', waitingSince: 0 }), 60_001, true],
    [conversationOf('a', { state: 'active' }), 1e9, false],
    [conversationOf('a', { state: 'bot', waitingSince: 0 }), 1e9, false],
  ])('late: %#', (conversation, now, expected) => {
    expect(isLate(conversation, now)).toBe(expected);
  });

  it('tells news for me: a new offer, a new word', () => {
    const before = new Map([
      ['a', rowOf('a', { state: 'active', agent: me, lastViewerAt: 1 })],
      ['b', rowOf('b', { state: 'queued' })],
      ['c', rowOf('c', { state: 'active', agent: other, lastViewerAt: 1 })],
    ]);
    const after = new Map([
      ['a', rowOf('a', { state: 'active', agent: me, lastViewerAt: 2 })],
      ['b', rowOf('b', { state: 'queued', offer })],
      ['c', rowOf('c', { state: 'active', agent: other, lastViewerAt: 2 })],
    ]);
    expect([
      freshForMe(before, after, 'me').map((one) => one.id),
      freshForMe(null, after, 'me'),
      freshForMe(after, after, 'me'),
    ]).toEqual([['a', 'b'], [], []]);
  });
});

describe('what is typed', () => {
  it.each([
    ['', { kind: 'text' }],
    ['你好/hi', { kind: 'text' }],
    ['/', { kind: 'canned', word: '' }],
    ['／Hi', { kind: 'canned', word: 'hi' }],
    ['#充值 没到', { kind: 'knowledge', words: '充值 没到' }],
    ['/hi\n', { kind: 'text' }],
  ])('%j', (draft, expected) => {
    expect(readTyped(draft)).toEqual(expected);
  });

  it('finds canned replies by shortcut, then title, then text', () => {
    const { canned } = DEFAULT_SUPPORT;
    expect([
      cannedFor(canned, '').length,
      cannedFor(canned, 'wa').map((reply) => reply.id),
      cannedFor(canned, '感谢').map((reply) => reply.id),
      cannedFor(canned, 'zzz'),
    ]).toEqual([canned.length, ['wait'], ['bye'], []]);
  });

  it.each([
    ['', '怎么充值', '怎么充值'],
    ['好的', '怎么充值', '怎么充值'],
    ['充值没有到账', '怎么充值', '充值没有到账'],
    ['#退款', '怎么充值', '退款'],
    ['/hi', '怎么充值', ''],
  ])('asks for %j after %j', (draft, last, expected) => {
    expect(questionOf(draft, last)).toBe(expected);
  });
});

describe('to whom it can be handed', () => {
  const agent = (id: string, state: Agent['state']): Agent => ({
    id,
    name: id,
    state,
    stateSince: 0,
    groups: [],
    skills: [],
    capacity: 3,
    languages: [],
    lastAssignedAt: 0,
    seenAt: 0,
    createdAt: 0,
  });

  it('puts those first who are there and free', () => {
    const targets = targetsOf(
      [agent('away', 'break'), agent('full', 'online'), agent('free', 'online'), agent('me', 'online')],
      {
        groups: [{ id: 'g', name: '财务', topics: [], overflowTo: [] }],
        departments: ['技术'],
        ticketDesk: {
          ...DEFAULT_SUPPORT.ticketDesk,
          departments: [{ name: '仓库', members: ['free', 'away', 'me'], targets: null }],
        },
      },
      [rowOf('x', { state: 'active', agent: { kind: 'person', id: 'full', name: 'full' } })],
      'me',
    );
    expect(targets.map((target) => [target.value, target.disabled, target.online])).toEqual([
      ['agent:free', false, undefined],
      ['agent:full', false, undefined],
      ['agent:away', true, undefined],
      ['group:g', false, undefined],
      ['department:技术', false, 0],
      ['department:仓库', false, 1],
      ['supervisor', false, undefined],
    ]);
  });

  it.each([
    ['agent:a:b', { kind: 'agent', agentId: 'a:b' }],
    ['group:g', { kind: 'group', groupId: 'g' }],
    ['department:仓库', { kind: 'department', department: '仓库' }],
    ['supervisor', { kind: 'supervisor' }],
  ])('%s', (value, expected) => {
    expect(targetInput(value)).toEqual(expected);
  });
});

describe('a sanction', () => {
  const card = (
    more: Partial<ViewerCard>,
    actions = [actionOf('old'), actionOf('new', { requestedAt: 2_000 })],
  ) => ({ earlier: [], tickets: [], person: { actions }, ...more }) as unknown as ViewerCard;
  it.each([
    [card({}), 'new'],
    [card({ sanction: actionOf('old') }), 'old'],
    [card({ sanction: actionOf('old', { undoneBy: 'u' }) }, [actionOf('old', { undoneBy: 'u' })]), undefined],
    [card({}, [actionOf('a', { expiresAt: 5 })]), undefined],
    [card({}, [actionOf('a', { state: 'failed' }), actionOf('w', { kind: 'warn' })]), undefined],
  ])('in force: %#', (given, expected) => {
    expect(liftable(given, 10)?.id).toBe(expected);
  });

  it('follows the newest lifting', () => {
    const asked = actionOf('u', { kind: 'unmute', state: 'requested' });
    const done = { ...asked, state: 'confirmed' as const };
    expect([
      lifting(card({}), asked)?.state,
      lifting(card({}, [done]), asked)?.state,
      lifting(card({}), null),
    ]).toEqual(['requested', 'confirmed', null]);
  });
});
