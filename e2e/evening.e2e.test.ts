import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../build/places.ts';
import { freshPage } from '../build/products.ts';
import { picture, until } from './electron.ts';
import { openBrowser, openConsole, type RunningHub, restOf, startHub, whyNoBrowser } from './hub.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the support evening in a browser: ${why}`);

const SECRET = 'a-secret-of-the-demo-platform-32-chars';
/** Generous: six pages and the hub share two slow cores. */
const SLOW = 60_000;
const PICTURES = ['streamer.png', 'ticket.png'].map((name) => join(ROOT, 'docs', 'pictures', name));

interface Row {
  readonly id: string;
}

describe.skipIf(why !== null)('an evening at the support desk, everybody in a browser', () => {
  let browser: Browser;
  let hub: RunningHub;
  let rest: Awaited<ReturnType<typeof restOf>>;
  beforeAll(async () => {
    await freshPage();
    browser = await openBrowser({ microphone: true });
    hub = await startHub({ args: ['--demo'] });
    rest = await restOf(hub);
    await rest('PATCH', '/support/config', { tokenKeys: [{ id: 'k', platform: 'demo', secret: SECRET }] });
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  });

  beforeEach(async ({ onTestFailed }) => {
    onTestFailed(async () => {
      for (const [index, context] of browser.contexts().entries())
        for (const page of context.pages()) await picture(page, `evening-${index}`);
    });
    // What was opened before is no part of this test.
    for (const context of browser.contexts()) await context.close();
  });
  /** Nobody is given a viewer; one picks. */
  const byHand = async (): Promise<void> => {
    const { routing } = (await rest('GET', '/support/config')) as { readonly routing: object };
    await rest('PATCH', '/support/config', { routing: { ...routing, strategy: 'manual' } });
  };

  const staff = async (name: string, role: string, hash: string): Promise<Page> => {
    const { token } = (await rest('POST', '/session/invites', {
      name,
      roles: [role],
      ...(role === 'streamer' ? { roomIds: ['demo'] } : {}),
    })) as { readonly token: string };
    const page = await openConsole(browser, hub, `${hub.url}/#pair=${token}`);
    page.setDefaultTimeout(SLOW);
    // Pairing ends with a move to one's first page, which must not undo this one.
    const kind = hash.split('/')[1] === 'room' ? 'workbench' : hash.split('/')[1];
    await until(
      async () => {
        await goTo(page, hash);
        return page.locator('[data-page]').getAttribute('data-page');
      },
      (shown) => shown === kind,
      SLOW,
    );
    return page;
  };
  const viewer = async (address: string): Promise<Page> => {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true,
      locale: 'zh-CN',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(SLOW);
    await page.goto(`${hub.url}/support/${address}`);
    return page;
  };

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
});

const id = (page: Page, name: string): Locator => page.getByTestId(name);
const receipt = (page: Page, kind: string, state: string): Locator =>
  page.locator(`[data-testid=receipt][data-kind=${kind}][data-state=${state}]`).first();
const notice = (page: Page, code: string): Locator =>
  page.locator(`[data-testid=widget-message][data-kind=notice][data-code=${code}]`).first();
const partOf = (page: Page, part: string): Locator =>
  page.locator(`[data-testid=support-conversation][data-part=${part}]`);

/** Waits until the conversation in the middle is the one of the row. */
async function opens(page: Page, item: Locator): Promise<void> {
  await page
    .locator(`[data-testid=support-conversation][data-id="${await item.getAttribute('data-id')}"]`)
    .waitFor();
}

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
}

async function goOnline(page: Page): Promise<void> {
  await id(page, 'support-state').click();
  await id(page, 'support-state-online').click();
  await page.locator('[data-testid=support-state][data-state=online]').waitFor();
}

async function say(page: Page, text: string): Promise<void> {
  await id(page, 'widget-input').fill(text);
  await id(page, 'widget-send').click();
}

/** Picks from a list that opens on a click. */
async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await id(page, field).click();
  await page.getByRole('option', { name: option }).click();
}

/** Holds the button until two seconds were recorded: two of the beeps. */
async function holdToTalk(page: Page, button: string): Promise<void> {
  await id(page, button).hover();
  await page.mouse.down();
  await page.getByText(/^0:02 · /).waitFor();
  await page.mouse.up();
}

/** A picture is there when its pixels are. */
async function shows(message: Locator): Promise<void> {
  await message.locator('img').waitFor({ timeout: SLOW });
  await until(
    () => message.locator('img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth),
    (width) => Number(width) > 100,
    SLOW,
  );
}

/** A clip has a waveform that is not flat, and sound that runs when it is played. */
async function plays(message: Locator): Promise<void> {
  const clip = message.getByTestId('voice-clip');
  await clip.waitFor({ timeout: SLOW });
  const heights = await clip.locator('i').evaluateAll((bars) => bars.map((bar) => bar.style.height));
  expect(new Set(heights).size).toBeGreaterThan(1);
  await clip.getByRole('button').click();
  await until(
    () => clip.locator('audio').evaluate((audio: HTMLAudioElement) => audio.currentTime),
    (at) => at > 0.2,
    SLOW,
  );
  expect(await clip.getAttribute('data-failed')).toBe('false');
}

const idsOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-testid=support-message]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''));

/** Signs as the platform would: HS256. */
function sign(claims: Readonly<Record<string, string>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const exp = Math.floor(Date.now() / 1_000) + 3_600;
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ ...claims, exp })}`;
  return `${body}.${createHmac('sha256', SECRET).update(body).digest('base64url')}`;
}
