/** `npm run pictures`: the README's pictures, taken from the running app with the demo rooms. Needs Chromium and CJK fonts. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { ROOT } from '../build/places.ts';
import { freshPage } from '../build/products.ts';
import { openBrowser, openConsole, restOf, startHub, whyNoBrowser } from './hub.ts';

const why = whyNoBrowser();
if (why !== null) {
  console.error(`no pictures: ${why}`);
  process.exit(1);
}
const folder = join(ROOT, 'docs', 'pictures');
mkdirSync(folder, { recursive: true });
await freshPage();
const hub = await startHub({ args: ['--demo'] });
const rest = await restOf(hub);
const browser = await openBrowser();
const invite = async (): Promise<string> => {
  const made = (await rest('POST', '/session/invites', {
    name: '林',
    roles: ['controller', 'supervisor', 'agent'],
  })) as { readonly token: string };
  return `${hub.url}/#pair=${made.token}`;
};
const take = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: join(folder, `${name}.png`) });
  console.log(`docs/pictures/${name}.png`);
};
const goTo = async (page: Page, hash: string): Promise<void> => {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
};

const page = await openConsole(browser, hub, await invite());
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
await take(page, 'workbench');

const flags = (await rest('GET', '/flags?category=dispute')) as {
  readonly rows: readonly { readonly id: string }[];
};
const flagId = flags.rows[0]?.id ?? '';
const ticket = (await rest('POST', '/tickets', { id: crypto.randomUUID(), roomId: 'demo', flagId })) as {
  readonly id: string;
};
await rest('POST', '/escalations', { id: crypto.randomUUID(), flagId, urgent: true });
await goTo(page, `#/tickets/${ticket.id}`);
await page.locator('[data-testid=ticket-page]').waitFor();
await page.waitForTimeout(800);
await take(page, 'ticket');
await goTo(page, '#/supervisor');
await page.locator('[data-testid=escalation-card]').first().click();
await page.waitForTimeout(800);
await take(page, 'supervisor');
await goTo(page, '#/streamer/demo');
await page.locator('[data-testid=dispute-card]').first().waitFor();
await page.setViewportSize({ width: 640, height: 720 });
await page.waitForTimeout(500);
await take(page, 'streamer');
await page.setViewportSize({ width: 1440, height: 900 });
await goTo(page, '#/review');
await page.locator('[data-testid=stream-row]', { hasText: '小满的歌房' }).first().click();
await page.locator('[data-testid=review-search]').fill('退钱');
await page.keyboard.press('Enter');
await page.locator('[data-testid=review-row]').first().waitFor();
await page.locator('[data-testid=review-row]').first().click();
await page.waitForTimeout(1_500);
await take(page, 'review');
await browser.close();
await hub.close();
