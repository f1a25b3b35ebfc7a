/** `npm start`: the desktop app where it can open, otherwise the same console at a local address. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { electronProgram, hasDisplay } from './electron-program.ts';
import { ROOT } from './places.ts';
import { freshMain, freshPage } from './products.ts';
import { planStart, readWishes } from './start-plan.ts';

const wishes = readWishes(process.argv.slice(2));
if (typeof wishes === 'string') {
  console.error(wishes);
  process.exit(2);
}
const plan = planStart(wishes, {
  electron: electronProgram(),
  display: hasDisplay(),
  root: typeof process.getuid === 'function' && process.getuid() === 0,
});
if (plan.kind === 'hub')
  console.log(`No desktop window: ${plan.why}; serving the console at a local address.`);
await freshPage();
if (plan.kind === 'desktop') await freshMain();

const child =
  plan.kind === 'desktop'
    ? spawn(plan.program, plan.args, { cwd: ROOT, stdio: 'inherit' })
    : spawn(process.execPath, [join(ROOT, 'main', 'cli.ts'), ...plan.args], {
        cwd: ROOT,
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { CHANGKONG_LOG: 'warn', ...process.env },
      });
// Ctrl-C reaches the child by itself (same terminal); it closes its files, and we wait for that.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('error', (error) => {
  console.error(`could not start: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
