import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SUITE } from './suite.ts';

/** Runs one case and hands its result to the parent. Arguments: name, quick, numbers as JSON. */
const [name = '', quick = 'false', given = '{}'] = process.argv.slice(2);
const found = SUITE.find((each) => each.name === name);
if (found === undefined) throw new Error(`no case ${name}`);
const numbers = JSON.parse(given) as Readonly<Record<string, number>>;
const dir = await mkdtemp(join(tmpdir(), `changkong-bench-${name}-`));
try {
  const result = await found.run({
    quick: quick === 'true',
    option: (key, otherwise) => numbers[key] ?? otherwise,
    dir,
    say: (text) => process.stderr.write(`  … ${name}: ${text}\n`),
  });
  await new Promise<void>((done) => {
    if (process.send === undefined)
      process.stdout.write(`${JSON.stringify(result, null, 1)}\n`, () => done());
    else process.send(result, () => done());
  });
} finally {
  await rm(dir, { recursive: true, force: true });
}
process.exit(0);
