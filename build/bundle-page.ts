import { join } from 'node:path';
import { build } from 'vite';
import { bundleWidget } from './bundle-widget.ts';
import { inProduction } from './in-production.ts';
import { ROOT } from './places.ts';

/** Builds the page into `dist/renderer`, for the desktop app and the hub alike, and the viewer's widget beside it. */
export function bundlePage(): Promise<void> {
  return inProduction(async () => {
    await build({ configFile: join(ROOT, 'build', 'vite.renderer.config.ts'), logLevel: 'warn' });
    await bundleWidget();
  });
}
