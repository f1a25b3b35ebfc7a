import type { LiveEvent } from '../../../shared/domain/event.ts';

/** A sanction in force, as far as this connection has seen. */
export interface Sanction {
  readonly kind: 'ban' | 'timeout';
  /** Epoch ms; null for a ban. */
  readonly until: number | null;
  readonly by: 'us' | 'others';
}

/**
 * What is in force, from our own answers (`end_time`) and from CLEARCHAT lines: Twitch tells the list of
 * bans to the broadcaster only (PROTOCOLS §1.2).
 */
export interface Ledger {
  readonly get: (userId: string) => Sanction | null;
  /** Our own call was answered. */
  readonly ours: (userId: string, sanction: Omit<Sanction, 'by'>) => void;
  readonly lifted: (userId: string) => void;
  /** Learns from the room. */
  readonly see: (event: LiveEvent) => void;
  /** Slow mode in seconds (0 off) as the room last said; undefined until it did. */
  readonly slowSec: () => number | undefined;
  readonly wasDeleted: (messageId: string) => boolean;
}

const MOST = 20_000;

/** Our answer and the room's line give end times that differ by network and rounding. */
const SAME_END_MS = 3_000;

export function createLedger(now: () => number): Ledger {
  const sanctions = new Map<string, Sanction>();
  const deleted = new Set<string>();
  let slow: number | undefined;

  const get = (userId: string): Sanction | null => {
    const found = sanctions.get(userId);
    if (found === undefined) return null;
    if (found.until !== null && found.until <= now()) {
      sanctions.delete(userId);
      return null;
    }
    return found;
  };
  const put = (userId: string, sanction: Sanction) => {
    sanctions.delete(userId);
    sanctions.set(userId, sanction);
    trim(sanctions);
  };

  return {
    get,
    ours: (userId, sanction) => put(userId, { ...sanction, by: 'us' }),
    lifted: (userId) => sanctions.delete(userId),
    see: (event) => {
      if (event.kind === 'room_state' && event.body.slowSec != null) slow = event.body.slowSec;
      if (event.kind !== 'mod_action' || event.sourceRoomId !== undefined) return;
      const { action, durationSec, messageId } = event.body;
      if (action === 'delete' && messageId) {
        deleted.add(messageId);
        trim(deleted);
      }
      const userId = event.target?.idKind === 'uid' ? event.target.id : null;
      if (userId === null) return;
      const until = action === 'mute' ? event.receivedAt + (durationSec ?? 0) * 1000 : null;
      if (action !== 'mute' && action !== 'ban') return;
      const seen = { kind: action === 'mute' ? 'timeout' : 'ban', until, by: 'others' } as const;
      const known = get(userId);
      if (known === null || !same(known, seen)) put(userId, seen);
    },
    slowSec: () => slow,
    wasDeleted: (messageId) => deleted.has(messageId),
  };
}

/** Whether `a` holds at least as long as `b`. */
export function outlasts(a: Pick<Sanction, 'until'>, b: Pick<Sanction, 'until'>): boolean {
  if (a.until === null) return true;
  return b.until !== null && a.until >= b.until;
}

function same(a: Sanction, b: Sanction): boolean {
  if (a.until === null || b.until === null) return a.until === b.until;
  return Math.abs(a.until - b.until) <= SAME_END_MS;
}

function trim(kept: Map<string, unknown> | Set<string>): void {
  if (kept.size <= MOST) return;
  const oldest = kept.keys().next();
  if (!oldest.done) kept.delete(oldest.value);
}
