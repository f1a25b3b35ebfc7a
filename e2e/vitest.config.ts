import { defineConfig } from 'vitest/config';

/** Pages in Chromium and the desktop app in real Electron: one at a time, each with its own data. */
export default defineConfig({
  test: {
    include: ['e2e/**/*.e2e.test.ts'],
    environment: 'node',
    testTimeout: 120_000,
    hookTimeout: 180_000,
    maxWorkers: 1,
    fileParallelism: false,
    reporters: ['default'],
  },
});
