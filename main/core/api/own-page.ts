import type { ListQuery, Records, Store, TableName } from '../../store/store.ts';
import type { Caller } from '../access/members.ts';

/** Tables whose records belong to a room. */
type RoomTable = {
  [T in TableName]: Records[T] extends { readonly roomId: string } ? T : never;
}[TableName];

/** Store pages that are looked through at most for one answer; the cursor leads on from there. */
const MOST_PAGES = 20;

/** A page of records of the rooms that the session may see: full where there are enough, whatever lies between. */
export async function ownPage<T extends RoomTable>(
  caller: Caller,
  store: Pick<Store, 'list'>,
  query: ListQuery<T>,
): Promise<{ rows: Records[T][]; cursor?: string }> {
  const own = caller.roomIds;
  if (own === undefined) {
    const page = await store.list(query);
    return { rows: [...page.rows], ...(page.cursor === undefined ? {} : { cursor: page.cursor }) };
  }
  const [only] = own;
  if (only === undefined) return { rows: [] };
  const where = own.length === 1 ? { ...query.where, roomId: only } : query.where;
  const rows: Records[T][] = [];
  let cursor = query.cursor;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: { readonly rows: readonly Records[T][]; readonly cursor?: string | undefined } =
      await store.list({
        ...query,
        where,
        limit: query.limit - rows.length,
        ...(cursor === undefined ? {} : { cursor }),
      });
    for (const row of page.rows) if (own.includes(row.roomId)) rows.push(row);
    cursor = page.cursor;
    if (cursor === undefined || rows.length >= query.limit) break;
  }
  return { rows, ...(cursor === undefined ? {} : { cursor }) };
}
