import type { Flag } from '../../../shared/domain/flag.ts';
import type { Store } from '../../store/store.ts';
import type { Desk } from '../desk.ts';

/** Disputes that people had before, counted so that asking costs nothing. */
export interface EarlierDisputes {
  /** Settled disputes of a person in a room. */
  readonly of: (roomId: string, personId: string) => number;
  /** Resolves once those of the store are counted. */
  readonly ready: Promise<void>;
}

const PAGE = 500;
const MOST = 10_000;

/** Counts the newest 10,000 disputes in the store, and each that is settled from now on. */
export function createEarlierDisputes(deps: {
  readonly store: Pick<Store, 'list'>;
  readonly desk: Pick<Desk, 'onChange'>;
}): EarlierDisputes {
  const settled = new Map<string, Set<string>>();
  const note = (flag: Flag): void => {
    if (flag.category !== 'dispute' || flag.state !== 'resolved' || flag.person === undefined) return;
    const key = `${flag.roomId}|${flag.person.id}`;
    const held = settled.get(key);
    if (held === undefined) settled.set(key, new Set([flag.id]));
    else held.add(flag.id);
  };
  deps.desk.onChange((changes) => {
    for (const change of changes) if (change.kind === 'flag') note(change.flag);
  });
  const read = async (): Promise<void> => {
    let cursor: string | undefined;
    let count = 0;
    do {
      const page = await deps.store.list({
        table: 'flags',
        where: { category: 'dispute' },
        order: 'newest',
        limit: PAGE,
        ...(cursor === undefined ? {} : { cursor }),
      });
      page.rows.forEach(note);
      count += page.rows.length;
      cursor = page.cursor;
    } while (cursor !== undefined && count < MOST);
  };
  return {
    of: (roomId, personId) => (settled.size === 0 ? 0 : (settled.get(`${roomId}|${personId}`)?.size ?? 0)),
    // A store that cannot be read now says so elsewhere; what happens from now on is counted all the same.
    ready: read().catch(() => undefined),
  };
}
