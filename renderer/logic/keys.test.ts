import { describe, expect, it } from 'vitest';
import { type KeyMode, type KeyPress, type KeyStep, readKey } from './keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key)
    ? `Key${key.toUpperCase()}`
    : /^\d$/.test(key)
      ? `Digit${key}`
      : key === ' '
        ? 'Space'
        : '',
  shift: false,
  chord: false,
  typing: false,
  ...more,
});
const none = (mode: KeyMode = 'normal', handled = false): KeyStep => ({ mode, handled });
const does = (command: KeyStep['command'], mode: KeyMode = 'normal'): KeyStep => ({
  mode,
  command,
  handled: true,
});

describe('keys', () => {
  it.each<[KeyMode, KeyPress, KeyStep]>([
    ['normal', press('j'), does({ kind: 'move', by: 1 })],
    ['normal', press('k'), does({ kind: 'move', by: -1 })],
    ['normal', press('J', { code: 'KeyJ' }), does({ kind: 'move', by: 1 })],
    ['normal', press('Enter'), does({ kind: 'open' })],
    ['normal', press('w'), does({ kind: 'warn' })],
    ['normal', press('d'), does({ kind: 'delete' })],
    ['normal', press('t'), does({ kind: 'ticket' })],
    ['normal', press('e'), does({ kind: 'escalate' })],
    ['normal', press('E', { shift: true }), does({ kind: 'emergency' })],
    ['normal', press('z'), does({ kind: 'undo' })],
    ['normal', press(' '), does({ kind: 'freeze' })],
    ['normal', press('/', { code: 'Slash' }), does({ kind: 'filter' })],
    ['normal', press('?', { code: 'Slash', shift: true }), does({ kind: 'help' })],
    ['normal', press('Process', { code: 'KeyD' }), does({ kind: 'delete' })],
    ['normal', press('ц', { code: 'KeyW' }), does({ kind: 'warn' })],
    ['normal', press('m'), none('mute', true)],
    ['mute', press('m'), none('normal', true)],
    ['mute', press('2'), does({ kind: 'mute_for', seconds: 600 })],
    ['mute', press('6'), does({ kind: 'mute_for', seconds: null })],
    ['mute', press('7'), none('mute', true)],
    ['mute', press('Escape'), does({ kind: 'leave' })],
    ['normal', press('2'), none()],
    ['normal', press('x'), none('dismiss', true)],
    ['dismiss', press('1'), does({ kind: 'dismiss', reason: 'joke' })],
    ['dismiss', press('2'), does({ kind: 'dismiss', reason: 'hype' })],
    ['dismiss', press('5'), does({ kind: 'allow', what: 'person' })],
    ['dismiss', press('6'), does({ kind: 'allow', what: 'text' })],
    ['dismiss', press('9'), none('dismiss', true)],
    ['normal', press('g'), none('rooms', true)],
    ['rooms', press('3'), does({ kind: 'pick_room', index: 2 })],
    ['normal', press('j', { typing: true }), none()],
    ['normal', press('Escape', { typing: true }), does({ kind: 'leave' })],
    ['mute', press('2', { typing: true }), none('mute')],
    ['normal', press('k', { chord: true }), none()],
    ['normal', press('q'), none()],
  ])('in %s, %j', (mode, key, expected) => {
    expect(readKey(mode, key)).toEqual(expected);
  });
});
