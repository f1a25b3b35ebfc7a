import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where the app's own files are, beside this bundle (`dist/main/shell.js`). */
export interface Paths {
  readonly preload: string;
  readonly core: string;
  readonly page: string;
  readonly icon: string;
  readonly trayIcon: string;
}

/** Tests may put another page and another core in place, but never in an installed app. */
export function pathsOf(bundle: string, installed: boolean, env: NodeJS.ProcessEnv): Paths {
  const here = dirname(fileURLToPath(bundle));
  const test = !installed && env.CHANGKONG_TEST === '1' ? env : undefined;
  return {
    preload: join(here, 'preload.cjs'),
    core: test?.CHANGKONG_TEST_CORE ?? join(here, 'core.js'),
    page: test?.CHANGKONG_TEST_PAGE ?? join(here, '..', 'renderer'),
    icon: join(here, 'icons', 'icon.png'),
    trayIcon: join(here, 'icons', 'tray.png'),
  };
}
