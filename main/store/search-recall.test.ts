import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foldText } from '../../shared/detect/fold.ts';
import { textOf } from '../../shared/domain/event.ts';
import { chatEvent, TEST_TIME } from '../../shared/testing/events.ts';
import { searchQuery } from './search-text.ts';
import { openWriter } from './sqlite/open-writer.ts';
import type { Reader } from './sqlite/reader.ts';
import { openReader } from './sqlite/reader.ts';
import { toSteps } from './sqlite/steps.ts';
import type { StoredEvent } from './store.ts';

const ALPHABET = [...'退款退钱主播骗子加微信哈哈v信Qq13 ,。！𬌗請錢'];

let dir: string;
let reader: Reader;
let rows: readonly StoredEvent[];

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'changkong-recall-'));
  const texts = fc.sample(
    fc.array(fc.constantFrom(...ALPHABET), { maxLength: 14 }).map((parts) => parts.join('')),
    { numRuns: 1500, seed: 7 },
  );
  rows = texts.map((text, offset) => ({
    offset,
    event: chatEvent({ key: `k${offset}`, text }),
    verdicts: [],
  }));
  const opened = openWriter({ dir, now: TEST_TIME, fold: foldText });
  if (!opened.ok) throw new Error(opened.fault.detail);
  opened.value.commit([toSteps([{ op: 'events', rows }])]);
  while (opened.value.idle());
  opened.value.close();
  reader = openReader(dir, foldText);
});
afterAll(() => {
  reader.close();
  rmSync(dir, { recursive: true, force: true });
});

it('the index finds exactly what a scan finds', () => {
  const query = fc
    .array(fc.constantFrom(...ALPHABET), { minLength: 1, maxLength: 5 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(query, (text) => {
      const { test } = searchQuery(text, foldText);
      const expected = text.trim() === '' ? rows : rows.filter(({ event }) => test(foldText(textOf(event))));
      expect(found(text)).toEqual(
        expected
          .map((row) => row.offset)
          .reverse()
          .slice(0, 1000),
      );
    }),
    { numRuns: 300 },
  );
});

it('Han alone is found wherever the folded text contains it', () => {
  const query = fc
    .array(fc.constantFrom(...'退款钱主播骗子加微信哈𬌗'), { minLength: 1, maxLength: 4 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(query, (text) => {
      const expected = rows.filter(({ event }) => foldText(textOf(event)).includes(foldText(text)));
      expect(found(text)).toEqual(expected.map((row) => row.offset).reverse());
    }),
    { numRuns: 300 },
  );
});

function found(text: string): readonly number[] {
  const page = JSON.parse(reader.read('events', [{ text, order: 'newest', limit: 1000 }]));
  return page.rows.map((row: StoredEvent) => row.offset);
}
