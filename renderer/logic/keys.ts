import type { DismissReason } from '../../shared/domain/flag.ts';

/** What the next key means. */
export type KeyMode = 'normal' | 'mute' | 'dismiss' | 'rooms';

/** What a key asks for. */
export type KeyCommand =
  | { readonly kind: 'move'; readonly by: -1 | 1 }
  | { readonly kind: 'pane'; readonly pane: 'queue' | 'live' }
  | { readonly kind: 'mute_for'; readonly seconds: number | null }
  | { readonly kind: 'dismiss'; readonly reason: DismissReason }
  | { readonly kind: 'allow'; readonly what: 'person' | 'text' }
  | { readonly kind: 'pick_room'; readonly index: number }
  | {
      readonly kind:
        | 'open'
        | 'warn'
        | 'ban'
        | 'delete'
        | 'ticket'
        | 'escalate'
        | 'undo'
        | 'history'
        | 'filter'
        | 'say'
        | 'note'
        | 'freeze'
        | 'help'
        | 'emergency'
        | 'leave';
    };

/** A key press, freed of layout and of what the browser does with it. */
export interface KeyPress {
  readonly key: string;
  /** Physical key, `KeyM`: used where the layout or an input method gives no Latin letter. */
  readonly code: string;
  readonly shift: boolean;
  /** Ctrl, Alt or Cmd: not ours. */
  readonly chord: boolean;
  /** Something is being typed. */
  readonly typing: boolean;
}

/** Durations of `m` then `1`–`6`, seconds; null is for good. */
export const MUTE_SECONDS: readonly (number | null)[] = [60, 600, 3_600, 86_400, 604_800, null];

/** Answers of `x` then `1`–`7`. */
export const DISMISS_CHOICES = [
  { kind: 'dismiss', reason: 'joke' },
  { kind: 'dismiss', reason: 'hype' },
  { kind: 'dismiss', reason: 'wrong' },
  { kind: 'dismiss', reason: 'regular' },
  { kind: 'allow', what: 'person' },
  { kind: 'allow', what: 'text' },
  { kind: 'dismiss', reason: 'other' },
] as const satisfies readonly KeyCommand[];

/** What a key does, and what the next one will mean. */
export interface KeyStep {
  readonly mode: KeyMode;
  readonly command?: KeyCommand | undefined;
  /** The browser must not do its own thing with the key. */
  readonly handled: boolean;
}

/** Reads one key in a mode. Unknown keys in a menu leave it open; `Escape` always leads back. */
export function readKey(mode: KeyMode, press: KeyPress): KeyStep {
  if (press.chord) return { mode, handled: false };
  const key = nameOf(press);
  if (key === 'Escape') return { mode: 'normal', command: { kind: 'leave' }, handled: true };
  if (press.typing) return { mode, handled: false };
  const digit = /^[1-9]$/.test(key) ? Number(key) - 1 : null;
  if (digit !== null && mode !== 'normal') return pick(mode, digit);
  const menu = MENUS[key];
  if (menu !== undefined) return { mode: mode === menu ? 'normal' : menu, handled: true };
  const command = COMMANDS[key];
  if (command === undefined) return { mode, handled: false };
  const stays = mode === 'rooms' && command.kind === 'move';
  return { mode: stays ? mode : 'normal', command, handled: true };
}

const MENUS: Readonly<Record<string, KeyMode>> = { m: 'mute', x: 'dismiss', g: 'rooms' };

const COMMANDS: Readonly<Record<string, KeyCommand>> = {
  j: { kind: 'move', by: 1 },
  ArrowDown: { kind: 'move', by: 1 },
  k: { kind: 'move', by: -1 },
  ArrowUp: { kind: 'move', by: -1 },
  h: { kind: 'pane', pane: 'queue' },
  ArrowLeft: { kind: 'pane', pane: 'queue' },
  l: { kind: 'pane', pane: 'live' },
  ArrowRight: { kind: 'pane', pane: 'live' },
  Enter: { kind: 'open' },
  w: { kind: 'warn' },
  b: { kind: 'ban' },
  d: { kind: 'delete' },
  t: { kind: 'ticket' },
  e: { kind: 'escalate' },
  E: { kind: 'emergency' },
  z: { kind: 'undo' },
  u: { kind: 'history' },
  '/': { kind: 'filter' },
  s: { kind: 'say' },
  n: { kind: 'note' },
  ' ': { kind: 'freeze' },
  '?': { kind: 'help' },
};

function pick(mode: KeyMode, digit: number): KeyStep {
  if (mode === 'rooms') {
    return { mode: 'normal', command: { kind: 'pick_room', index: digit }, handled: true };
  }
  if (mode === 'mute') {
    const seconds = MUTE_SECONDS[digit];
    if (seconds === undefined) return { mode, handled: true };
    return { mode: 'normal', command: { kind: 'mute_for', seconds }, handled: true };
  }
  const choice = DISMISS_CHOICES[digit];
  if (choice === undefined) return { mode, handled: true };
  return { mode: 'normal', command: choice, handled: true };
}

function nameOf(press: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  const latin = press.key.length > 1 || press.key.charCodeAt(0) < 128;
  if (letter !== undefined && (press.key === 'Process' || !latin || /^[a-z]$/i.test(press.key))) {
    return press.shift ? letter : letter.toLowerCase();
  }
  if (press.key === '？' || (press.code === 'Slash' && press.shift)) return '?';
  if (press.code === 'Slash' && !latin) return '/';
  if (press.code === 'Space') return ' ';
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(press.code)?.[1];
  return digit !== undefined && !press.shift ? digit : press.key;
}
