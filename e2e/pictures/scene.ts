import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from '../../build/places.ts';
import { openConsole, type RunningHub, restOf } from '../hub.ts';

/** Where the README's pictures are. */
export const PICTURES = join(ROOT, 'docs', 'pictures');

/** A demo hub, people who open pages of it, and a camera. */
export interface Scene {
  readonly hub: RunningHub;
  readonly browser: Browser;
  readonly rest: (method: string, path: string, body?: unknown) => Promise<unknown>;
  /** A paired page, as controller, supervisor and agent in one. */
  readonly staff: (name?: string) => Promise<Page>;
  readonly take: (page: Page, name: string) => Promise<void>;
}

/** Makes a scene of a hub that nobody has paired with yet. */
export async function makeScene(browser: Browser, hub: RunningHub): Promise<Scene> {
  const rest = await restOf(hub);
  return {
    hub,
    browser,
    rest,
    async staff(name = '林') {
      const made = (await rest('POST', '/session/invites', {
        name,
        roles: ['controller', 'supervisor', 'agent'],
      })) as { readonly token: string };
      return openConsole(browser, hub, `${hub.url}/#pair=${made.token}`);
    },
    async take(page, name) {
      await page.screenshot({ path: join(PICTURES, `${name}.png`) });
      console.log(`docs/pictures/${name}.png`);
    },
  };
}
