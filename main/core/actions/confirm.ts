import type { Action, Receipt } from '../../../shared/domain/action.ts';
import { type LiveEvent, timeOf } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';

/** How long after a mute's acceptance a message may still be on its way, ms. */
export const CONTRADICT_AFTER_MS = 3_000;
/** How long after sending an event without our id may still be taken for the answer to it, ms. */
export const CONFIRM_UNTIL_MS = 60_000;
/** Seconds by which a told duration may differ from the asked one: a repeat sends what is left. */
const DURATION_SLACK_SEC = 10;

/**
 * What an event of the room says about an action: seen to work, seen not to work, or nothing.
 * A moderation event confirms when it carries our id, or speaks of the same target and kind soon after
 * we sent it and is not known to be another moderator's; a muted person who talks contradicts.
 */
export function receiptFrom(action: Action, event: LiveEvent, now: number): Receipt | null {
  if (event.roomId !== action.roomId || action.undoneBy !== undefined) return null;
  const seen = { at: now, seen: event.eventId };
  if (event.kind === 'mod_action' && matches(action, event)) return { state: 'confirmed', ...seen };
  if (event.kind === 'room_state' && !isInTime(action, event)) return null;
  if (event.kind === 'room_state' && action.kind === 'slow_mode' && event.body.slowSec !== undefined) {
    return (event.body.slowSec ?? 0) === (action.value ?? 0) ? { state: 'confirmed', ...seen } : null;
  }
  if (event.kind === 'room_state' && action.kind === 'room_mute' && event.body.roomMute !== undefined) {
    return event.body.roomMute === (action.value ?? 0) > 0 ? { state: 'confirmed', ...seen } : null;
  }
  if (event.kind === 'chat' && isBroken(action, event)) return { state: 'contradicted', ...seen };
  return null;
}

function matches(action: Action, event: Extract<LiveEvent, { kind: 'mod_action' }>): boolean {
  const { body } = event;
  if (body.correlationId !== undefined) return body.correlationId === action.id;
  if (!isInTime(action, event) || body.origin === 'other_mod' || body.origin === 'automod') return false;
  if (action.kind === 'delete') return body.action === 'delete' && body.messageId === action.messageId;
  if (body.action !== action.kind && !(action.kind === 'unmute' && body.action === 'unban')) return false;
  if (action.kind === 'slow_mode' || action.kind === 'room_mute')
    return body.value === undefined || body.value === action.value;
  if (event.target === undefined || action.target === undefined) return false;
  if (
    body.durationSec !== undefined &&
    Math.abs(body.durationSec - (action.durationSec ?? Number.POSITIVE_INFINITY)) > DURATION_SLACK_SEC
  )
    return false;
  return personIdOf(event.platform, event.target) === action.target.id;
}

/** Whether it came after we sent and soon enough to be an answer; what was never sent has no answer. */
function isInTime(action: Action, event: LiveEvent): boolean {
  if (action.sentAt === undefined || event.historical) return false;
  if (timeOf(event) < action.requestedAt - 2_000) return false;
  return event.receivedAt >= action.sentAt - 2_000 && event.receivedAt <= action.sentAt + CONFIRM_UNTIL_MS;
}

/** Somebody under a working mute or ban of ours speaks. */
function isBroken(action: Action, event: Extract<LiveEvent, { kind: 'chat' }>): boolean {
  if (action.kind !== 'mute' && action.kind !== 'ban') return false;
  if (event.historical || event.actor === undefined || action.target === undefined) return false;
  if (personIdOf(event.platform, event.actor) !== action.target.id) return false;
  const accepted = action.receipts.find(
    (receipt) => receipt.state === 'accepted' || receipt.state === 'confirmed',
  );
  if (accepted === undefined) return false;
  const until =
    action.expiresAt ??
    (action.durationSec == null ? Number.POSITIVE_INFINITY : accepted.at + action.durationSec * 1_000);
  const at = timeOf(event);
  return at > accepted.at + CONTRADICT_AFTER_MS && at < until - 1_000;
}
