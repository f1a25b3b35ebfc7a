import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder, and what is built into it. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
export const DIST = join(ROOT, 'dist');
export const MAIN_OUT = join(DIST, 'main');
export const PAGE_OUT = join(DIST, 'renderer');
/** The viewer's widget, served under `/support/`. */
export const WIDGET_OUT = join(PAGE_OUT, 'support');
export const RELEASE = join(ROOT, 'release');
export const ICONS = join(ROOT, 'build', 'icons');
