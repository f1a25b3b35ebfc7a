import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { until } from './electron.ts';
import { goTo, whyNoBrowser } from './hub.ts';
import {
  choose,
  id,
  opens,
  partOf,
  SLOW,
  type SupportEvening,
  say,
  sign,
  startSupportEvening,
} from './support.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the support desk in a browser: ${why}`);

describe.skipIf(why !== null)('the support desk, everybody in a browser', () => {
  let evening: SupportEvening;
  const staff: SupportEvening['staff'] = (...who) => evening.staff(...who);
  const viewer: SupportEvening['viewer'] = (address) => evening.viewer(address);
  const rest: SupportEvening['rest'] = (...call) => evening.rest(...call);
  const byHand = (): Promise<void> => evening.byHand();
  beforeAll(async () => {
    evening = await startSupportEvening();
  });
  afterAll(() => evening?.close());
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => evening.pictures());
    await evening.clear();
  });

  it('S2 drafts stay with their conversation, a canned reply is filled in, and who else looks is shown', {
    timeout: 200_000,
  }, async () => {
    await byHand();
    const desk = await staff('郑', 'agent', '#/support');
    const opened = [];
    for (const name of ['青柠', '晚风']) {
      const phone = await viewer(`?room=demo&lang=zh#token=${sign({ sub: name, room: 'demo', name })}`);
      await id(phone, 'widget-person').click();
      await id(phone, 'widget-wait').waitFor();
      const item = desk.locator('[data-testid=support-queue-item]', { hasText: name });
      await item.waitFor();
      opened.push({ phone, item });
    }
    const [first, second] = opened;
    if (first === undefined || second === undefined) throw new Error('two viewers');
    await first.item.click();
    await opens(desk, first.item);
    await id(desk, 'support-claim').click();
    await partOf(desk, 'owner').waitFor();
    await id(desk, 'support-input').fill('写了一半');
    await second.item.click();
    await opens(desk, second.item);
    expect(await id(desk, 'support-input').inputValue()).toBe('');
    expect(await first.item.innerText()).toContain('写了一半');
    await id(desk, 'support-claim').click();
    await partOf(desk, 'owner').waitFor();
    await id(desk, 'support-input').fill('/hi');
    await id(desk, 'canned-item').first().click();
    await until(
      () => id(desk, 'support-input').inputValue(),
      (text) => text.includes('晚风') && text.includes('郑'),
      SLOW,
    );
    await id(desk, 'support-send').click();
    await second.phone.getByText('晚风').waitFor();
    await first.item.click();
    await opens(desk, first.item);
    expect(await id(desk, 'support-input').inputValue()).toBe('写了一半');
    await first.phone.close();
    const other = await staff('钱', 'agent', `#/support/${await first.item.getAttribute('data-id')}`);
    await partOf(other, 'outside').waitFor();
    await id(desk, 'support-collision').waitFor();
    await other.close();
  });

  it('S3 a blocked viewer is told why, objects once, and writes again when it is granted', {
    timeout: 200_000,
  }, async () => {
    await byHand();
    const phone = await viewer(`?room=demo&lang=zh#token=${sign({ sub: 'b1', room: 'demo', name: '小李' })}`);
    await id(phone, 'widget-person').click();
    await say(phone, '在吗');
    const boss = await staff('孙', 'supervisor', '#/support');
    await boss.locator('[data-testid=support-queue-item]', { hasText: '小李' }).click();
    await id(boss, 'support-block').click();
    await id(boss, 'block-yes').click();
    await id(boss, 'block-dialog').waitFor({ state: 'detached' });
    await say(phone, '为什么');
    await id(phone, 'widget-blocked').waitFor();
    await id(phone, 'widget-appeal-text').fill('我没有骂人');
    await id(phone, 'widget-appeal-send').click();
    await phone.locator('[data-testid=widget-appeal][data-state=open]').waitFor();
    await goTo(boss, '#/support/setup');
    await id(boss, 'setup-blocks').click();
    await id(boss, 'blocks-state-appealed').click();
    const row = boss.locator('[data-testid=block-row]', { hasText: '小李' });
    await row.getByText('我没有骂人').waitFor();
    await id(boss, 'block-grant').click();
    await row.waitFor({ state: 'detached' });
    await phone.reload();
    await say(phone, '谢谢');
    await phone.locator('[data-testid=widget-message][data-from=viewer]', { hasText: '谢谢' }).waitFor();
  });

  it('S4 tickets: a form that insists, a hand-over, a mention, a merge and its way back, many closed at once', {
    timeout: 200_000,
  }, async () => {
    const label = (zh: string) => ({ zh, en: zh });
    await rest('PATCH', '/tickets/desk', {
      forms: [
        {
          id: 'money',
          department: '财务',
          fields: [{ id: 'amount', label: label('金额'), kind: 'money', required: 'open', options: [] }],
        },
      ],
      templates: [
        {
          id: 'refund',
          name: '退款核对',
          title: '退款核对',
          description: '核对礼物',
          department: '财务',
          fields: {},
        },
      ],
    });
    const boss = await staff('冯', 'supervisor', '#/tickets');
    const agent = await staff('褚', 'agent', '#/tickets');
    await id(boss, 'ticket-new').click();
    await choose(boss, 'new-template', '退款核对');
    await until(
      () => id(boss, 'new-subject').inputValue(),
      (text) => text === '退款核对',
      SLOW,
    );
    await id(boss, 'new-yes').click();
    await id(boss, 'new-ticket').getByRole('alert').waitFor();
    await id(boss, 'field-amount').fill('12.50');
    await id(boss, 'new-yes').click();
    const page = id(boss, 'ticket-page');
    await page.waitFor();
    await id(boss, 'ticket-note-text').fill('@褚 请核对');
    await id(boss, 'ticket-note-add').click();
    await agent.locator('[data-testid=ticket-notices][data-count="1"]').waitFor();
    await id(boss, 'ticket-handOver').click();
    await choose(boss, 'hand-over-to', '技术');
    await id(boss, 'hand-over-note').fill('查一下流水');
    await id(boss, 'hand-over-yes').click();
    await agent.locator('[data-testid=ticket-row]', { hasText: '技术' }).waitFor();

    await rest('POST', '/tickets', { id: crypto.randomUUID(), roomId: 'demo', title: '同一件事' });
    await boss.locator('[data-testid=ticket-row]', { hasText: '同一件事' }).waitFor();
    await id(boss, 'ticket-merge').click();
    await id(boss, 'merge-picks')
      .getByRole('checkbox', { name: /同一件事/ })
      .check();
    await id(boss, 'merge-yes').click();
    await boss.locator('[data-testid=ticket-row]', { hasText: '同一件事' }).waitFor({ state: 'detached' });
    await id(boss, 'ticket-unmerge').click();
    await boss.locator('[data-testid=ticket-row]', { hasText: '同一件事' }).waitFor();
    await id(boss, 'ticket-history').click();
    await id(boss, 'ticket-history-lines').getByText('技术').first().waitFor();
    await boss.keyboard.press('Escape');

    for (const title of ['退款核对', '同一件事'])
      await boss.locator('[data-testid=ticket-line]', { hasText: title }).getByTestId('ticket-pick').check();
    await id(boss, 'bulk-close').click();
    await id(boss, 'bulk-text').fill('已核对退回');
    await id(boss, 'bulk-yes').click();
    await id(boss, 'bulk-bar').waitFor({ state: 'detached' });
    await boss.locator('[data-testid=ticket-row]', { hasText: '同一件事' }).waitFor({ state: 'detached' });
  });

  it('S5 what is veiled is shown for a reason alone: words of a one-to-one talk, a recipient of a parcel', {
    timeout: 200_000,
  }, async () => {
    await rest('POST', '/support/presets/one_to_one');
    await byHand();
    const phone = await viewer(`?room=demo&lang=zh#token=${sign({ sub: 'p1', room: 'demo', name: '阿木' })}`);
    await id(phone, 'widget-person').click();
    await say(phone, '只说给客服听的话');
    await phone.locator('[data-testid=widget-message][data-from=viewer]').waitFor();
    const agent = await staff('卫', 'agent', '#/support');
    await agent.locator('[data-testid=support-queue-item]', { hasText: '阿木' }).click();
    await id(agent, 'support-claim').click();
    await partOf(agent, 'owner').waitFor();
    await agent.locator('[data-testid=support-message][data-from=viewer]').waitFor();
    expect(await agent.getByText('只说给客服听的话').count()).toBe(0);
    await id(agent, 'support-reveal').click();
    await id(agent, 'support-reveal-reason').fill('核实情况');
    await id(agent, 'support-reveal-yes').click();
    await agent.getByText('只说给客服听的话').first().waitFor();

    await rest('POST', '/support/presets/commerce');
    await agent.reload();
    const order = id(agent, 'shop-order-card').first();
    await order.getByTestId('shop-parcels').click();
    await order.getByTestId('shop-reveal').click();
    await order.getByTestId('shop-reveal-reason').fill('核对地址');
    await agent.keyboard.press('Enter');
    await order.locator('[data-testid=shop-recipient][data-shown=true]').waitFor();
  });

  it('S6 a rule written in the form says itself in a sentence, and opens a ticket of the next who comes', {
    timeout: 200_000,
  }, async () => {
    const boss = await staff('蒋', 'supervisor', '#/support/setup');
    await id(boss, 'setup-tickets').click();
    await id(boss, 'rule-add').click();
    await id(boss, 'rule-name').fill('匿名来访');
    await choose(boss, 'rule-at', '观众开始排队时');
    await choose(boss, 'rule-kind-0', '观众身份');
    await id(boss, 'rule-answer-0').getByText('匿名访客').click();
    await choose(boss, 'rule-department', '财务');
    const sentence = '观众开始排队时，如果观众是匿名访客，就开一张工单，标题“匿名来访”，交给财务。';
    await boss.getByText(sentence).waitFor();
    await id(boss, 'setup-save').click();
    await boss.getByText('✓ 已保存').waitFor();
    const phone = await viewer('?room=demo&lang=zh');
    await id(phone, 'widget-person').click();
    await goTo(boss, '#/tickets');
    await boss.locator('[data-testid=ticket-row]', { hasText: '匿名来访' }).waitFor();
  });
});
