import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { generateFold, generatePinyin } from './generate.ts';

const OUT = fileURLToPath(new URL('../../shared/detect/tables/', import.meta.url));

writeFileSync(`${OUT}fold.generated.ts`, generateFold());
writeFileSync(`${OUT}pinyin.generated.ts`, generatePinyin());
console.log(`tables written to ${OUT}`);
