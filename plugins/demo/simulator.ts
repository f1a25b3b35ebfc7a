import type { Action } from '../../shared/domain/action.ts';
import { fault } from '../../shared/domain/fault.ts';
import type { User } from '../../shared/domain/person.ts';
import type { Draft } from '../../shared/formats/envelope.ts';
import type { PerformResult } from '../../shared/plugin/plugin.ts';
import { CONSOLE_USER, PROTECTED_NAME, person, SILENT_NAME } from './cast.ts';
import type { Beat, OtherSanction } from './stage.ts';

/** A platform that obeys: who may talk, which modes are on, and what it tells about it. */
export interface RoomSimulator {
  /** Whether this happens at all: muted and banned people say nothing, modes hold people back. */
  readonly admits: (beat: Beat, now: number) => boolean;
  /** Follows what another moderator did. */
  readonly obey: (sanction: OtherSanction, now: number) => void;
  /** Answers one action, with the events the room will see shortly after. */
  readonly perform: (action: Action, now: number, luck: () => number) => Performed;
}

/** The answer, and what the room sees of it. */
export interface Performed {
  readonly result: PerformResult;
  readonly echoes: readonly Draft[];
}

/** How the simulated platform misbehaves; chances 0..1. */
export interface Troubles {
  /** An action fails as if the platform were down. */
  readonly failRate: number;
  /** An action is accepted and never heard of again. */
  readonly silentRate: number;
}

interface Sanction {
  /** Epoch ms; null for good. */
  readonly until: number | null;
  readonly kind: 'mute' | 'ban';
}

/** A room where nobody is sanctioned yet. */
export function createRoomSimulator(troubles: Troubles): RoomSimulator {
  const sanctions = new Map<string, Sanction>();
  const spokeAt = new Map<string, number>();
  const deleted = new Set<string>();
  const names = new Map<string, string>();
  let slowSec = 0;
  let roomMute = false;

  const current = (id: string, now: number): Sanction | undefined => {
    const sanction = sanctions.get(id);
    if (sanction === undefined || sanction.until === null || sanction.until > now) return sanction;
    sanctions.delete(id);
    return undefined;
  };

  const maySpeak = (who: User, now: number): boolean => {
    const id = who.id ?? '';
    if (current(id, now) !== undefined) return false;
    if (who.roles.some((role) => role === 'broadcaster' || role === 'mod')) return true;
    if (roomMute && who.guardTier === undefined) return false;
    if (slowSec > 0 && now - (spokeAt.get(id) ?? Number.NEGATIVE_INFINITY) < slowSec * 1000) return false;
    spokeAt.set(id, now);
    return true;
  };

  const admits = (beat: Beat, now: number): boolean => {
    const { actor, kind } = beat.draft;
    if (actor?.id == null) return true;
    remember(names, actor.id, actor.name);
    if (kind === 'chat') return maySpeak(actor, now);
    return current(actor.id, now)?.kind !== 'ban';
  };

  const perform = (action: Action, now: number, luck: () => number): Performed => {
    const id = action.target?.nativeId ?? '';
    const name = action.target?.name || names.get(id) || '';
    if (name === PROTECTED_NAME || id === 'd1') return refused('target_protected', '该账号受平台保护');
    if (luck() < troubles.failRate) return refused('transient', 'simulated outage');
    const refusal = objection(action);
    if (refusal !== null) return refused('invalid', refusal);
    const before = current(id, now);
    const expiresAt =
      action.durationSec == null ? null : Math.round(now + Math.max(1, action.durationSec) * 1000);
    let noop = false;
    switch (action.kind) {
      case 'mute':
        if (before?.kind === 'ban') return refused('conflict', '此人已被封禁，禁言不会缩短它');
        sanctions.set(id, { kind: 'mute', until: expiresAt });
        break;
      case 'ban':
        noop = before?.kind === 'ban';
        sanctions.set(id, { kind: 'ban', until: null });
        break;
      case 'unmute':
      case 'unban':
        noop = before === undefined;
        if (before !== undefined && action.kind === 'unmute' && before.kind === 'ban') {
          return refused('conflict', '此人被封禁，不是禁言');
        }
        sanctions.delete(id);
        break;
      case 'delete':
        noop = deleted.has(action.messageId ?? '');
        if (!noop) remember(deleted, action.messageId ?? '');
        break;
      case 'slow_mode':
        noop = slowSec === (action.value ?? 0);
        slowSec = action.value ?? 0;
        break;
      case 'room_mute':
        noop = roomMute === (action.value === 1);
        roomMute = action.value === 1;
        break;
      case 'warn':
      case 'say':
        break;
    }
    const silent = name === SILENT_NAME || luck() < troubles.silentRate;
    const ends = action.kind === 'mute' ? { expiresAt } : {};
    return {
      result: { kind: 'accepted', ...(noop ? { noop } : {}), nativeId: `sim-${action.id}`, ...ends },
      echoes: silent ? [] : echoesOf(action, name, expiresAt),
    };
  };

  return {
    admits,
    perform,
    obey: (sanction, now) => {
      if (sanction.kind === 'unmute') sanctions.delete(sanction.targetId);
      else {
        const until = sanction.durationSec === undefined ? null : now + sanction.durationSec * 1000;
        sanctions.set(sanction.targetId, { kind: sanction.kind, until });
      }
    },
  };
}

function objection(action: Action): string | null {
  switch (action.kind) {
    case 'mute':
    case 'unmute':
    case 'ban':
    case 'unban':
    case 'warn':
      return action.target?.nativeId ? null : '需要用户 id';
    case 'delete':
      return action.messageId ? null : '需要消息 id';
    case 'slow_mode':
      return (action.value ?? 0) >= 0 && (action.value ?? 0) <= 120 ? null : '慢速模式须在 0 到 120 秒之间';
    case 'say':
      return action.text ? null : '没有内容';
    case 'room_mute':
      return null;
  }
}

function refused(
  errorClass: 'target_protected' | 'transient' | 'invalid' | 'conflict',
  detail: string,
): Performed {
  const code = errorClass === 'transient' ? 'unreachable' : errorClass;
  return {
    result: { kind: 'failed', errorClass, fault: fault(code, detail, { native: errorClass }) },
    echoes: [],
  };
}

function echoesOf(action: Action, name: string, expiresAt: number | null): readonly Draft[] {
  const target = action.target?.nativeId ? { target: person(action.target.nativeId, name) } : {};
  const act: Draft = {
    kind: 'mod_action',
    ...target,
    body: {
      action: action.kind,
      moderator: CONSOLE_USER,
      origin: 'self',
      correlationId: action.id,
      ...(action.reason ? { reason: action.reason } : {}),
      ...(action.durationSec == null ? {} : { durationSec: action.durationSec }),
      ...(action.kind === 'mute' && expiresAt !== null ? { expiresAt } : {}),
      ...(action.messageId ? { messageId: action.messageId } : {}),
      ...(action.value === undefined ? {} : { value: action.value }),
    },
  };
  switch (action.kind) {
    case 'say':
      return [act, { kind: 'chat', actor: CONSOLE_USER, body: { messageId: '', text: action.text ?? '' } }];
    case 'slow_mode':
      return [act, { kind: 'room_state', body: { slowSec: action.value ?? 0 } }];
    case 'room_mute':
      return [act, { kind: 'room_state', body: { roomMute: action.value === 1 } }];
    default:
      return [act];
  }
}

const MOST = 20_000;

function remember(into: Map<string, string> | Set<string>, key: string, value = ''): void {
  if (into.size > MOST) into.clear();
  if (into instanceof Map) into.set(key, value);
  else into.add(key);
}
