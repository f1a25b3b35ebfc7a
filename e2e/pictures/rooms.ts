import type { Page } from 'playwright-core';
import { goTo } from '../hub.ts';
import type { Scene } from './scene.ts';

/** The workbench with the demo's raid, a ticket, the supervisor, the streamer, a look back. */
export async function pictureRooms(scene: Scene): Promise<Page> {
  const page = await scene.staff();
  await goTo(page, '#/room/demo');
  await page.mouse.move(720, 2);
  const dispute = page.locator('[data-testid=flag-card][data-category=dispute]').first();
  await dispute.waitFor({ timeout: 240_000 });
  await page.waitForTimeout(6_000);
  for (
    let press = 0;
    press < 30 &&
    (await page.locator('[data-testid=flag-card][data-category=raid][data-selected=true]').count()) === 0;
    press += 1
  ) {
    await page.keyboard.press('j');
    await page.waitForTimeout(80);
  }
  await page.waitForTimeout(1_000);
  await scene.take(page, 'workbench');

  const flags = (await scene.rest('GET', '/flags?category=dispute')) as {
    readonly rows: readonly { readonly id: string }[];
  };
  const flagId = flags.rows[0]?.id ?? '';
  const ticket = (await scene.rest('POST', '/tickets', {
    id: crypto.randomUUID(),
    roomId: 'demo',
    flagId,
  })) as {
    readonly id: string;
  };
  await scene.rest('POST', '/escalations', { id: crypto.randomUUID(), flagId, urgent: true });
  await goTo(page, `#/tickets/${ticket.id}`);
  await page.locator('[data-testid=ticket-page]').waitFor();
  await page.waitForTimeout(800);
  await scene.take(page, 'ticket');
  await goTo(page, '#/supervisor');
  await page.locator('[data-testid=escalation-card]').first().click();
  await page.waitForTimeout(800);
  await scene.take(page, 'supervisor');
  await goTo(page, '#/streamer/demo');
  await page.locator('[data-testid=dispute-card]').first().waitFor();
  await page.setViewportSize({ width: 640, height: 720 });
  await page.waitForTimeout(500);
  await scene.take(page, 'streamer');
  await page.setViewportSize({ width: 1440, height: 900 });
  await goTo(page, '#/review');
  await page.locator('[data-testid=stream-row]', { hasText: '小满的歌房' }).first().click();
  await page.locator('[data-testid=review-search]').fill('退钱');
  await page.keyboard.press('Enter');
  await page.locator('[data-testid=review-row]').first().waitFor();
  await page.locator('[data-testid=review-row]').first().click();
  await page.waitForTimeout(1_500);
  await scene.take(page, 'review');
  return page;
}
