import { fork } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { readArguments, USAGE } from './arguments.ts';
import { withSection } from './report/document.ts';
import { cpuMark, load, machine, othersBetween } from './report/machine.ts';
import { caseText, machineText, markdown } from './report/table.ts';
import type { BenchCase, BenchReport, CaseReport, CaseResult } from './report/types.ts';
import { isNoisy, isSound } from './report/verdict.ts';
import { SUITE } from './suite.ts';
import { PROJECT } from './support/places.ts';

/** A case that takes longer is ended and counts as broken. */
const QUICK_LIMIT_MS = 60_000;
const FULL_LIMIT_MS = 3_600_000;

/** The bench: each case in a process of its own; tables to stderr, one JSON document to stdout or a file. */
const asked = readArguments(
  process.argv.slice(2),
  SUITE.map((each) => each.name),
);
if (!asked.ok) {
  process.stderr.write(`bench: ${asked.fault.detail}\n${USAGE}\n`);
  process.exit(2);
}
const options = asked.value;
const chosen = SUITE.filter((each) => options.cases.length === 0 || options.cases.includes(each.name));
const cases: CaseReport[] = [];
const report: BenchReport = {
  at: new Date().toISOString(),
  quick: options.quick,
  machine: machine(PROJECT),
  cases,
};
process.stderr.write(`${machineText(report)}\n`);
for (const each of chosen) {
  const done = await runCase(each);
  cases.push(done);
  process.stderr.write(`${caseText(done)}\n`);
}
const json = `${JSON.stringify(report, null, 1)}\n`;
if (options.json === undefined) process.stdout.write(json);
else writeFileSync(options.json, json);
if (options.doc !== undefined) writeDocument(options.doc);
process.exitCode = isSound(cases) ? 0 : 1;

async function runCase(each: BenchCase): Promise<CaseReport> {
  const { name, title } = each;
  const { cores } = report.machine;
  const idle = cpuMark();
  await sleep(options.quick ? 250 : 2_000);
  const before = cpuMark();
  const othersBefore = othersBetween(idle, before);
  const loadBefore = load();
  const outcome = await inOwnProcess(name).then(
    (result) => ({ result, failed: undefined }),
    (error: unknown) => ({ result: { measures: [] } as CaseResult, failed: String(error) }),
  );
  const after = cpuMark();
  const othersDuring = othersBetween(before, after);
  return {
    name,
    title,
    ...outcome.result,
    seconds: after.at - before.at,
    cpuSeconds: after.own - before.own,
    loadBefore,
    loadAfter: load(),
    othersBefore,
    othersDuring,
    noisy: isNoisy(cores, othersBefore, othersDuring),
    ...(outcome.failed === undefined ? {} : { failed: outcome.failed }),
  };
}

function inOwnProcess(name: string): Promise<CaseResult> {
  return new Promise((done, refuse) => {
    const child = fork(
      join(import.meta.dirname, 'one.ts'),
      [name, String(options.quick), JSON.stringify(options.numbers)],
      { execArgv: ['--expose-gc', '--no-warnings'], stdio: ['ignore', 2, 2, 'ipc'] },
    );
    let result: CaseResult | null = null;
    const limit = setTimeout(() => child.kill('SIGKILL'), options.quick ? QUICK_LIMIT_MS : FULL_LIMIT_MS);
    child.on('message', (message: CaseResult) => {
      result = message;
    });
    child.on('error', refuse);
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      if (result !== null && code === 0) done(result);
      else
        refuse(new Error(`the case ended with ${signal ?? code} and ${result === null ? 'no' : 'a'} result`));
    });
  });
}

function writeDocument(path: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const next = withSection(before, markdown(report));
  if (next === null) {
    process.stderr.write(`bench: ${path} has no marked section for numbers; nothing was written there\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(path, next);
}
