import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import type { Store } from '../../store/store.ts';

/** The chat feeds' epoch belongs to the data, so that a page resumes across restarts of the core. */
export async function keptEpoch(store: Store, ids: Ids, clock: Clock): Promise<string> {
  const kept = await store.get('settings', 'chatEpoch');
  if (typeof kept?.value === 'string') return kept.value;
  const epoch = ids.next();
  await store.write([
    { op: 'put', table: 'settings', row: { id: 'chatEpoch', value: epoch, updatedAt: clock.now() } },
  ]);
  return epoch;
}
