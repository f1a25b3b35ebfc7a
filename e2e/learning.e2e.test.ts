import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freshPage } from '../build/products.ts';
import { until } from './electron.ts';
import { goTo, openBrowser, openConsole, type RunningHub, restOf, startHub, whyNoBrowser } from './hub.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the learning page in a browser: ${why}`);

interface View {
  readonly perThousand: number;
  readonly samples: number;
  readonly dismissals: number;
  readonly model?: { readonly number: number; readonly why: string };
}

describe.skipIf(why !== null)('the learning page', () => {
  let browser: Browser;
  let hub: RunningHub;
  beforeAll(async () => {
    await freshPage();
    browser = await openBrowser();
    hub = await startHub({ args: ['--demo'] });
  });
  afterAll(async () => {
    await browser?.close();
    await hub?.close();
  });

  it('L1 a room is set by keyboard, shows what it was taught and forgets it, is trained and reset as previewed', async () => {
    const rest = await restOf(hub);
    const view = async () => (await rest('GET', '/learning/demo')) as View;
    const flags = (await until(
      async () =>
        (await rest('GET', '/flags?roomId=demo')) as { readonly rows: readonly { readonly id: string }[] },
      ({ rows }) => rows.length > 0,
      60_000,
    )) as { readonly rows: readonly { readonly id: string }[] };
    const flagId = flags.rows[0]?.id ?? '';
    await rest('POST', `/flags/${encodeURIComponent(flagId)}/dismiss`, { reason: 'joke' });
    const invited = (await rest('POST', '/session/invites', { name: '周', roles: ['supervisor'] })) as {
      readonly token: string;
    };
    const page = await openConsole(browser, hub, `${hub.url}/#pair=${invited.token}`);
    await goTo(page, '#/learning/demo');
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await until(view, (now) => now.perThousand > 3, 10_000);

    const taught = page.locator('[data-testid=learning-example][data-kind=joke]');
    await taught.first().waitFor();
    for (let left = await taught.count(); left > 0; left -= 1) {
      await taught.first().getByTestId('example-forget').click();
      await until(
        async () => taught.count(),
        (now) => now < left,
        10_000,
      );
    }
    expect((await view()).dismissals).toBe(0);

    await until(view, (now) => now.samples >= 310, 90_000);
    const before = (await view()).model?.number ?? 0;
    await page.getByTestId('learning-retrain').click();
    await until(view, (now) => (now.model?.number ?? 0) > before, 30_000);
    await page.locator('[data-testid=learning-model][data-in-use=true]').waitFor();

    await page.getByTestId('reset-budget').check();
    await page.getByTestId('reset-preview').click();
    await page.getByTestId('reset-shown').waitFor();
    await page.getByTestId('reset-yes').focus();
    await page.keyboard.down('Enter');
    await until(view, (now) => now.perThousand === 3, 10_000);
    await page.keyboard.up('Enter');
  });
});
