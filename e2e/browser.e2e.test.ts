import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../build/places.ts';
import { freshPage } from '../build/products.ts';
import { captureLines, playCapture } from '../plugins/twitch/simulator/play-capture.ts';
import { startTwitchSimulator } from '../plugins/twitch/simulator/twitch.ts';
import { until } from './electron.ts';
import { closeLeftHubs, openBrowser, openConsole, restOf, startHub, whyNoBrowser } from './hub.ts';

const why = whyNoBrowser();
if (why !== null) console.log(`skipped the console in a browser: ${why}`);
const CAPTURE = join(ROOT, '..', 'shared', 'data', 'captures', 'twitch', 'busy-room-48min.irc.txt');
if (!existsSync(CAPTURE))
  console.log(`skipped the capture through the hub: ${CAPTURE} is not here (it is not part of the project)`);

describe.skipIf(why !== null)('the console in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    await freshPage();
    browser = await openBrowser();
  });
  afterEach(closeLeftHubs);
  afterAll(() => browser.close());

  it('B1 the first visitor pairs by the printed address and sees a live room; a lost hub is said, and its return picked up without a loss', async () => {
    const hub = await startHub({ args: ['--demo'] });
    const port = new URL(hub.url).port;
    const page = await openConsole(browser, hub, hub.pairUrl ?? '');
    await page.locator('[data-testid=overview]').waitFor();
    expect(page.url()).not.toContain(hub.token ?? '-');
    await page.keyboard.press('1');
    await page.locator('[data-testid=chat-row]').first().waitFor();
    await hub.close();
    await page.locator('[data-testid=connection-bar]').waitFor();
    const again = await startHub({ args: ['--demo', '--port', port], dataDir: hub.dataDir });
    await page.locator('[data-testid=connection-bar]').waitFor({ state: 'detached', timeout: 60_000 });
    await page.locator('[data-testid=gap-row]').first().waitFor();
    const ids = await rowIds(page);
    expect(new Set(ids).size).toBe(ids.length);
    await again.close();
  });

  it.skipIf(!existsSync(CAPTURE))(
    'B2 a real capture at 50× through Twitch’s protocol: every line that was sent is stored once, and the cut shows as a gap in the list',
    { timeout: 240_000 },
    async ({ onTestFinished }) => {
      const simulator = await startTwitchSimulator({ channel: 'busy', broadcasterId: '1' });
      onTestFinished(() => simulator.close());
      const hub = await startHub();
      const rest = await restOf(hub);
      await rest('POST', '/rooms', {
        id: 'busy',
        name: 'Busy room',
        plugin: 'twitch',
        settings: simulator.settings,
        enabled: true,
      });
      const invited = (await rest('POST', '/session/invites', { name: '林', roles: ['controller'] })) as {
        readonly token: string;
      };
      const page = await openConsole(browser, hub, `${hub.url}/#pair=${invited.token}`);
      await simulator.irc.joined();
      const sent = await playCapture(simulator.irc, captureLines(readFileSync(CAPTURE, 'utf8')), {
        speed: 50,
        cutAt: 0.5,
      });
      const stored = await until(
        async () => allEvents(rest),
        (rows) =>
          rows.filter((row) => row.kind === 'chat' || row.kind === 'membership').length >= sent.sent.length,
        30_000,
      );
      const lines = stored.filter((row) => row.kind === 'chat' || row.kind === 'membership');
      expect({
        lines: lines.length,
        once: new Set(lines.map((row) => row.id)).size,
        gaps: stored.filter((row) => row.kind === 'gap').length,
      }).toEqual({ lines: sent.sent.length, once: sent.sent.length, gaps: 1 });
      expect(sent.sent.length + sent.missed.length).toBe(1_942);
      // At this speed it has long gone by at the end of the list: one scrolls back to it.
      await page.locator('[data-testid=live]').hover();
      const gap = page.locator('[data-testid=gap-row]').first();
      await until(
        async () => {
          await page.mouse.wheel(0, -600);
          return gap.isVisible();
        },
        (isSeen) => isSeen,
        60_000,
      );
      await hub.close();
    },
  );
});

interface Row {
  readonly id: string;
  readonly kind: string;
}

async function allEvents(rest: (method: string, path: string) => Promise<unknown>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = (await rest(
      'GET',
      `/review/events?roomId=busy&order=oldest&limit=1000${cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
    )) as { readonly rows: readonly Row[]; readonly cursor?: string };
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

function rowIds(page: Page): Promise<readonly string[]> {
  return page
    .locator('[data-testid=chat-row]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-event-id') ?? ''));
}
