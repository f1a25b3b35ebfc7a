import { detectCase } from './cases/detect.ts';
import { flagLatencyCase } from './cases/flag-latency.ts';
import { killCase } from './cases/kill.ts';
import { memoryCase } from './cases/memory.ts';
import { pageCase } from './cases/page.ts';
import { pipelineCase } from './cases/pipeline.ts';
import { reconnectCase } from './cases/reconnect.ts';
import { rulesCase } from './cases/rules.ts';
import { searchCase } from './cases/search.ts';
import { startCase } from './cases/start.ts';
import { storeCase } from './cases/store.ts';
import type { BenchCase } from './report/types.ts';

/** The cases, in the order in which they run. */
export const SUITE: readonly BenchCase[] = [
  pipelineCase,
  flagLatencyCase,
  detectCase,
  rulesCase,
  storeCase,
  searchCase,
  memoryCase,
  startCase,
  killCase,
  reconnectCase,
  pageCase,
];
