import { existsSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { build, type InlineConfig, type Plugin } from 'vite';
import { ICONS, MAIN_OUT, ROOT } from './places.ts';

/** What `dist/main` is made of: one ES module per process, and the sandboxed preload as CommonJS. */
export const MAIN_ENTRIES: Readonly<Record<string, string>> = {
  shell: 'main/shell/main.ts',
  core: 'main/core/utility.ts',
  cli: 'main/cli.ts',
};

/** Loaded from node_modules at run time: native modules, and what the runtime itself offers. */
const LEFT_OUT = ['electron', 'better-sqlite3', 'sharp'];

/** Bundles everything that runs outside the page into `dist/main`. */
export async function bundleMain(
  entries: Readonly<Record<string, string>> = MAIN_ENTRIES,
  out = MAIN_OUT,
): Promise<void> {
  await build(modules(entries, out));
  await build(preload(out));
  await mkdir(join(out, 'icons'), { recursive: true });
  await cp(ICONS, join(out, 'icons'), { recursive: true, filter: (from) => !from.endsWith('.ts') });
}

function modules(entries: Readonly<Record<string, string>>, out: string): InlineConfig {
  return {
    ...common(out),
    plugins: [workersBesideTheBundle()],
    build: {
      ...common(out).build,
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, resolve(ROOT, path)])),
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        external: LEFT_OUT,
      },
    },
  };
}

function preload(out: string): InlineConfig {
  return {
    ...common(out),
    build: {
      ...common(out).build,
      rolldownOptions: {
        input: { preload: resolve(ROOT, 'main/shell/preload.cts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
        external: LEFT_OUT,
      },
    },
  };
}

function common(out: string) {
  return {
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: LEFT_OUT },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      target: 'node22',
      minify: false,
      sourcemap: false,
    },
  } satisfies InlineConfig;
}

const WORKER = /new URL\(\s*['"](\.{1,2}\/[^'"]+\.ts)['"],\s*import\.meta\.url,?\s*\)/g;

/**
 * A thread's file named by `new URL('./x.ts', import.meta.url)` is bundled too. All bundles lie in one
 * folder, so that the new name is right wherever the code that names it ends up.
 */
function workersBesideTheBundle(): Plugin {
  return {
    name: 'changkong-workers',
    transform(code, id) {
      const next = code.replace(WORKER, (whole, path: string) => {
        const file = resolve(dirname(id.replace(/\?.*$/, '')), path);
        if (!existsSync(file)) return whole;
        const fileName = `${relative(ROOT, file)
          .replace(/\.ts$/, '')
          .replaceAll(/[^\w-]+/g, '-')}.js`;
        this.emitFile({ type: 'chunk', id: file, fileName });
        return `new URL('./${fileName}', import.meta.url)`;
      });
      return next === code ? null : { code: next, map: null };
    },
  };
}
