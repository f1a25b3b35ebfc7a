import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { goTo } from '../hub.ts';
import { viewerToken } from '../viewer-token.ts';
import { PICTURES, type Scene } from './scene.ts';

const SECRET = 'a-secret-of-the-demo-platform-32-chars';

/** The viewer's phone, the agent's desk, the figures. Needs the pictures of the rooms, one of which is sent. */
export async function pictureDesk(scene: Scene, page: Page): Promise<void> {
  await scene.rest('PATCH', '/support/config', {
    tokenKeys: [{ id: 'k', platform: 'demo', secret: SECRET }],
  });
  const dispute = (
    (await scene.rest('GET', '/flags?category=dispute')) as {
      readonly rows: readonly {
        readonly person?: { readonly nativeId: string; readonly name: string };
        readonly evidence: readonly { readonly eventId: string }[];
      }[];
    }
  ).rows.find((row) => row.person !== undefined);
  const token = viewerToken(SECRET, {
    sub: dispute?.person?.nativeId ?? 'v',
    room: 'demo',
    name: dispute?.person?.name ?? '观众',
  });
  const context = await scene.browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
  });
  const phone = await context.newPage();
  const event = encodeURIComponent(dispute?.evidence[0]?.eventId ?? '');
  await phone.goto(`${scene.hub.url}/support/?room=demo&event=${event}&lang=zh#token=${token}`);
  const say = async (text: string): Promise<void> => {
    await phone.getByTestId('widget-input').fill(text);
    await phone.getByTestId('widget-send').click();
  };
  await say('我送的礼物没有显示，钱扣了');
  await phone.locator('[data-testid=widget-message][data-from=bot]').first().waitFor();
  await goTo(page, '#/support');
  await page.getByTestId('support-state').click();
  await page.getByTestId('support-state-online').click();
  await phone.getByTestId('widget-person').click();
  await page.locator('[data-testid=support-queue-item]').first().click();
  await page.getByTestId('support-accept').click();
  await page.locator('[data-testid=support-conversation][data-part=owner]').waitFor();
  await page.getByTestId('support-input').fill('我看到当时的弹幕和礼物记录了，正在核对，请稍等一分钟。');
  await page.getByTestId('support-send').click();
  await phone.getByTestId('widget-picture').setInputFiles(join(PICTURES, 'streamer.png'));
  await page.locator('[data-testid=support-message][data-kind=picture] img').first().waitFor();
  await phone.locator('[data-testid=widget-message][data-from=agent]').last().waitFor();
  await page.getByTestId('support-input').fill('退款怎么申请');
  await page.waitForTimeout(2_500);
  await scene.take(page, 'support');
  await scene.take(phone, 'widget');
  await page.getByTestId('support-input').fill('');
  await page.getByTestId('support-close').click();
  await page.getByTestId('close-yes').click();
  await phone.getByTestId('rating-5').click();
  await phone.getByTestId('rating-send').click();
  await phone.getByTestId('rating-done').waitFor();
  await context.close();
}
