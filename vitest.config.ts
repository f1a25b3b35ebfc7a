import { defineConfig } from 'vitest/config';

const results = process.env.CHANGKONG_RESULTS;
const seed = process.env.CHANGKONG_SEED;

/** Unit and integration tests: no display, no Electron, no network beyond loopback. */
export default defineConfig({
  test: {
    include: ['{main,renderer,shared,plugins,build,bench}/**/*.test.{ts,tsx}'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // Properties look further at every run; a landing is judged by the same cases as its repetition.
    setupFiles: seed === undefined ? [] : ['build/fixed-seed.ts'],
    // CI adds the results of all runs up at its end.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
