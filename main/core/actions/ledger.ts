import type { Action } from '../../../shared/domain/action.ts';
import { type EventOf, timeOf } from '../../../shared/domain/event.ts';
import { personIdOf } from '../../../shared/domain/person.ts';
import { inForce, type Sanction } from '../../../shared/domain/sanctions.ts';

/** Who is under which mute or ban, in one room, by us and by others. */
export interface SanctionLedger {
  readonly of: (personId: string) => readonly Sanction[];
  /** Our own action took effect, or stopped having one. */
  readonly setOurs: (action: Action) => void;
  /** The platform told of somebody's action; returns true if it is not ours. */
  readonly observe: (event: EventOf<'mod_action'>) => void;
}

const MAX_PERSONS = 50_000;

/** Bounded to the newest 50,000 people; sanctions that ended are dropped when touched. */
export function createLedger(now: () => number): SanctionLedger {
  const byPerson = new Map<string, readonly Sanction[]>();
  const put = (personId: string, sanctions: readonly Sanction[]): void => {
    byPerson.delete(personId);
    if (sanctions.length > 0) byPerson.set(personId, sanctions);
    if (byPerson.size > MAX_PERSONS) byPerson.delete(byPerson.keys().next().value ?? '');
  };
  const of = (personId: string): readonly Sanction[] => inForce(byPerson.get(personId) ?? [], now());
  /** An unmute leaves bans in force; whatever began after `at` stays too. */
  const lift = (personId: string, kind: 'unmute' | 'unban', at: number): void =>
    put(
      personId,
      of(personId).filter((sanction) => sanction.at > at || (kind === 'unmute' && sanction.kind === 'ban')),
    );

  return {
    of,
    setOurs(action) {
      const person = action.target;
      if (person === undefined) return;
      if (action.kind === 'unmute' || action.kind === 'unban') {
        if (action.state === 'accepted' || action.state === 'confirmed')
          lift(person.id, action.kind, action.receipts.at(-1)?.at ?? action.requestedAt);
        return;
      }
      if (action.kind !== 'mute' && action.kind !== 'ban') return;
      const others = of(person.id).filter((sanction) => sanction.id !== action.id);
      const binds =
        action.undoneBy === undefined &&
        (action.state === 'accepted' || action.state === 'confirmed' || action.state === 'unconfirmed');
      put(person.id, binds ? [...others, sanctionOf(action)] : others);
    },
    observe(event) {
      const { target, body } = event;
      if (target === undefined) return;
      const personId = personIdOf(event.platform, target);
      const at = timeOf(event);
      if (body.action === 'unmute' || body.action === 'unban') {
        lift(personId, event.platform === 'twitch' ? 'unban' : body.action, Number.POSITIVE_INFINITY);
        return;
      }
      if (body.action !== 'mute' && body.action !== 'ban') return;
      const until = body.expiresAt ?? (body.durationSec === undefined ? null : at + body.durationSec * 1_000);
      const ours =
        body.origin === 'self' ||
        of(personId).some((sanction) => sanction.ours && Math.abs(sanction.at - at) < 10_000);
      if (ours) return;
      const by = body.moderator?.name ?? body.origin;
      put(personId, [...of(personId), { id: event.eventId, kind: body.action, at, until, by, ours: false }]);
    },
  };
}

function sanctionOf(action: Action): Sanction {
  const until =
    action.expiresAt ?? (action.durationSec == null ? null : action.requestedAt + action.durationSec * 1_000);
  return {
    id: action.id,
    kind: action.kind === 'ban' ? 'ban' : 'mute',
    at: action.requestedAt,
    until,
    by: action.actor.name,
    ours: true,
  };
}
