import { describe, expect, it } from 'vitest';
import type { ActionRequest } from '../../../shared/api/inputs.ts';
import type { Capability } from '../../../shared/plugin/plugin.ts';
import { draftAction } from './check.ts';

const capabilities: readonly Capability[] = [
  {
    action: 'mute',
    mode: 'api',
    minSec: 1,
    maxSec: 600,
    targetNeeds: 'userId',
    reversible: true,
    confirmBy: 'event',
  },
  { action: 'delete', mode: 'api', targetNeeds: 'messageId', reversible: false, confirmBy: 'event' },
  { action: 'say', mode: 'api', textMax: 5, targetNeeds: 'none', reversible: false, confirmBy: 'response' },
  { action: 'slow_mode', mode: 'api', targetNeeds: 'none', reversible: true, confirmBy: 'event' },
  { action: 'ban', mode: 'assisted', targetNeeds: 'userId', reversible: true, confirmBy: 'event' },
];
const target = { id: 'demo:a', nativeId: 'a', name: 'a', actionable: true };
const ask = (more: Partial<ActionRequest> & Pick<ActionRequest, 'kind'>): ActionRequest => ({
  id: 'i',
  roomId: 'room',
  ...more,
});
const sanctions = [{ id: 'other', kind: 'mute' as const, at: 0, until: null, by: '阿周', ours: false }];

describe('what would be refused is never sent', () => {
  it.each<[string, ActionRequest, string | undefined]>([
    ['a mute as it should be', ask({ kind: 'mute', durationSec: 60, target }), undefined],
    ['a mute of nobody', ask({ kind: 'mute', durationSec: 60 }), 'invalid'],
    ['a mute without end, which is not offered', ask({ kind: 'mute', durationSec: null, target }), 'invalid'],
    ['a mute too long', ask({ kind: 'mute', durationSec: 601, target }), 'invalid'],
    [
      'a mute of a masked account',
      ask({ kind: 'mute', durationSec: 60, target: { ...target, nativeId: null, actionable: false } }),
      'unsupported',
    ],
    [
      'a mute of a moderator',
      ask({ kind: 'mute', durationSec: 60, target: { ...target, roles: ['mod'] } }),
      'target_protected',
    ],
    ['a delete without a message', ask({ kind: 'delete' }), 'invalid'],
    ['saying nothing', ask({ kind: 'say', text: '  ' }), 'invalid'],
    ['saying too much', ask({ kind: 'say', text: '123456' }), 'too_large'],
    ['a mode without a value', ask({ kind: 'slow_mode' }), 'invalid'],
    ['what a person has to do by hand', ask({ kind: 'ban', target }), 'unsupported'],
    ['what is not there at all', ask({ kind: 'warn', text: 'x', target }), 'unsupported'],
  ])('%s', (_, request, expected) => {
    const action = draftAction(request, {
      capabilities,
      modes: {},
      sanctions: [],
      actor: { kind: 'person', id: 'lin', name: '林' },
      now: 1,
    });
    expect([action.state, action.receipts[0]?.fault?.code]).toEqual(
      expected === undefined ? ['requested', undefined] : ['failed', expected],
    );
  });

  it('a short mute does not replace another moderator’s longer one', () => {
    const action = draftAction(ask({ kind: 'mute', durationSec: 60, target }), {
      capabilities,
      modes: {},
      sanctions,
      actor: { kind: 'person', id: 'lin', name: '林' },
      now: 1,
    });
    expect(action.receipts[0]?.fault).toEqual({ code: 'conflict', detail: '阿周' });
  });
});
