import { join } from 'node:path';
import { bundleMain } from './bundle-main.ts';
import { bundlePage } from './bundle-page.ts';
import { DIST, MAIN_OUT, PAGE_OUT, ROOT } from './places.ts';
import { type Product, refresh } from './stale.ts';

const from = (...paths: readonly string[]): string[] => paths.map((path) => join(ROOT, path));

const PAGE: Product = {
  sources: from(
    'renderer',
    'shared',
    'build/vite.renderer.config.ts',
    'build/vite.widget.config.ts',
    'build/bundle-widget.ts',
    'package-lock.json',
  ),
  output: join(PAGE_OUT, 'index.html'),
  stamp: join(DIST, '.stamps', 'renderer'),
};
const MAIN: Product = {
  sources: from('main', 'shared', 'plugins', 'build/icons', 'build/bundle-main.ts', 'package-lock.json'),
  output: join(MAIN_OUT, 'shell.js'),
  stamp: join(DIST, '.stamps', 'main'),
};

/** The page, built if it is stale. Says whether it was. */
export function freshPage(): Promise<boolean> {
  return refresh(PAGE, bundlePage);
}

/** Shell, core, worker and command line, built if they are stale. Says whether they were. */
export function freshMain(): Promise<boolean> {
  return refresh(MAIN, () => bundleMain());
}
