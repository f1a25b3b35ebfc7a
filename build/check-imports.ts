/** Checks the import rule over the whole tree; prints each break with what to do instead. */
import { globSync, readFileSync } from 'node:fs';
import { cyclesOf, importsOf, violationsOf } from './imports.ts';

const files = globSync([
  'main/**/*.{ts,tsx,cts}',
  'renderer/**/*.{ts,tsx}',
  'shared/**/*.ts',
  'plugins/**/*.ts',
]);
const found = files.flatMap((file) => importsOf(file, readFileSync(file, 'utf8')));
const problems = [
  ...violationsOf(found).map((each) => `${each.from}: imports ${each.specifier} — ${each.rule}`),
  ...cyclesOf(found).map(
    (cycle) => `circle: ${cycle.join(' → ')} — move what both need into a file of its own`,
  ),
];
for (const problem of problems) console.error(problem);
if (problems.length === 0)
  console.log(`imports: ${found.length} in ${files.length} files, none against the rule`);
process.exitCode = problems.length === 0 ? 0 : 1;
