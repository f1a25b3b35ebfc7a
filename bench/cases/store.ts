import { median } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { benchStore, type StoreBench } from '../store.ts';

/** Sustained writing through the whole store against plain inserts of the same documents. */
export const storeCase: BenchCase = {
  name: 'store',
  title: 'Writing: the whole store (index, sums, search) against plain inserts',
  run,
};

async function run(context: CaseContext): Promise<CaseResult> {
  const rows = context.option('rows', context.quick ? 20_000 : 200_000);
  const times = context.quick ? 1 : 3;
  const found: StoreBench[] = [];
  for (let turn = 0; turn < times; turn += 1) found.push(await benchStore({ rows }));
  const of = (pick: (one: StoreBench) => number): number => median(found.map(pick));
  return {
    measures: [
      {
        what: 'sustained, wall clock',
        value: of((one) => one.storeEventsPerSecond),
        unit: 'events/s',
        budget: { op: '>=', limit: 12_000 },
        peer: {
          what: 'plain inserts',
          value: of((one) => one.bareRowsPerSecond),
          ratio: of((one) => one.ratio),
        },
      },
      { what: 'CPU of the asking thread', value: of((one) => one.askingUsPerEvent), unit: 'µs/event' },
      { what: 'asked → committed, p50', value: of((one) => one.ackMs.p50), unit: 'ms' },
      { what: 'asked → committed, p99', value: of((one) => one.ackMs.p99), unit: 'ms' },
      { what: 'size on disk', value: of((one) => one.bytesPerEvent), unit: 'B/event' },
    ],
    notes: [`${rows} rows, 500 a batch, four batches on their way; medians of ${times}.`],
  };
}
