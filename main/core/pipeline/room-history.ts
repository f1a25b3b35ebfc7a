import { textOf } from '../../../shared/domain/event.ts';
import type { Store } from '../../store/store.ts';

const PAGE = 1_000;

/** The newest unflagged chat texts of a room, newest first: what its detector takes for the room's normal language. */
export async function roomHistory(
  store: Pick<Store, 'events'>,
  roomId: string,
  most: number,
): Promise<readonly string[]> {
  const texts: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.events({ roomId, kinds: ['chat'], order: 'newest', limit: PAGE, cursor });
    for (const { event, verdicts } of page.rows)
      if (!verdicts.some((verdict) => verdict.flag)) texts.push(textOf(event));
    cursor = page.cursor;
  } while (cursor !== undefined && texts.length < most);
  return texts.slice(0, most);
}
