import type { Clock } from '../../../shared/domain/effects.ts';
import type { SourceMemory } from '../../../shared/plugin/plugin.ts';
import type { Store } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import type { Seen } from '../pipeline/seen.ts';

/** What pushed-to sources keep, for all rooms. */
export interface SourceMemories {
  readonly of: (roomId: string) => SourceMemory;
  /** Forgets nonces whose time is over. */
  readonly sweep: () => Promise<void>;
}

/** Nonces are claimed in memory first, so that two requests at once cannot both pass, then stored. */
export async function createSourceMemories(deps: {
  readonly store: Store;
  readonly clock: Clock;
  readonly pipeline: () => Pipeline;
  readonly seen: Seen;
}): Promise<SourceMemories> {
  const { store, clock, seen } = deps;
  const nonces = new Map<string, number>();
  for (const row of await allRows(store, { table: 'nonces' })) nonces.set(row.id, row.expiresAt);

  return {
    of: (roomId) => ({
      async takeNonce(key, expiresAt) {
        if ((nonces.get(key) ?? 0) > clock.now()) return false;
        nonces.set(key, expiresAt);
        await store.write([{ op: 'put', table: 'nonces', row: { id: key, expiresAt } }]);
        return true;
      },
      async cursor(stream) {
        return (await store.get('cursors', `${roomId}|${stream}`))?.seq ?? null;
      },
      async setCursor(stream, seq) {
        await deps.pipeline().flushed(roomId);
        await store.write([
          { op: 'put', table: 'cursors', row: { id: `${roomId}|${stream}`, seq, updatedAt: clock.now() } },
        ]);
      },
      async known(eventIds) {
        const found = new Set<string>();
        for (const eventId of eventIds) if (seen.has(eventId)) found.add(eventId);
        return found;
      },
    }),
    async sweep() {
      const now = clock.now();
      const over = [...nonces].filter(([, expiresAt]) => expiresAt <= now).map(([id]) => id);
      for (const id of over) nonces.delete(id);
      if (over.length > 0)
        await store.write(over.map((id) => ({ op: 'delete', table: 'nonces', id }) as const));
    },
  };
}
