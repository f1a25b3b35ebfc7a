import { parentPort, workerData } from 'node:worker_threads';
import { serveKeeper } from './sqlite/keeper.ts';
import { serveReader } from './sqlite/serve-reader.ts';
import { serveWriter } from './sqlite/serve-writer.ts';
import type { ThreadData } from './sqlite/thread.ts';

/** Entry of all threads: they load at once and begin when they are told to. */
const data = workerData as ThreadData;
parentPort?.once('message', () => {
  if (parentPort === null) return;
  if (data.role === 'writer') serveWriter(data, parentPort);
  else if (data.role === 'keeper') serveKeeper(data, parentPort);
  else serveReader(data, parentPort);
});
