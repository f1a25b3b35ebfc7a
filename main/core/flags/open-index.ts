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
  const ids = new Map<string, string>();
  const up = new Map<string, string>();
  const note = (flag: Flag): void => {
    const key = keyOf(flag);
    // Remembered while open, because a person escalates it elsewhere; asked for its outcome when needed.
    up.set(key, flag.id);
    if (up.size > MAX_REMEMBERED) up.delete(up.keys().next().value ?? '');
    if (flag.state !== 'resolved') ids.set(key, flag.id);
    else if (ids.get(key) === flag.id) ids.delete(key);
  };
  for (const flag of flags.values()) note(flag);
  return {
    note,
    escalated(fresh) {
      const flag = flags.get(up.get(keyOf(fresh)) ?? '');
      return flag?.outcome === 'escalated' ? flag : undefined;
    },
    find(key) {
      const name =
        key.kind === 'person'
          ? `${key.roomId}|${key.category}|p|${key.personId}`
          : `${key.roomId}|${key.category}|c|${key.clusterId}`;
      const id = ids.get(name);
      const flag = id === undefined ? undefined : flags.get(id);
      if (flag !== undefined && flag.state !== 'resolved') return flag;
      ids.delete(name);
      return undefined;
    },
  };
}

function keyOf(flag: Flag): string {
  return flag.clusterId === undefined
    ? `${flag.roomId}|${flag.category}|p|${flag.person?.id ?? ''}`
    : `${flag.roomId}|${flag.category}|c|${flag.clusterId}`;
}
