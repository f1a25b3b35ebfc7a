import type { BenchCase, CaseContext, CaseResult, Measure } from '../report/types.ts';
import { benchSearch } from '../search.ts';

/** Search for one to four characters, newest 50, against a scan of the same texts. */
export const searchCase: BenchCase = {
  name: 'search',
  title: 'Search, newest 50, warm, against a scan',
  run,
};

const FULL = [1_000_000, 10_000_000] as const;

async function run(context: CaseContext): Promise<CaseResult> {
  const asked = context.option('rows', 0);
  const sizes = asked > 0 ? [asked] : context.quick ? [30_000] : FULL;
  const measures: Measure[] = [];
  const notes: string[] = [];
  for (const rows of sizes) {
    context.say(`${rows} rows`);
    const found = await benchSearch({ rows, queries: context.quick ? 40 : 100 });
    const at = `at ${rows.toLocaleString('en')} rows`;
    for (const { characters, p50, p95 } of found.store) {
      const isBudget = characters >= 2 && rows >= 1_000_000;
      measures.push({
        what: `${characters} character${characters > 1 ? 's' : ''}, p95 ${at}`,
        value: p95,
        unit: 'ms',
        ...(isBudget ? { budget: { op: '<=', limit: 5 } as const } : {}),
        ...(characters === 2
          ? { peer: { what: 'scan p50', value: found.scan.p50, ratio: p50 / found.scan.p50 } }
          : {}),
      });
    }
    measures.push(
      {
        what: `first query of a fresh reader ${at}`,
        value: found.firstMs,
        unit: 'ms',
        budget: { op: '<=', limit: 500 },
      },
      {
        what: `recall against instr ${at}`,
        value: found.recall * 100,
        unit: '%',
        budget: { op: '=', limit: 100, exact: true },
      },
      { what: `filling, writer alone ${at}`, value: found.fillRowsPerSecond, unit: 'rows/s' },
    );
    notes.push(
      `${at}: recall counted over ${found.recallRows} rows of 20 questions; p95 of ${found.store[0]?.queries ?? 0} questions a length.`,
    );
  }
  notes.push(
    'The first query opens the files in a new reader; the system’s page cache is as the filling left it, so this is not a cold disk.',
  );
  return { measures, notes };
}
