import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../build/places.ts';
import { until } from './electron.ts';
import { goTo, whyNoBrowser } from './hub.ts';
import {
  choose,
  goOnline,
  holdToTalk,
  id,
  idsOf,
  notice,
  partOf,
  plays,
  receipt,
  SLOW,
  type SupportEvening,
  say,
  shows,
  sign,
  startSupportEvening,
} from './support.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the support evening in a browser: ${why}`);

const PICTURES = ['streamer.png', 'ticket.png'].map((name) => join(ROOT, 'docs', 'pictures', name));

interface Row {
  readonly id: string;
}

describe.skipIf(why !== null)('an evening at the support desk, everybody in a browser', () => {
  let evening: SupportEvening;
  const staff: SupportEvening['staff'] = (...who) => evening.staff(...who);
  const viewer: SupportEvening['viewer'] = (address) => evening.viewer(address);
  const rest: SupportEvening['rest'] = (...call) => evening.rest(...call);
  beforeAll(async () => {
    evening = await startSupportEvening();
  });
  afterAll(() => evening?.close());
  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(() => evening.pictures());
    await evening.clear();
  });

  it('S1 mute → notice → bot → person → picture and voice both ways → lift → ticket → transfer → rating → statistics', {
    timeout: 400_000,
  }, async () => {
    const [controller, streamer] = [
      await staff('林', 'controller', '#/room/demo'),
      await staff('小满', 'streamer', '#/streamer/demo'),
    ];

    // The controller mutes who insulted; the platform confirms.
    const card = controller.locator('[data-testid=flag-card][data-category=abuse]', { hasText: '键盘先生' });
    await card.click();
    const flagId = (await card.getAttribute('data-flag-id')) ?? '';
    await id(controller, 'mute-2').click();
    await receipt(controller, 'mute', 'confirmed').waitFor();
    const muted = (await rest('GET', `/flags/${flagId}`)) as {
      readonly person: { readonly nativeId: string };
      readonly evidence: readonly { readonly text: string }[];
      readonly actionIds: readonly string[];
    };

    // The viewer opens support from the notice of the mute.
    const token = sign({ sub: muted.person.nativeId, room: 'demo', name: '键盘先生' });
    const phone = await viewer(`?room=demo&action=${muted.actionIds[0]}&lang=zh#token=${token}`);
    await id(phone, 'widget-context').waitFor();
    await say(phone, '我为什么被禁言了？');
    const answer = phone.locator('[data-testid=widget-message][data-from=bot]', {
      has: id(phone, 'widget-sources'),
    });
    await answer.waitFor();
    await id(phone, 'widget-was-it').waitFor();
    const streamed = streamer.locator(`[data-testid=dispute-card][data-id="${flagId}"]`);
    await streamed.waitFor();

    // A person is asked for; the agent accepts and need not ask what happened.
    const agent = await staff('陈', 'agent', '#/support');
    await goOnline(agent);
    await id(phone, 'widget-person').click();
    const [conversation] = (
      (await rest('GET', '/support/conversations')) as { readonly rows: readonly Row[] }
    ).rows;
    const conversationId = conversation?.id ?? '';
    await agent.locator(`[data-testid=support-queue-item][data-id="${conversationId}"]`).click();
    await id(agent, 'support-accept').click();
    await partOf(agent, 'owner').waitFor();
    expect(await id(agent, 'support-context').innerText()).toContain(muted.evidence.at(-1)?.text);
    await agent.locator('[data-testid=support-message][data-from=bot]').first().waitFor();
    await until(
      () => id(phone, 'widget-with').innerText(),
      (words) => words.includes('陈'),
      SLOW,
    );

    // Words, a picture and a voice clip, both ways, each arriving and playing on the other side.
    const atAgent = (kind: string) =>
      agent.locator(`[data-testid=support-message][data-from=viewer][data-kind=${kind}]`).last();
    const atPhone = (kind: string) =>
      phone.locator(`[data-testid=widget-message][data-from=agent][data-kind=${kind}]`).last();
    await id(phone, 'widget-picture').setInputFiles(PICTURES[0] ?? '');
    await shows(atAgent('picture'));
    await holdToTalk(phone, 'widget-voice');
    await plays(atAgent('voice'));
    await id(agent, 'support-input').fill('我看到了当时的弹幕，马上核对。');
    await id(agent, 'support-send').click();
    await atPhone('text').waitFor();
    await id(agent, 'support-picture').setInputFiles(PICTURES[1] ?? '');
    await shows(atPhone('picture'));
    await holdToTalk(agent, 'support-voice');
    await plays(atPhone('voice'));
    await agent.locator('[data-testid=support-mark][data-mark=read]').last().waitFor();

    // The mute is lifted from the conversation; controller and streamer see it take effect.
    await id(agent, 'support-lift-open').click();
    await id(agent, 'support-lift-yes').click();
    await agent.locator('[data-testid=support-lift-receipt][data-receipt=confirmed]').waitFor();
    await receipt(controller, 'unmute', 'confirmed').waitFor();
    await streamer.locator(`[data-testid=dispute-card][data-id="${flagId}"][data-status=done]`).waitFor();
    await notice(phone, 'lifted').waitFor();

    // A ticket to the department of money.
    await id(agent, 'support-ticket').click();
    await choose(agent, 'ticket-department', '财务');
    await id(agent, 'ticket-note').fill('核对被禁言期间扣除的守护天数');
    await id(agent, 'ticket-yes').click();
    await notice(phone, 'ticket').waitFor();
    const tickets = (await rest('GET', '/tickets')) as {
      readonly rows: readonly { readonly department: string; readonly conversationId?: string }[];
    };
    expect(tickets.rows.map((each) => [each.department, each.conversationId])).toEqual([
      ['财务', conversationId],
    ]);

    // Handed over with a note: the next agent sees all of it.
    const finance = await staff('吴', 'agent', '#/support');
    await goOnline(finance);
    await id(agent, 'support-transfer').click();
    await choose(agent, 'transfer-to', /^吴/);
    await id(agent, 'transfer-note').fill('禁言已解除，守护天数请财务补上');
    await id(agent, 'transfer-yes').click();
    await finance.locator(`[data-testid=support-queue-item][data-id="${conversationId}"]`).click();
    await finance.getByText('守护天数请财务补上').first().waitFor();
    await id(finance, 'support-accept').click();
    await partOf(finance, 'owner').waitFor();
    await until(
      async () => [await idsOf(finance), await idsOf(agent)],
      ([theirs, ours]) => theirs?.join() === ours?.join() && (ours?.length ?? 0) > 8,
      SLOW,
    );

    // The department of money has the ticket in its queue, with its promises running.
    await goTo(finance, '#/tickets');
    const queued = finance.locator('[data-testid=ticket-row]', { hasText: '财务' });
    await queued.getByTestId('ticket-due').waitFor();
    await queued.click();
    await id(finance, 'ticket-conversation').click();
    await partOf(finance, 'owner').waitFor();

    // The supervisor watches and whispers; the viewer does not see it.
    const supervisor = await staff('周', 'supervisor', `#/support/${conversationId}`);
    await id(supervisor, 'support-watch').click();
    await partOf(supervisor, 'watching').waitFor();
    await id(supervisor, 'support-input').fill('补三天，别忘了道歉');
    await id(supervisor, 'support-send').click();
    await finance.locator('[data-testid=support-message][data-kind=note]').last().waitFor();
    await id(finance, 'support-input').fill('守护已补三天，抱歉打扰您了。');
    await id(finance, 'support-send').click();
    await phone.getByText('守护已补三天').waitFor();
    expect(await phone.getByText('别忘了道歉').count()).toBe(0);

    // Closed, rated once, and not asked again.
    await id(finance, 'support-close').click();
    await id(finance, 'close-yes').click();
    await id(phone, 'rating-5').click();
    await id(phone, 'rating-text').fill('处理得很快');
    await id(phone, 'rating-send').click();
    await id(phone, 'rating-done').waitFor();
    expect(await id(phone, 'rating-card').count()).toBe(0);

    // The figures show it all.
    await goTo(supervisor, '#/stats');
    const figure = (name: string) => id(supervisor, `stats-figure-${name}`).locator('b').innerText();
    await until(
      () => figure('satisfaction'),
      (text) => text === '5.00',
      SLOW,
    );
    expect({ conversations: await figure('conversations'), abandoned: await figure('abandoned') }).toEqual({
      conversations: '1',
      abandoned: '0%',
    });
    const line = supervisor.locator('[data-testid=stats-rows] tbody tr');
    expect(await line.count()).toBe(1);
    expect(await line.innerText()).toMatch(/禁言[\s\S]*吴[\s\S]*★★★★★/);
    expect(
      Number(await supervisor.locator('[data-testid=stats-flags]').first().locator('b').first().innerText()),
    ).toBeGreaterThan(0);
  });
});
