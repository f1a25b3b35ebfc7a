import { writeSync } from 'node:fs';
import { foldText } from '../../shared/detect/fold.ts';
import { TEST_TIME } from '../../shared/testing/events.ts';
import { stormWrite } from './crash.storm.ts';
import { openWriter } from './sqlite/open-writer.ts';
import { toSteps } from './sqlite/steps.ts';
import { openSqliteStore } from './sqlite-store.ts';

/**
 * A process that writes until it is killed and prints the number of every write that was
 * acknowledged. Arguments: folder, run, `engine` or `threads`, and the paired commit between whose
 * two halves it kills itself (0 for never).
 */
const [dir = '', run = '0', mode = 'engine', killAt = '0'] = process.argv.slice(2);
if (mode === 'threads') await throughThreads();
else throughEngine();

function throughEngine(): void {
  let paired = 0;
  const between = (): void => {
    paired += 1;
    if (paired === Number(killAt)) process.kill(process.pid, 'SIGKILL');
  };
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText, between });
  if (!opened.ok) throw new Error(opened.fault.detail);
  for (let n = 1; ; n += 1) {
    const [outcome] = opened.value.commit([toSteps(stormWrite(Number(run), n))]);
    if (!outcome?.ok) throw new Error('refused');
    writeSync(1, `${n}\n`);
    if (n % 5 === 0) opened.value.idle();
  }
}

async function throughThreads(): Promise<void> {
  const opened = await openSqliteStore({ dir, clock: { now: () => TEST_TIME } });
  if (!opened.ok) throw new Error(opened.fault.detail);
  for (let n = 1; ; n += 4) {
    const writes = [n, n + 1, n + 2, n + 3].map(async (each) => {
      await opened.value.write(stormWrite(Number(run), each));
      writeSync(1, `${each}\n`);
    });
    await Promise.all(writes);
  }
}
