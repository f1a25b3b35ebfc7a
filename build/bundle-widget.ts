import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { ROOT, WIDGET_OUT } from './places.ts';

/** What the widget may weigh, all its files gzipped, bytes. */
export const WIDGET_MAX = 120_000;

/** Builds the widget and its one-tag loader into `dist/renderer/support`; throws where it grew too heavy. */
export async function bundleWidget(): Promise<void> {
  await build({ configFile: join(ROOT, 'build', 'vite.widget.config.ts'), logLevel: 'warn' });
  await build({
    configFile: false,
    logLevel: 'warn',
    root: join(ROOT, 'renderer', 'widget'),
    publicDir: false,
    build: {
      outDir: WIDGET_OUT,
      emptyOutDir: false,
      lib: {
        entry: join(ROOT, 'renderer', 'widget', 'loader.ts'),
        formats: ['iife'],
        name: 'changkongSupportLoader',
        fileName: () => 'widget.js',
      },
    },
  });
  const weight = weightOf(WIDGET_OUT);
  if (weight > WIDGET_MAX)
    throw new Error(
      `the widget weighs ${weight} bytes gzipped; ${WIDGET_MAX} are allowed. Take something out.`,
    );
}

/** Bytes of all files in a folder, each gzipped. */
export function weightOf(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => {
    const path = join(folder, name);
    return sum + (statSync(path).isDirectory() ? weightOf(path) : gzipSync(readFileSync(path)).length);
  }, 0);
}
