import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { hasChaizi } from './components.ts';
import { generateCompose, generateFold, generateOrdinary, generatePinyin } from './generate.ts';
import { hasOrdinarySources } from './ordinary.ts';

const shipped = (name: string): string =>
  readFileSync(
    fileURLToPath(new URL(`../../shared/detect/tables/${name}.generated.ts`, import.meta.url)),
    'utf8',
  );

it('the shipped tables are what the builder writes', () => {
  expect(generateFold() === shipped('fold')).toBe(true);
  expect(generatePinyin() === shipped('pinyin')).toBe(true);
});

it.skipIf(!hasChaizi())('compositions too (skipped where ../shared/data/tables is absent)', () => {
  expect(generateCompose() === shipped('compose')).toBe(true);
});

it.skipIf(!hasOrdinarySources())(
  'everyday pairs too (skipped where ../shared/data/labelled is absent)',
  () => {
    expect(generateOrdinary() === shipped('ordinary')).toBe(true);
  },
);
