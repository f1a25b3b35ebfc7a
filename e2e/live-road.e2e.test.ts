import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshMain, freshPage } from '../build/products.ts';
import { type LaunchedApp, launchApp, picture, until, whyNoDesktop } from './electron.ts';

const why = whyNoDesktop();
if (why !== null) console.log(`skipped the live road in the desktop app: ${why}`);

const card = (page: Page, category: string) =>
  page.locator(`[data-testid=flag-card][data-category=${category}]`);
const countOf = (page: Page, selector: string): Promise<number> => page.locator(selector).count();

/** Moves up with `k`, then down with `j` until a flag of the category is chosen. */
async function choose(page: Page, category: string): Promise<void> {
  await card(page, category).first().waitFor({ timeout: 180_000 });
  for (let press = 0; press < 30; press += 1) await page.keyboard.press('k');
  for (let press = 0; press < 40; press += 1) {
    if ((await countOf(page, `[data-testid=flag-card][data-category=${category}][data-selected=true]`)) > 0)
      return;
    await page.keyboard.press('j');
    await page.waitForTimeout(60);
  }
  await picture(page, `stuck-at-${category}`);
  throw new Error(`no ${category} flag could be chosen by keyboard`);
}

const receipt = (page: Page, kind: string, state: string) =>
  page.locator(`[data-testid=receipt][data-kind=${kind}][data-state=${state}]`);

async function openWindow(
  desktop: LaunchedApp,
  kind: 'supervisor' | 'streamer' | 'review',
  roomId?: string,
): Promise<Page> {
  const opened = desktop.app.waitForEvent('window');
  await desktop.window.evaluate(
    ([name, room]) =>
      (
        globalThis as unknown as { changkong: { openWindow(kind: string, room?: string): Promise<void> } }
      ).changkong.openWindow(name ?? '', room),
    [kind, roomId] as const,
  );
  const page = await opened;
  await page.waitForLoadState();
  return page;
}

describe.skipIf(why !== null)('the live road in the desktop app, by keyboard', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'changkong-road-'));
  let desktop: LaunchedApp;
  let page: Page;

  beforeAll(async () => {
    await Promise.all([freshPage(), freshMain()]);
    desktop = await launchApp({ dataDir, args: ['--demo'] });
    page = desktop.window;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.locator('[data-testid=room-tab]').first().waitFor();
    await page.locator('[data-testid=overview]').waitFor();
    const cards = page.locator('[data-testid=overview-room]');
    await cards.first().waitFor();
    const names = await cards.allInnerTexts();
    await page.keyboard.press(String(names.findIndex((name) => name.includes('小满的歌房')) + 1));
    await page.locator('[data-testid=chat-row]').first().waitFor();
  });
  afterAll(() => desktop.close());

  it('E1 the raid is one flag with its accounts; muting spares bystanders; receipts turn confirmed; undo takes it back', async () => {
    await card(page, 'raid').first().waitFor({ timeout: 180_000 });
    await page.waitForTimeout(20_000);
    expect(await card(page, 'raid').count()).toBe(1);
    await choose(page, 'raid');
    await picture(page, 'raid');
    await page.keyboard.press('m');
    await page.keyboard.press('2');
    await page.locator('[data-testid=who-is-hit]').waitFor();
    const hit = await page.locator('[data-testid=who-is-hit] > span').count();
    expect(hit).toBeGreaterThanOrEqual(25);
    await picture(page, 'hold-to-confirm');
    await page.keyboard.down('Enter');
    await page.waitForTimeout(1_500);
    await page.keyboard.up('Enter');
    const group = page.locator('[data-testid=receipt][data-kind=mute]').first();
    await group.waitFor();
    const confirmed = await until(
      () => group.getAttribute('data-state'),
      (state) => state === 'confirmed' || state === 'unconfirmed' || state === 'failed',
      90_000,
    );
    expect({ confirmed, count: Number(await group.getAttribute('data-count')) }).toEqual({
      confirmed: 'confirmed',
      count: hit,
    });
    await page.keyboard.press('z');
    const lifted = receipt(page, 'unmute', 'confirmed').first();
    await lifted.waitFor({ timeout: 90_000 });
    expect(Number(await lifted.getAttribute('data-count'))).toBe(hit);
    await picture(page, 'undone');
  });

  it('E2 an insult becomes a ticket with the room around it', async () => {
    await choose(page, 'abuse');
    await page.keyboard.press('t');
    await page.locator('[data-testid=told-ticket]').first().waitFor();
    await picture(page, 'ticket-told');
  });

  it('E3 the dispute goes up, a supervisor takes it in a second window, the streamer sees it', async () => {
    await choose(page, 'dispute');
    await page.keyboard.press('e');
    await page.locator('[data-testid=told-escalated]').first().waitFor();
    const board = await openWindow(desktop, 'supervisor');
    await board.locator('[data-testid=escalation-card]').first().waitFor();
    await board.keyboard.press('j');
    await board.keyboard.press('o');
    await board.locator('[data-testid=escalation-card][data-state=taken]').first().waitFor();
    await picture(board, 'supervisor');
    const streamer = await openWindow(desktop, 'streamer', 'demo');
    await streamer.locator('[data-testid=dispute-card][data-status=with_supervisor]').first().waitFor();
    await picture(streamer, 'streamer');
    await board.close();
    await streamer.close();
  });

  it('E4 after a restart without any source all of it is there: searched, replayed, still decided', async () => {
    await desktop.close();
    desktop = await launchApp({ dataDir });
    page = desktop.window;
    const review = await openWindow(desktop, 'review');
    await review.locator('[data-testid=stream-row]', { hasText: '小满的歌房' }).first().click();
    await review.locator('[data-testid=review-timeline]').waitFor();
    await review.locator('[data-testid=review-search]').fill('滚出');
    await review.keyboard.press('Enter');
    await picture(review, 'review-search');
    await review.locator('[data-testid=review-row]').first().waitFor();
    expect(await review.locator('[data-testid=review-row]').count()).toBeGreaterThan(5);
    await picture(review, 'review');
    const before = Number(await review.locator('[data-testid=review-time]').getAttribute('data-at'));
    await review.locator('[data-testid=review-play]').click();
    await until(
      async () => Number(await review.locator('[data-testid=review-time]').getAttribute('data-at')),
      (at) => at > before,
    );
    await page.evaluate(() => {
      location.hash = '#/tickets';
    });
    await page.locator('[data-testid=ticket-row]').first().waitFor();
    await page.evaluate(() => {
      location.hash = '#/supervisor';
    });
    await page.locator('[data-testid=escalation-card][data-state=taken]').first().waitFor();
  });
});
