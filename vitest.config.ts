import { defineConfig } from 'vitest/config';

const results = process.env.CHANGKONG_RESULTS;

/** Unit and integration tests: no display, no Electron, no network beyond loopback. */
export default defineConfig({
  test: {
    include: ['{main,renderer,shared,plugins,build,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 30_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
    // CI adds the results of all runs up at its end.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
