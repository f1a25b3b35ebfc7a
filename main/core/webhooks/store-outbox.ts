import type { WebhookDelivery } from '../../store/records.ts';
import type { Store } from '../../store/store.ts';
import type { WebhookOutbox } from './sender.ts';

const PAGE = 500;

/** The outbox over the store's `deliveries`. */
export function createStoreOutbox(store: Pick<Store, 'write' | 'list'>): WebhookOutbox {
  return {
    async put(rows) {
      await store.write(rows.map((row) => ({ op: 'put', table: 'deliveries', row })));
    },
    async waiting() {
      const all: WebhookDelivery[] = [];
      let cursor: string | undefined;
      do {
        const page: { readonly rows: readonly WebhookDelivery[]; readonly cursor?: string | undefined } =
          await store.list({
            table: 'deliveries',
            where: { state: 'waiting' },
            order: 'oldest',
            limit: PAGE,
            cursor,
          });
        all.push(...page.rows);
        cursor = page.cursor;
      } while (cursor !== undefined);
      return all;
    },
  };
}
