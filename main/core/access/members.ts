import type { MemberView } from '../../../shared/api/contract.ts';
import type { Actor, Role } from '../../../shared/domain/actor.ts';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Member } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import { auditOf, type Desk } from '../desk.ts';
import { hashToken, newToken } from './tokens.ts';

/** Who is calling. */
export interface Caller {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Rooms it is limited to; absent means all. */
  readonly roomIds?: readonly string[] | undefined;
}

/** People with access: one-time pairing tokens, sessions, revocation. */
export interface Members {
  /** Makes a one-time token for a new member. */
  readonly invite: (
    input: {
      readonly name: string;
      readonly roles: readonly Role[];
      readonly roomIds?: readonly string[] | undefined;
      readonly ttlMinutes: number;
    },
    by: Actor,
  ) => Promise<Result<{ readonly token: string; readonly expiresAt: number; readonly member: MemberView }>>;
  /** Uses a token up; `unauthenticated` if it is unknown, used or lapsed. */
  readonly pair: (
    token: string,
    name?: string,
  ) => Promise<Result<{ readonly member: MemberView; readonly sessionToken: string }>>;
  /** The session's owner, or null. */
  readonly authenticate: (sessionToken: string) => Caller | null;
  /** Whether the caller's access still stands; asked for every call and feed frame. */
  readonly stands: (callerId: string) => boolean;
  readonly revoke: (memberId: string, by: Actor) => Promise<Result<null>>;
  readonly list: () => readonly MemberView[];
  /** True while nobody can let others in: no supervisor has paired, or none is left. */
  readonly isEmpty: () => boolean;
}

/** The desktop's own user, who needs no pairing. */
export const LOCAL_OWNER: Caller = { id: 'local', name: '本机', roles: ['controller', 'supervisor'] };

/** The caller as an actor of the audit log. */
export function actorOf(caller: Caller): Actor {
  return { kind: 'person', id: caller.id, name: caller.name };
}

/** Loads members from the store. */
export async function createMembers(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly ids: Ids;
}): Promise<Members> {
  const { store, desk, clock, ids } = deps;
  const members = new Map<string, Member>();
  for (const member of await allRows(store, { table: 'members' })) members.set(member.id, member);

  const save = async (member: Member, what: string, by: Actor): Promise<Result<null>> => {
    const audit = [
      auditOf(clock.now(), by, what, {
        subject: member.id,
        detail: `${member.name} ${member.roles.join('+')}`,
      }),
    ];
    const saved = await desk.commit([], audit, [{ op: 'put', table: 'members', row: member }]);
    if (saved.ok) members.set(member.id, member);
    return saved;
  };

  return {
    async invite(input, by) {
      const token = newToken();
      const expiresAt = clock.now() + input.ttlMinutes * 60_000;
      const member: Member = {
        id: ids.next(),
        name: input.name,
        roles: input.roles,
        ...(input.roomIds === undefined ? {} : { roomIds: input.roomIds }),
        pairingHash: hashToken(token),
        pairingExpiresAt: expiresAt,
        createdAt: clock.now(),
      };
      const saved = await save(member, 'session.invite', by);
      return saved.ok ? ok({ token, expiresAt, member: viewOf(member) }) : saved;
    },
    async pair(token, name) {
      const hash = hashToken(token);
      const found = [...members.values()].find((member) => member.pairingHash === hash);
      if (
        found === undefined ||
        (found.pairingExpiresAt ?? 0) < clock.now() ||
        found.revokedAt !== undefined
      ) {
        return fail(fault('unauthenticated'));
      }
      const sessionToken = newToken();
      const { pairingHash: _used, pairingExpiresAt: _until, ...rest } = found;
      const member: Member = {
        ...rest,
        name: name ?? found.name,
        sessionHash: hashToken(sessionToken),
        lastSeenAt: clock.now(),
      };
      members.set(member.id, member);
      const saved = await save(member, 'session.pair', { kind: 'person', id: member.id, name: member.name });
      if (!saved.ok) {
        members.set(found.id, found);
        return saved;
      }
      return ok({ member: viewOf(member), sessionToken });
    },
    authenticate(sessionToken) {
      const hash = hashToken(sessionToken);
      for (const member of members.values()) {
        if (member.sessionHash === hash && member.revokedAt === undefined) {
          return {
            id: member.id,
            name: member.name,
            roles: member.roles,
            ...(member.roomIds === undefined ? {} : { roomIds: member.roomIds }),
          };
        }
      }
      return null;
    },
    stands: (callerId) => callerId === LOCAL_OWNER.id || members.get(callerId)?.sessionHash !== undefined,
    async revoke(memberId, by) {
      const found = members.get(memberId);
      if (found === undefined) return fail(fault('not_found'));
      const { sessionHash: _s, pairingHash: _p, ...rest } = found;
      return save({ ...rest, revokedAt: clock.now() }, 'session.revoke', by);
    },
    list: () => [...members.values()].map(viewOf),
    isEmpty: () =>
      ![...members.values()].some(
        (member) => member.sessionHash !== undefined && member.roles.includes('supervisor'),
      ),
  };
}

function viewOf(member: Member): MemberView {
  return {
    id: member.id,
    name: member.name,
    roles: [...member.roles],
    ...(member.roomIds === undefined ? {} : { roomIds: [...member.roomIds] }),
    paired: member.sessionHash !== undefined,
    ...(member.lastSeenAt === undefined ? {} : { lastSeenAt: member.lastSeenAt }),
    ...(member.revokedAt === undefined ? {} : { revokedAt: member.revokedAt }),
  };
}
