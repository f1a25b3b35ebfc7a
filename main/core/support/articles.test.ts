import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

const id = (): string => crypto.randomUUID();
const bluePixels = async (): Promise<string> =>
  (
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'blue' } })
      .png()
      .toBuffer()
  ).toString('base64');

/** An article on top-ups with one picture, and the bot there to give it. */
async function start() {
  const test = await startSupportTest();
  started.push(test);
  const { kb } = test.supervisor.support;
  const before = (await kb.list({})).find((article) => article.id === 'recharge-missing');
  if (before === undefined) throw new Error('shipped');
  const { history: _h, updatedAt: _a, updatedBy: _b, removed: _r, ...input } = before;
  const { attachment } = await kb.attach({ articleId: input.id, base64: await bluePixels() });
  const article = await kb.save({ ...input, attachmentIds: [attachment.id] });
  return { ...test, input, article, attachmentId: attachment.id };
}

describe('an article', () => {
  it('K1 with a picture: the bot sends it with the answer, and it can be looked at', async () => {
    const test = await start();
    const { support } = test.core.services;
    await test.configure({ bot: { ...support.settings.current().bot, enabled: true } });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, id: id(), body: { kind: 'text', text: '充值没到账怎么办' } });
    await support.bot.settled();
    const said = (await client.messages({ conversationId })).messages.filter(
      (message) => message.from.kind === 'bot',
    );
    const url = new URL(said[1]?.url ?? '', 'http://hub');
    const opened = await support.uploads.open(
      url.pathname.split('/').at(-1) ?? '',
      url.searchParams.get('e') ?? '',
      url.searchParams.get('s') ?? '',
    );
    expect([said.map((message) => message.body.kind), opened.ok && opened.value.mime]).toEqual([
      ['text', 'picture'],
      'image/png',
    ]);
  });

  it('K2 keeps its picture when an agent who sent it takes the message back; viewers cannot send it', async () => {
    const test = await start();
    await test.agent.support.setState({ state: 'online' });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.until(() => test.core.services.support.state.conversations.get(conversationId)?.agent);
    const body = { kind: 'picture' as const, attachmentId: test.attachmentId };
    const sent = await test.agent.support.send({ conversationId, id: id(), body });
    const bytes = await test.agent.support.file({ conversationId, attachmentId: test.attachmentId });
    await test.agent.support.recall({ conversationId, messageId: sent.id });
    const kept = await test.agent.support.kb.attachments({ articleId: test.article.id });
    const stolen = await client
      .send({ conversationId, id: id(), body })
      .catch((error: { code: string }) => error.code);
    expect([bytes.mime, kept.map((each) => each.attachment.id), stolen]).toEqual([
      'image/png',
      [test.attachmentId],
      'not_found',
    ]);
  });

  it('K3 takes pictures alone, its own alone, and keeps both languages of what it was', async () => {
    const test = await start();
    const { kb } = test.supervisor.support;
    const codeOf = (work: Promise<unknown>) => work.catch((error: { code: string }) => error.code);
    const { version } = test.article;
    const sound = Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(40)]).toString('base64');
    expect({
      sound: await codeOf(kb.attach({ articleId: test.input.id, base64: sound })),
      foreign: await codeOf(
        kb.save({ ...test.input, id: 'another', version: 0, attachmentIds: [test.attachmentId] }),
      ),
      agent: await codeOf(test.agent.support.kb.attach({ articleId: 'x', base64: await bluePixels() })),
      before: (await kb.save({ ...test.input, version, attachmentIds: [] })).history[0]?.titleEn,
    }).toEqual({
      sound: 'unsupported',
      foreign: 'not_found',
      agent: 'forbidden',
      before: test.input.title.en,
    });
  });
});
