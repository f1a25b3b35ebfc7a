import { afterEach, describe, expect, it } from 'vitest';
import { chatEvent, giftEvent } from '../../../shared/testing/events.ts';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

/** Everything under a clock that the test moves. */
async function start() {
  const time = { now: Date.now() };
  const test = await startSupportTest({ clock: { now: () => time.now } });
  started.push(test);
  const { support } = test.core.services;
  return {
    ...test,
    support,
    async pass(seconds: number) {
      time.now += seconds * 1_000;
      for (const agent of support.state.agents.keys()) support.state.touchAgent(agent);
      await support.tick();
    },
    time,
  };
}

const id = (): string => crypto.randomUUID();
const text = (words: string) => ({ id: id(), body: { kind: 'text' as const, text: words } });

describe('an evening', () => {
  it('N1 goes from a mute in the room to its lifting from the conversation, with a ticket and a receipt', async () => {
    const test = await start();
    const { desk } = test.core.services;
    await test.platform.say([
      giftEvent({ key: 'g', user: 'a', gift: 'rocket', fen: 50_000, at: test.time.now }),
      chatEvent({ key: '1', user: 'a', text: '主播是傻逼', at: test.time.now }),
    ]);
    const flag = await test.until(() => [...desk.flags.values()].find((each) => each.category === 'abuse'));
    const muteId = id();
    const target = flag.person === undefined ? {} : { target: { ...flag.person, roles: [] } };
    await test.controller.actions.perform({
      requests: [{ id: muteId, roomId: 'room', kind: 'mute', durationSec: 600, flagId: flag.id, ...target }],
    });
    await test.until(() => desk.actions.get(muteId)?.state === 'confirmed');

    const platform = flag.person?.id.split(':')[0] ?? '';
    const [key] = test.support.settings.current().tokenKeys;
    await test.configure({ tokenKeys: key === undefined ? [] : [{ ...key, platform }] });
    const { client } = await test.viewer('a');
    const { id: conversationId } = await client.start({
      id: id(),
      context: { actionId: muteId, eventId: flag.evidence[0]?.eventId },
    });
    await client.send({ conversationId, ...text('凭什么禁我，我只是开玩笑') });
    await test.agent.support.setState({ state: 'online' });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent);
    const row = await test.agent.support.get({ conversationId });
    const card = await test.agent.support.card({ conversationId });
    const { action } = await test.agent.support.lift({ conversationId, undoId: id(), reason: '玩笑，误判' });
    await test.until(() => desk.actions.get(action.id)?.state === 'confirmed');
    const ticket = await test.agent.support.ticket({
      conversationId,
      id: id(),
      title: '礼物核对',
      department: '财务',
    });
    const { escalation } = await test.agent.support.escalate({
      conversationId,
      id: id(),
      reason: '金额较大',
    });
    expect({
      topic: row.topic,
      appeal: desk.flags.get(flag.id)?.appeal?.conversationId === conversationId,
      context: [row.context?.verified, row.context?.text, row.context?.actionId === muteId],
      card: [
        card.person?.person.name,
        card.sanction?.id === muteId,
        card.person?.gifts.length,
        card.person?.streamTotals.map((money) => money.cnyFen),
      ],
      lifted: [action.kind, action.actor.id, desk.actions.get(muteId)?.undoneBy === action.id],
      ticket: [
        ticket.department,
        ticket.conversationId === conversationId,
        ticket.person?.id,
        ticket.context.gifts.length,
      ],
      escalation: [escalation.conversationId === conversationId, desk.escalations.has(escalation.id)],
      told: (await client.messages({ conversationId })).messages.flatMap((message) =>
        message.body.kind === 'notice' ? [message.body.code] : [],
      ),
    }).toEqual({
      topic: 'mute',
      appeal: true,
      context: [true, '主播是傻逼', true],
      card: ['a', true, 1, ['50000']],
      lifted: ['unmute', 'chen', true],
      ticket: ['财务', true, flag.person?.id, 1],
      escalation: [true, true],
      told: ['opened', 'queued', 'assigned', 'lifted', 'ticket', 'escalated'],
    });
  });

  it('N2 carries no context of another room or person as if it were the viewer’s own', async () => {
    const test = await start();
    await test.platform.say([chatEvent({ key: '1', user: 'b', text: '主播是傻逼', at: test.time.now })]);
    const flag = await test.until(() => [...test.core.services.desk.flags.values()][0]);
    const { client } = await test.viewer('a');
    const { id: conversationId } = await client.start({
      id: id(),
      context: { eventId: flag.evidence[0]?.eventId, actionId: 'no-such' },
    });
    const { context } = await test.agent.support.get({ conversationId });
    expect([context?.verified, context?.actionId]).toEqual([false, undefined]);
  });
});

describe('what happens by itself', () => {
  const keywords = [{ id: 'k', words: ['充值'], reply: { zh: '请准备订单号', en: 'x' } }];

  it('N3 keyword replies only while nobody answered, with cool-down and budget', async () => {
    const test = await start();
    const { auto } = test.support.settings.current();
    await test.configure({
      auto: { ...auto, keywords, keywordAfterSec: 60, keywordCooldownSec: 120, keywordBudget: 2 },
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const replies = async () =>
      (await client.messages({ conversationId })).messages.filter((message) => message.auto === 'keyword')
        .length;
    const seen: number[] = [];
    const say = async (words: string, wait: number) => {
      await client.send({ conversationId, ...text(words) });
      await test.pass(wait);
      seen.push(await replies());
    };
    await say('充值没到', 30);
    await test.pass(31);
    seen.push(await replies());
    await test.pass(300);
    seen.push(await replies());
    await say('还是充值', 61);
    await say('充值充值', 200);
    await say('充值', 200);
    await test.agent.support.claim({ conversationId });
    await say('充值', 10);
    await test.agent.support.send({ conversationId, ...text('来了') });
    await test.pass(200);
    seen.push(await replies());
    expect(seen).toEqual([0, 1, 1, 2, 2, 2, 2, 2]);
  });

  it('N4 asks whether the viewer is there, then closes; her answer in between keeps it open', async () => {
    const test = await start();
    const { auto } = test.support.settings.current();
    await test.configure({ auto: { ...auto, idleAfterSec: 600, closeAfterSec: 300 } });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.agent.support.claim({ conversationId });
    await test.agent.support.send({ conversationId, ...text('请稍等') });
    const states: unknown[] = [];
    const look = async () => {
      const { messages, status } = await client.messages({ conversationId });
      states.push([status.state, messages.filter((message) => message.auto === 'idle').length]);
    };
    await test.pass(601);
    await look();
    await client.send({ conversationId, ...text('在的') });
    await test.agent.support.send({ conversationId, ...text('好') });
    await test.pass(301);
    await look();
    await test.pass(600);
    await look();
    await test.pass(301);
    await look();
    expect(states).toEqual([
      ['active', 1],
      ['active', 1],
      ['active', 2],
      ['closed', 2],
    ]);
  });

  it('N5 hands up on insults, exposure, minors, money and long waits, once each, and never twice a second', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await client.send({ conversationId, ...text('你们这群废物') });
    await client.send({ conversationId, ...text('废物废物') });
    await client.send({ conversationId, ...text('我要找记者') });
    await client.send({ conversationId, ...text('我女儿充的钱') });
    await client.send({ conversationId, ...text('我要退款') });
    await test.support.automatic.settled();
    for (let round = 0; round < 3; round += 1) await test.pass(901);
    await test.support.automatic.settled();
    const summaries = [...test.core.services.desk.escalations.values()]
      .map((each) => each.note?.split('：')[0])
      .sort();
    expect(summaries).toEqual(
      [
        '涉及未成年人',
        '等待已超过 15 分钟',
        '观众提到曝光或投诉到外部',
        '观众要求退款或赔偿',
        '观众辱骂客服',
      ].sort(),
    );
  });

  it('N6 takes a conversation from an agent who is silent, and asks another', async () => {
    const test = await start();
    await test.agent.support.setState({ state: 'online' });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent?.id === 'chen');
    await client.send({ conversationId, ...text('在吗') });
    await test.agent2.support.setState({ state: 'online' });
    await test.pass(301);
    await test.pass(1);
    const row = test.support.state.conversations.get(conversationId);
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect([row?.agent?.id, kinds.slice(-2)]).toEqual(['wu', ['lapsed', 'assigned']]);
  });

  it('N7 lets a viewer call the manager twice a day', async () => {
    const test = await start();
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id() });
    const ask = () =>
      client.manager({ conversationId, id: id() }).then(
        (status) => status.managerLeft,
        (error: { code: string }) => error.code,
      );
    expect([await ask(), await ask(), await ask()]).toEqual([1, 0, 'rate_limited']);
  });
});

describe('presets', () => {
  it('N8 show what they change, apply it, and put it back', async () => {
    const test = await start();
    const before = await test.supervisor.support.config.get();
    const { changes } = await test.supervisor.support.presets.preview({ preset: 'one_to_one' });
    const { config } = await test.supervisor.support.presets.apply({ preset: 'one_to_one' });
    const after = await test.supervisor.support.presets.preview({ preset: 'one_to_one' });
    const back = await test.supervisor.support.presets.undo();
    expect([
      changes.map((each) => each.path).includes('privacy.masked'),
      config.retentionDays,
      after.changes,
      back,
    ]).toEqual([true, 30, [], before]);
  });

  it('N9 mask what viewers say until it is revealed with a reason, which is audited', async () => {
    const test = await start();
    await test.supervisor.support.presets.apply({ preset: 'one_to_one' });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), person: true });
    await client.send({ conversationId, ...text('秘密') });
    const look = async () =>
      (await test.agent.support.messages({ conversationId })).findLast(
        (message) => message.from.kind === 'viewer',
      )?.body;
    const masked = await look();
    await test.agent.support.reveal({ conversationId, reason: '核实身份' });
    const audit = await test.supervisor.review.audit({ limit: 500 });
    const csv = await test.supervisor.support.stats
      .csv({ from: 0, to: Date.now() })
      .catch((error: { code: string }) => error.code);
    expect([
      masked,
      await look(),
      audit.entries.some((entry) => entry.what === 'support.reveal' && entry.detail === '核实身份'),
      audit.intact,
      csv,
    ]).toEqual([{ kind: 'text', text: '▇▇' }, { kind: 'text', text: '秘密' }, true, true, 'forbidden']);
  });
});

describe('other systems', () => {
  it('N10 are told of conversations by signed calls, written with them and in order', async () => {
    const test = await start();
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

describe('afterwards', () => {
  it('N11 ask for a rating again once, and delete what is older than was promised, files too', async () => {
    const test = await start();
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

describe('a transfer', () => {
  it('N12 that nobody accepts returns to whom it came from; one to a group waits there with its place', async () => {
    const test = await start();
    await test.supervisor.support.presets.apply({ preset: 'show' });
    const { routing } = test.support.settings.current();
    await test.configure({ routing: { ...routing, acceptWithinSec: 0 } });
    await test.agent.support.setState({ state: 'online' });
    await test.supervisor.support.saveAgent({
      id: 'chen',
      groups: ['general', 'gifts'],
      skills: [],
      capacity: 5,
      languages: [],
    });
    await test.configure({
      groups: test.support.settings.current().groups.map((group) => ({ ...group, overflowTo: [] })),
    });
    const { client } = await test.viewer('u1');
    const { id: conversationId } = await client.start({ id: id(), person: true });
    await test.until(() => test.support.state.conversations.get(conversationId)?.agent?.id === 'chen');
    await test.agent2.support.setState({ state: 'online' });
    await test.agent.support.transfer({ conversationId, to: { kind: 'agent', agentId: 'wu' }, note: '请看' });
    await test.pass(60);
    const back = await test.agent.support.get({ conversationId });
    const late = await test.agent2.support
      .accept({ conversationId })
      .catch((error: { code: string }) => error.code);
    await test.agent.support.transfer({
      conversationId,
      to: { kind: 'group', groupId: 'gifts' },
      note: '礼物',
    });
    await test.support.tick();
    const moved = await test.agent.support.get({ conversationId });
    const ticket = await test.agent.support.ticket({
      conversationId,
      id: id(),
      title: '核对',
      department: '技术',
    });
    expect([back.agent?.id, back.offer, late, moved.groupId, moved.agent?.id, ticket.department]).toEqual([
      'chen',
      undefined,
      'conflict',
      'gifts',
      undefined,
      '技术',
    ]);
    const kinds = (await test.agent.support.decisions({ conversationId })).map((trace) => trace.kind);
    expect(kinds).toEqual(['opened', 'queued', 'assigned', 'offered', 'returned', 'requeued', 'ticket']);
  });
});
