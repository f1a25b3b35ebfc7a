import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { freshPage } from '../build/products.ts';
import { picture, until } from './electron.ts';
import { goTo, openBrowser, openConsole, restOf, startHub } from './hub.ts';
import { viewerToken } from './viewer-token.ts';

/** What the demo's platform signs viewers' tokens with. */
const SECRET = 'a-secret-of-the-demo-platform-32-chars';
/** Generous: six pages and the hub share two slow cores. */
export const SLOW = 60_000;

/** A hub with the demo rooms, and everybody who has to do with support, each in a page of their own. */
export interface SupportEvening {
  readonly rest: Awaited<ReturnType<typeof restOf>>;
  /** Somebody who works here, with one role, on a page of the console. */
  readonly staff: (name: string, role: string, hash: string) => Promise<Page>;
  /** A viewer's phone on the widget, at `?room=…`. */
  readonly viewer: (address: string) => Promise<Page>;
  /** Nobody is given a viewer; one picks. */
  readonly byHand: () => Promise<void>;
  /** Closes every page. */
  readonly clear: () => Promise<void>;
  /** Keeps a picture of every page, for people to look at. */
  readonly pictures: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Builds the page if it is stale, and starts hub and browser, with a beep for a microphone. */
export async function startSupportEvening(): Promise<SupportEvening> {
  await freshPage();
  const browser: Browser = await openBrowser({ microphone: true });
  const hub = await startHub({ args: ['--demo'] });
  const rest = await restOf(hub);
  await rest('PATCH', '/support/config', { tokenKeys: [{ id: 'k', platform: 'demo', secret: SECRET }] });
  return {
    rest,
    async byHand() {
      const { routing } = (await rest('GET', '/support/config')) as { readonly routing: object };
      await rest('PATCH', '/support/config', { routing: { ...routing, strategy: 'manual' } });
    },
    async staff(name, role, hash) {
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
    },
    async viewer(address) {
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
    },
    async clear() {
      for (const context of browser.contexts()) await context.close();
    },
    async pictures() {
      for (const [index, context] of browser.contexts().entries())
        for (const page of context.pages()) await picture(page, `evening-${index}`);
    },
    async close() {
      await browser.close();
      await hub.close();
    },
  };
}

export const id = (page: Page, name: string): Locator => page.getByTestId(name);
export const receipt = (page: Page, kind: string, state: string): Locator =>
  page.locator(`[data-testid=receipt][data-kind=${kind}][data-state=${state}]`).first();
export const notice = (page: Page, code: string): Locator =>
  page.locator(`[data-testid=widget-message][data-kind=notice][data-code=${code}]`).first();
export const partOf = (page: Page, part: string): Locator =>
  page.locator(`[data-testid=support-conversation][data-part=${part}]`);

/** Waits until the conversation in the middle is the one of the row. */
export async function opens(page: Page, item: Locator): Promise<void> {
  await page
    .locator(`[data-testid=support-conversation][data-id="${await item.getAttribute('data-id')}"]`)
    .waitFor();
}

export async function goOnline(page: Page): Promise<void> {
  await id(page, 'support-state').click();
  await id(page, 'support-state-online').click();
  await page.locator('[data-testid=support-state][data-state=online]').waitFor();
}

export async function say(page: Page, text: string): Promise<void> {
  await id(page, 'widget-input').fill(text);
  await id(page, 'widget-send').click();
}

/** Picks from a list that opens on a click. */
export async function choose(page: Page, field: string, option: string | RegExp): Promise<void> {
  await id(page, field).click();
  await page.getByRole('option', { name: option }).click();
}

/** Holds the button until two seconds were recorded: two of the beeps. */
export async function holdToTalk(page: Page, button: string): Promise<void> {
  await id(page, button).hover();
  await page.mouse.down();
  await page.getByText(/^0:02 · /).waitFor();
  await page.mouse.up();
}

/** A picture is there when its pixels are. */
export async function shows(message: Locator): Promise<void> {
  await message.locator('img').waitFor({ timeout: SLOW });
  await until(
    () => message.locator('img').evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth),
    (width) => Number(width) > 100,
    SLOW,
  );
}

/** A clip has a waveform that is not flat, and sound that runs when it is played. */
export async function plays(message: Locator): Promise<void> {
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

export const idsOf = (page: Page): Promise<readonly string[]> =>
  page
    .locator('[data-testid=support-message]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-id') ?? ''));

/** Signs as the platform would: HS256. */
export function sign(claims: Readonly<Record<string, string>>): string {
  return viewerToken(SECRET, claims);
}
