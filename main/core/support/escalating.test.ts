import { afterEach, expect, it } from 'vitest';
import { type SupportTest, startSupportTest } from '../testing/support.ts';

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

it('E1 what a supervisor makes of an escalation stands in the conversation, for the desk alone', async () => {
  const test = await startSupportTest();
  started.push(test);
  const { client } = await test.viewer('u1');
  const { id: conversationId } = await client.start({ id: crypto.randomUUID() });
  const { escalation } = await test.agent.support.escalate({
    conversationId,
    id: crypto.randomUUID(),
    reason: '金额争议',
  });
  await test.supervisor.escalations.take({ escalationId: escalation.id });
  await test.supervisor.escalations.resolve({ escalationId: escalation.id, resolution: '按规则 3 处理 $&' });
  const textsOf = (messages: readonly { readonly body: { readonly kind: string } }[]) =>
    messages.flatMap(({ body }) => ('text' in body && body.kind === 'notice' ? [body.text] : []));
  const staff = textsOf(await test.agent.support.messages({ conversationId })).slice(-2);
  const viewer = textsOf((await client.messages({ conversationId })).messages);
  expect({ staff, viewer: JSON.stringify(viewer).includes('规则 3') }).toEqual({
    staff: [
      { zh: '主管 周 接手了这次升级。', en: 'Supervisor 周 has taken the escalation.' },
      {
        zh: '主管 周 处理了这次升级：按规则 3 处理 $&',
        en: 'Supervisor 周 resolved the escalation: 按规则 3 处理 $&',
      },
    ],
    viewer: false,
  });
});
