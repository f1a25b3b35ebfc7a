import type { FlagKey } from '../../../shared/detect/policy.ts';
import type { Flag } from '../../../shared/domain/flag.ts';

/** Finds the unresolved flag of a person and category, or of a raid, without searching. */
export interface OpenFlags {
  readonly find: (key: FlagKey) => Flag | undefined;
  /** The escalated flag of the same person and category, for what comes after it. */
  readonly escalated: (fresh: Flag) => Flag | undefined;
  readonly note: (flag: Flag) => void;
}

const MAX_REMEMBERED = 5_000;

/** Indexes ids only; whether a flag is still open is asked of the desk's own map. */
export function createOpenFlags(flags: ReadonlyMap<string, Flag>): OpenFlags {
  const ids = createIds();
  const up = new Map<string, string>();
  const note = (flag: Flag): void => {
    const key = keyOf(flag);
    // Remembered while open, because a person escalates it elsewhere; asked for its outcome when needed.
    up.set(key, flag.id);
    if (up.size > MAX_REMEMBERED) up.delete(up.keys().next().value ?? '');
    const subject = subjectOf(flag);
    if (flag.state !== 'resolved') ids.set(flag.roomId, subject, flag.category, flag.id);
    else if (ids.get(flag.roomId, subject, flag.category) === flag.id)
      ids.delete(flag.roomId, subject, flag.category);
  };
  for (const flag of flags.values()) note(flag);
  return {
    note,
    escalated(fresh) {
      const flag = flags.get(up.get(keyOf(fresh)) ?? '');
      return flag?.outcome === 'escalated' ? flag : undefined;
    },
    find(key) {
      const subject = key.kind === 'person' ? key.personId : clusterKey(key.clusterId);
      const id = ids.get(key.roomId, subject, key.category);
      if (id === undefined) return undefined;
      const flag = flags.get(id);
      if (flag !== undefined && flag.state !== 'resolved') return flag;
      ids.delete(key.roomId, subject, key.category);
      return undefined;
    },
  };
}

/** Ids by room, person or raid, and category: with each message of a raid its people are looked for. */
function createIds() {
  const rooms = new Map<string, Map<string, Map<string, string>>>();
  return {
    get: (roomId: string, subject: string, category: string): string | undefined =>
      rooms.get(roomId)?.get(subject)?.get(category),
    set(roomId: string, subject: string, category: string, id: string): void {
      const room = rooms.get(roomId) ?? new Map<string, Map<string, string>>();
      rooms.set(roomId, room);
      const held = room.get(subject);
      if (held === undefined) room.set(subject, new Map([[category, id]]));
      else held.set(category, id);
    },
    delete(roomId: string, subject: string, category: string): void {
      const held = rooms.get(roomId)?.get(subject);
      held?.delete(category);
      if (held?.size === 0) rooms.get(roomId)?.delete(subject);
    },
  };
}

function keyOf(flag: Flag): string {
  return `${flag.roomId}|${flag.category}|${subjectOf(flag)}`;
}

function subjectOf(flag: Flag): string {
  return flag.clusterId === undefined ? (flag.person?.id ?? '') : clusterKey(flag.clusterId);
}

/** Keys of people begin with their platform. */
function clusterKey(clusterId: string): string {
  return `|${clusterId}`;
}
