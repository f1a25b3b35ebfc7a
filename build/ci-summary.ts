/** Adds up the results of all test runs, names what failed or was skipped, and ends with the line that CI reads. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

interface Test {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages?: readonly string[] | null;
}

interface Results {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly Test[];
  }[];
}

/** Lines of a failure that are shown: enough for the assertion and the place, not a whole page's markup. */
const SHOWN_LINES = 25;

const [brokenSteps = '1', ...files] = process.argv.slice(2);
let passed = 0;
let failed = 0;
let skipped = 0;
for (const file of files) {
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  passed += results.numPassedTests;
  failed += results.numFailedTests;
  skipped += results.numPendingTests + results.numTodoTests;
  for (const suite of results.testResults) tell(suite);
}
// A step that broke without a failed test (types, lint, build) still counts as a failure.
if (failed === 0 && (brokenSteps !== '0' || passed === 0)) failed = 1;
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;

function tell(suite: Results['testResults'][number]): void {
  const place = relative(process.cwd(), suite.name);
  for (const test of suite.assertionResults) {
    if (test.status === 'failed') console.log(`FAILED ${place} > ${test.fullName}\n${short(test)}`);
    else if (test.status !== 'passed') console.log(`SKIPPED ${place} > ${test.fullName}`);
  }
  if (suite.status === 'failed' && suite.message !== '') {
    console.log(`FAILED ${place}\n${suite.message.split('\n').slice(0, SHOWN_LINES).join('\n')}`);
  }
}

function short(test: Test): string {
  const lines = (test.failureMessages ?? []).join('\n').split('\n');
  return lines.slice(0, SHOWN_LINES).join('\n');
}
