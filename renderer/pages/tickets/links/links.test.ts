import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import type { LinkableRow } from '../../../../shared/api/ticket-views.ts';
import { LINKABLE_KINDS } from '../../../../shared/api/tickets-inputs.ts';
import type { TicketLink } from '../../../../shared/domain/ticket.ts';
import { createI18n } from '../../../i18n/i18n.ts';
import { isPicked, MOST_PICKS, type Pick, placeAfter, toggled } from './picks.ts';
import { linkWords, rowHead, rowState } from './row-words.ts';

const t: TFunction<'tickets'> = createI18n('zh').getFixedT('zh', 'tickets');
const nameOf = (category: string): string => `〈${category}〉`;

describe('what is chosen', () => {
  it('is chosen once, given up again, and never too much', () => {
    const a: Pick = { kind: 'flag', id: 'a' };
    const many = Array.from({ length: MOST_PICKS }, (_, n): Pick => ({ kind: 'gift', id: String(n) }));
    expect([
      toggled([], a),
      toggled([a], { kind: 'action', id: 'a' }),
      toggled([a], a),
      toggled(many, a).length,
      isPicked([a], { kind: 'action', id: 'a' }),
    ]).toEqual([[a], [a, { kind: 'action', id: 'a' }], [], MOST_PICKS, false]);
  });

  it.each([
    ['ArrowDown', -1, 3, 0],
    ['ArrowDown', 2, 3, 2],
    ['ArrowUp', 1, 3, 0],
    ['ArrowUp', 0, 3, -1],
    ['Home', 2, 3, 0],
    ['End', 0, 3, 2],
    ['Home', -1, 3, undefined],
    ['ArrowDown', -1, 0, undefined],
    ['a', 1, 3, undefined],
  ])('%s from %i of %i leads to %s', (key, place, count, expected) => {
    expect(placeAfter(key, place, count)).toBe(expected);
  });
});

describe('a row in words', () => {
  const row = (part: Partial<LinkableRow>): LinkableRow => ({
    kind: 'gift',
    id: 'x',
    at: 0,
    code: 'gift',
    state: '',
    text: '',
    linked: false,
    ...part,
  });
  it.each([
    [row({ kind: 'conversation', number: 12, code: 'refund', state: 'closed' }), '#12 退款纠纷'],
    [row({ kind: 'flag', code: 'abuse', state: 'actioned' }), '〈abuse〉 已处置'],
    [row({ kind: 'flag', code: 'ads', state: 'open' }), '〈ads〉 待处理'],
    [row({ kind: 'action', code: 'mute', state: 'confirmed' }), '禁言 已生效'],
    [row({ kind: 'gift', code: 'superchat' }), '醒目留言'],
    [row({ kind: 'ticket', number: 1001, code: '', state: 'pending' }), '#1001 等待'],
  ])('%#', (given, expected) => {
    const said = `${rowHead(t, nameOf, given)} ${rowState(t, given)}`.trim();
    expect(said.startsWith(expected)).toBe(true);
    expect(said).not.toMatch(/[.:]\w/u);
  });

  it('covers every kind', () => {
    expect(LINKABLE_KINDS.map((kind) => rowHead(t, nameOf, row({ kind, code: 'gift' })))).toHaveLength(5);
  });
});

describe('a link in words', () => {
  const link = (kind: TicketLink['kind'], title: string): TicketLink => ({
    kind,
    id: 'raw-id',
    title,
    at: 0,
    by: { kind: 'person', id: 'p', name: '陈' },
  });
  it.each([
    [link('flag', 'abuse'), '〈abuse〉'],
    [link('action', 'mute'), '禁言'],
    [link('conversation', '#12'), '#12'],
    [link('conversation', ''), '会话'],
    [link('gift', '火箭 ×1'), '火箭 ×1'],
  ])('%#', (given, expected) => {
    expect(linkWords(t, nameOf, given)).toBe(expected);
  });
});
