import { describe, expect, it } from 'vitest';
import { id, startTimed, text } from './timed.fixture.ts';

describe('other systems', () => {
  it('N10 are told of conversations by signed calls, written with them and in order', async () => {
    const test = await startTimed();
    await test.configure({
      webhook: { url: 'http://127.0.0.1:9/hook', secret: 'a-secret-of-many-characters' },
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.agent.support.claim({ conversationId });
    await test.agent.support.send({ conversationId, ...text('您好') });
    await test.agent.support.close({ conversationId });
    await client.rate({ conversationId, score: 4 });
    const { rows } = await test.store.list({ table: 'deliveries', order: 'oldest', limit: 50 });
    const first = JSON.parse(rows[0]?.body ?? '{}') as {
      readonly conversation: { readonly id: string };
      readonly trace: { readonly kind: string };
    };
    expect([
      rows.map((row) => row.event),
      new Set(rows.map((row) => row.subject)),
      first.conversation.id,
      first.trace.kind,
    ]).toEqual([
      [
        'support.opened',
        'support.queued',
        'support.assigned',
        'support.first_reply',
        'support.closed',
        'support.rated',
      ],
      new Set([conversationId]),
      conversationId,
      'opened',
    ]);
  });
});
