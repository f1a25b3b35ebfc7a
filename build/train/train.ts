import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { hasCorpora, SEED } from './corpora.ts';
import { generateModel } from './model.ts';

const OUT = fileURLToPath(new URL('../../shared/detect/tables/model.generated.ts', import.meta.url));

if (hasCorpora()) {
  const started = performance.now();
  const { source, report } = generateModel(SEED);
  writeFileSync(OUT, source);
  console.log(report);
  console.log(`written to ${OUT} in ${((performance.now() - started) / 1000).toFixed(1)} s`);
} else {
  console.error(
    'The labelled sets are not in ../shared/data/labelled: nothing to train on. The shipped model stays.',
  );
  process.exitCode = 1;
}
