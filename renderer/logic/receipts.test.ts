import { describe, expect, it } from 'vitest';
import type { Action } from '../../shared/domain/action.ts';
import { fault } from '../../shared/domain/fault.ts';
import { actionOf } from '../testing/samples.ts';
import { alternatives } from './alternatives.ts';
import { groupReceipts, stripOrder, undoTarget, withoutReason } from './receipts.ts';

const failed = (id: string, more: Partial<Action> = {}) =>
  actionOf(id, {
    state: 'failed',
    receipts: [{ state: 'failed', at: 2, fault: fault('platform_refused', 'no scope') }],
    ...more,
  });

describe('receipts', () => {
  it('groups what was asked together and shows the worst of it', () => {
    const groups = groupReceipts([
      actionOf('a', { groupId: 'g' }),
      failed('b', { groupId: 'g' }),
      actionOf('c', { requestedAt: 5_000, state: 'requested' }),
    ]);
    expect(
      groups.map((group) => [group.id, group.state, group.inState, group.fault?.code, group.undoable.length]),
    ).toEqual([
      ['c', 'requested', 1, undefined, 1],
      ['g', 'failed', 1, 'platform_refused', 1],
    ]);
  });

  it.each<[string, readonly Action[], number, string | undefined]>([
    ['within ten seconds', [actionOf('a')], 11_000, 'a'],
    ['later', [actionOf('a')], 11_001, undefined],
    [
      'somebody else’s',
      [actionOf('a', { actor: { kind: 'person', id: 'you', name: '' } })],
      2_000,
      undefined,
    ],
    ['already undone', [actionOf('a', { undoneBy: 'u' })], 2_000, undefined],
    ['an undo itself', [actionOf('u', { undoOf: 'a' })], 2_000, undefined],
    ['impossible', [actionOf('a', { undo: { possible: false } })], 2_000, undefined],
    ['the newest first', [actionOf('a'), actionOf('b', { requestedAt: 1_500 })], 2_000, 'b'],
  ])('z takes back what is %s', (_, actions, now, expected) => {
    expect(undoTarget(groupReceipts(actions), 'me', now)?.id).toBe(expected);
  });

  it('keeps what did not take effect in front for two minutes', () => {
    const groups = groupReceipts([
      failed('bad'),
      actionOf('new', { requestedAt: 9_000 }),
      actionOf('old', { requestedAt: 10 }),
    ]);
    const ids = (now: number) => stripOrder(groups, now, 2).map((group) => group.id);
    expect([ids(10_000), ids(200_000)]).toEqual([
      ['bad', 'new'],
      ['new', 'bad'],
    ]);
  });

  it('reminds of sanctions without a reason', () => {
    const groups = groupReceipts([
      actionOf('a'),
      actionOf('b', { reason: '辱骂' }),
      actionOf('c', { kind: 'delete' }),
      failed('d'),
      actionOf('e', { undoneBy: 'u' }),
    ]);
    expect(withoutReason(groups, 'me').map((group) => group.id)).toEqual(['a']);
  });
});

describe('another way', () => {
  const offered = (['mute', 'ban', 'delete'] as const).map((action) => ({
    action,
    mode: 'api' as const,
    reversible: true,
    confirmBy: 'event' as const,
  }));
  const names = (action: Action) =>
    alternatives(action, offered).map((way) => (way.kind === 'instead' ? way.action : way.kind));
  it.each<[string, Action, readonly string[]]>([
    ['refused', failed('a', { flagId: 'f' }), ['retry', 'ban', 'by_hand', 'escalate', 'ticket']],
    [
      'not offered',
      failed('a', { receipts: [{ state: 'failed', at: 1, fault: fault('unsupported') }], messageId: 'm' }),
      ['ban', 'delete', 'by_hand', 'ticket'],
    ],
    ['a room’s switch', failed('a', { kind: 'slow_mode', target: undefined }), ['retry', 'by_hand']],
  ])('%s', (_, action, expected) => {
    expect(names(action)).toEqual(expected);
  });
});
