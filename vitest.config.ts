import { defineConfig } from 'vitest/config';

/** Unit and integration tests: no display, no Electron, no network beyond loopback. */
export default defineConfig({
  test: {
    include: ['{main,renderer,shared,plugins,build,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    reporters: ['default'],
  },
});
