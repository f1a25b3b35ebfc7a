import { workerData } from 'node:worker_threads';
import { serveReader } from './sqlite/serve-reader.ts';
import { serveWriter } from './sqlite/serve-writer.ts';
import type { ThreadData } from './sqlite/thread.ts';

const data = workerData as ThreadData;
if (data.role === 'writer') serveWriter(data);
else serveReader(data);
