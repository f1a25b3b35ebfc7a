import { expect, it } from 'vitest';
import { createMemoryStore } from '../../store/memory-store.ts';
import type { WebhookDelivery } from '../../store/records.ts';
import { createStoreOutbox } from './store-outbox.ts';

it('gives back every waiting row, over pages, and none that is settled', async () => {
  const store = createMemoryStore();
  const outbox = createStoreOutbox(store);
  const rows = Array.from(
    { length: 1_203 },
    (_, i): WebhookDelivery => ({
      id: `d-${i}`,
      hook: 'tickets',
      ticketId: `t-${i % 7}`,
      event: 'ticket.updated',
      body: '{}',
      state: i % 3 === 0 ? 'delivered' : 'waiting',
      attempts: 0,
      nextAt: 0,
      createdAt: i,
    }),
  );
  await outbox.put(rows);
  const expected = rows.filter((row) => row.state === 'waiting');
  expect(await outbox.waiting()).toEqual(expected);
});
