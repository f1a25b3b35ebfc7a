import { describe, expect, it } from 'vitest';
import { id, startTimed, text } from './timed.fixture.ts';

describe('afterwards', () => {
  it('N11 ask for a rating again once, and delete what is older than was promised, files too', async () => {
    const test = await startTimed();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.agent.support.claim({ conversationId });
    await test.agent.support.send({ conversationId, ...text('您好') });
    const png =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
    const { attachment } = await test.agent.support.upload({ conversationId, base64: png });
    await test.agent.support.send({
      conversationId,
      id: id(),
      body: { kind: 'picture', attachmentId: attachment.id },
    });
    await test.agent.support.close({ conversationId });
    for (let round = 0; round < 3; round += 1) await test.pass(1_201);
    const { messages } = await client.messages({ conversationId });
    const reminders = messages.filter(
      (message) => message.body.kind === 'notice' && message.body.code === 'rating_asked',
    ).length;
    await test.pass(181 * 86_400);
    await test.pass(1);
    const left = await Promise.all([
      test.store.get('conversations', conversationId),
      test.store.get('uploads', attachment.id),
      test.store
        .list({ table: 'messages', where: { conversationId }, limit: 10 })
        .then((page) => page.rows.length),
      test.store
        .list({ table: 'traces', where: { conversationId }, limit: 10 })
        .then((page) => page.rows.length),
    ]);
    expect([reminders, left, (await test.support.uploads.read(attachment.id, conversationId)).ok]).toEqual([
      2,
      [null, null, 0, 0],
      false,
    ]);
  });
});
