import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../../../shared/domain/event.ts';
import { twitch } from '../index.ts';
import { decodeCase, type RecordedCase, recorded } from './cases.ts';

const FILES = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const read = (name: string): readonly RecordedCase[] =>
  JSON.parse(readFileSync(`${import.meta.dirname}/${name}`, 'utf8'));

describe.each(FILES)('%s', (file) => {
  test.each(read(file).map((one) => [one.name, one] as const))('%s', (_, one) => {
    const events = decodeCase(one.input);
    expect(events.map(recorded)).toEqual(one.output);
    for (const event of events) expect(one.input).toContain(event.raw.data);
    expect(events.map((event) => event.seq)).toEqual(events.map((_event, at) => at));
  });
});

test('there are at least 40 cases, with names of their own', () => {
  const names = FILES.flatMap((file) => read(file).map((one) => one.name));
  expect(names.length).toBeGreaterThanOrEqual(40);
  expect(new Set(names).size).toBe(names.length);
});

test('the samples of the plugin hold every kind that the cases hold, but for what a room seldom has', () => {
  const kinds = new Set(
    FILES.flatMap((file) => read(file).flatMap((one) => one.output.map((event) => event.kind))),
  );
  const sampled = new Set(twitch.samples.map((event) => event.kind));
  expect(EVENT_KINDS.filter((kind) => kinds.has(kind) && !sampled.has(kind))).toEqual(['superchat']);
});
