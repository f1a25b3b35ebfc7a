import { describe, expect, it } from 'vitest';
import type { Action } from '../../shared/domain/action.ts';
import { actionOf } from '../../shared/plugin/contract.ts';
import { CONSOLE_USER, person } from './cast.ts';
import { createRoomSimulator } from './simulator.ts';
import { chatDraft } from './stage.ts';

const WHO = { id: 'demo:d1500', nativeId: 'd1500', name: '阿飞', actionable: true };
const NOW = 1_000_000;
const never = () => 0.999;

const says = (id: string, name = '阿飞', more = {}) => ({
  atMs: 0,
  n: 0,
  draft: chatDraft({ ...person(id, name), ...more }, '好'),
});
const on = (kind: Action['kind'], more: Partial<Action> = {}) => actionOf(kind, { target: WHO, ...more });

describe('the simulated room', () => {
  it('silences a muted person until the mute ends or is lifted, and nobody else', () => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    room.perform(on('mute', { durationSec: 60 }), NOW, never);
    const heard = () => [room.admits(says('d1500'), NOW + 1), room.admits(says('d1501'), NOW + 1)];
    expect(heard()).toEqual([false, true]);
    room.perform(on('unmute'), NOW, never);
    expect(heard()).toEqual([true, true]);
    room.perform(on('mute', { durationSec: 60 }), NOW, never);
    expect(room.admits(says('d1500'), NOW + 60_001)).toBe(true);
  });

  it('tells of what it did with our action id', () => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    const { result, echoes } = room.perform(on('mute', { durationSec: 60, reason: '刷屏' }), NOW, never);
    expect({ result, echoes }).toEqual({
      result: { kind: 'accepted', nativeId: 'sim-contract-mute', expiresAt: NOW + 60_000 },
      echoes: [
        {
          kind: 'mod_action',
          target: person('d1500', '阿飞'),
          body: {
            action: 'mute',
            moderator: CONSOLE_USER,
            origin: 'self',
            correlationId: 'contract-mute',
            reason: '刷屏',
            durationSec: 60,
            expiresAt: NOW + 60_000,
          },
        },
      ],
    });
  });

  it.each([
    ['a protected account', on('mute', { target: { ...WHO, name: '夜猫' } }), 'target_protected'],
    ['the streamer', on('ban', { target: { ...WHO, nativeId: 'd1' } }), 'target_protected'],
    ['no target', actionOf('mute'), 'invalid'],
    ['slow mode out of range', actionOf('slow_mode', { value: 999 }), 'invalid'],
  ] as const)('refuses %s', (_, action, errorClass) => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    expect(room.perform(action, NOW, never).result).toMatchObject({ kind: 'failed', errorClass });
  });

  it('never turns a ban into a mute, nor lifts it by unmuting', () => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    room.obey({ kind: 'ban', targetId: 'd1500' }, NOW);
    const classes = (['mute', 'unmute'] as const).map(
      (kind) => room.perform(on(kind, { durationSec: 9 }), NOW, never).result,
    );
    expect(classes).toMatchObject([{ errorClass: 'conflict' }, { errorClass: 'conflict' }]);
    expect(room.perform(on('ban'), NOW, never).result).toMatchObject({ kind: 'accepted', noop: true });
    expect(room.perform(on('unban'), NOW, never).result).toMatchObject({ kind: 'accepted' });
    expect(room.admits(says('d1500'), NOW)).toBe(true);
  });

  it('holds everybody back in a muted room but guards and moderators', () => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    room.perform(actionOf('room_mute', { value: 1 }), NOW, never);
    const heard = [
      says('d1500'),
      says('d1501', '舰长', { guardTier: 3 }),
      says('d2', '房管', { roles: ['mod'] }),
    ];
    expect(heard.map((beat) => room.admits(beat, NOW))).toEqual([false, true, true]);
    room.perform(actionOf('room_mute', { value: 0 }), NOW, never);
    expect(room.admits(says('d1500'), NOW)).toBe(true);
  });

  it('lets each person speak once per slow interval', () => {
    const room = createRoomSimulator({ failRate: 0, silentRate: 0 });
    room.perform(actionOf('slow_mode', { value: 10 }), NOW, never);
    expect([0, 5_000, 10_000].map((after) => room.admits(says('d1500'), NOW + after))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('fails and keeps silent as often as it is told', () => {
    const failing = createRoomSimulator({ failRate: 1, silentRate: 0 });
    expect(failing.perform(on('warn'), NOW, () => 0).result).toMatchObject({ errorClass: 'transient' });
    const silent = createRoomSimulator({ failRate: 0, silentRate: 1 });
    expect(silent.perform(on('warn'), NOW, () => 0.5)).toMatchObject({
      result: { kind: 'accepted' },
      echoes: [],
    });
    const noEcho = createRoomSimulator({ failRate: 0, silentRate: 0 });
    expect(noEcho.perform(on('warn', { target: { ...WHO, name: '旧时光' } }), NOW, never).echoes).toEqual([]);
  });
});
