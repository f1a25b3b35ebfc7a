import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { Clock } from '../../../shared/domain/effects.ts';
import {
  DOOR_COUNTS,
  type DoorCount,
  type DoorCounts,
  type DoorLimits,
} from '../../../shared/support/doors.ts';

/** What viewers' addresses may ask, and what was refused. */
export interface Doors {
  /** A keyed hash of an address: the same one for the same home line, of no use outside this hub. */
  readonly hashOf: (address: string) => string;
  /** A line is opened: null where there are too many, else what closes it. */
  readonly connect: (addressHash: string) => (() => void) | null;
  /** A session is asked for; false where there were too many in this minute. */
  readonly session: (addressHash: string | undefined) => boolean;
  readonly count: (what: DoorCount) => void;
  readonly counts: () => DoorCounts;
  /** Forgets addresses of earlier minutes that hold no line. */
  readonly sweep: () => void;
}

interface Address {
  minute: number;
  connects: number;
  sessions: number;
  sockets: number;
}

const MAX_ADDRESSES = 100_000;

/** Counts by minute and address, in memory, bounded. */
export function createDoors(deps: {
  readonly clock: Clock;
  readonly limits: () => DoorLimits;
  readonly secret: string;
}): Doors {
  const { clock } = deps;
  const since = clock.now();
  const addresses = new Map<string, Address>();
  const counts = Object.fromEntries(DOOR_COUNTS.map((name) => [name, 0])) as Record<DoorCount, number>;
  const count = (what: DoorCount): void => {
    counts[what] += 1;
  };
  const sweep = (): void => {
    const minute = Math.floor(clock.now() / 60_000);
    for (const [key, each] of addresses)
      if (each.sockets === 0 && each.minute < minute) addresses.delete(key);
  };
  const of = (hash: string): Address | null => {
    const minute = Math.floor(clock.now() / 60_000);
    const known = addresses.get(hash);
    if (known !== undefined) {
      if (known.minute !== minute) Object.assign(known, { minute, connects: 0, sessions: 0 });
      return known;
    }
    if (addresses.size >= MAX_ADDRESSES) sweep();
    // So many addresses in a minute are an attack: new ones wait for the next.
    if (addresses.size >= MAX_ADDRESSES) return null;
    const made: Address = { minute, connects: 0, sessions: 0, sockets: 0 };
    addresses.set(hash, made);
    return made;
  };

  return {
    count,
    sweep,
    hashOf: (address) =>
      createHmac('sha256', deps.secret)
        .update(`address:${networkOf(address)}`)
        .digest('base64url')
        .slice(0, 22),
    connect(hash) {
      const { connectsPerMinute, socketsPerAddress } = deps.limits();
      const address = of(hash);
      if (address === null || address.connects >= connectsPerMinute) {
        count('connectsRefused');
        return null;
      }
      address.connects += 1;
      if (address.sockets >= socketsPerAddress) {
        count('socketsRefused');
        return null;
      }
      address.sockets += 1;
      count('connects');
      let isOpen = true;
      return () => {
        if (isOpen) address.sockets -= 1;
        isOpen = false;
      };
    },
    session(hash) {
      const address = hash === undefined ? undefined : of(hash);
      if (address === null || (address?.sessions ?? 0) >= deps.limits().sessionsPerMinute) {
        count('sessionsRefused');
        return false;
      }
      if (address !== undefined) address.sessions += 1;
      count('sessions');
      return true;
    },
    counts: () => ({
      since,
      counts: { ...counts },
      socketsNow: [...addresses.values()].reduce((sum, each) => sum + each.sockets, 0),
      addressesNow: addresses.size,
    }),
  };
}

/** An IPv4 address as it is, of IPv6 the /64 that one household has. */
export function networkOf(address: string): string {
  const plain = address.replace(/%.*$/, '').toLowerCase();
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain);
  if (mapped?.[1] !== undefined) return mapped[1];
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.split('::');
  const front = head === '' ? [] : head.split(':');
  const back = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - front.length - back.length);
  const groups = [...front, ...Array.from({ length: zeros }, () => '0'), ...back];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}
