import { defineConfig } from 'vitest/config';

const results = process.env.CHANGKONG_RESULTS;

/** Pages in Chromium and the desktop app in real Electron: one at a time, each with its own data. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
    // CI adds the results of all runs up at its end.
    reporters: results === undefined ? ['default'] : ['default', ['json', { outputFile: results }]],
  },
});
