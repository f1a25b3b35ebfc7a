import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHAIZI, hasChaizi } from './components.ts';
import { generateCompose, generateFold, generateOrdinary, generatePinyin } from './generate.ts';
import { hasOrdinarySources } from './ordinary.ts';

const OUT = fileURLToPath(new URL('../../shared/detect/tables/', import.meta.url));

writeFileSync(`${OUT}fold.generated.ts`, generateFold());
writeFileSync(`${OUT}pinyin.generated.ts`, generatePinyin());
if (hasChaizi()) writeFileSync(`${OUT}compose.generated.ts`, generateCompose());
else console.log(`compose.generated.ts is left as it is: ${CHAIZI} is not here`);
if (hasOrdinarySources()) writeFileSync(`${OUT}ordinary.generated.ts`, generateOrdinary());
else console.log('ordinary.generated.ts is left as it is: its sources are not here');
console.log(`tables written to ${OUT}`);
