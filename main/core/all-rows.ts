import type { ListQuery, Records, Store, TableName } from '../store/store.ts';

const PAGE = 1_000;

/** Every row of a table that fits, page by page: what must be whole after a start may not end at one page. */
export async function allRows<T extends TableName>(
  store: Pick<Store, 'list'>,
  query: Omit<ListQuery<T>, 'limit' | 'cursor'>,
): Promise<readonly Records[T][]> {
  const rows: Records[T][] = [];
  let cursor: string | undefined;
  do {
    const asked: ListQuery<T> = { ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) };
    const page: { readonly rows: readonly Records[T][]; readonly cursor?: string | undefined } =
      await store.list(asked);
    for (const row of page.rows) rows.push(row);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
