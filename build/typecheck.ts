/** Checks every environment's project with TypeScript 7's build mode; prints only what is wrong. */
import { spawnSync } from 'node:child_process';

const result = spawnSync('tsc', ['-b', 'tsconfig.json'], {
  stdio: 'inherit',
  shell: process.platform === 'win32',
});
process.exit(result.status ?? 1);
