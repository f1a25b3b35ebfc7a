import { describe, expect, it } from 'vitest';
import { detectorOf, said, someone } from './fixture.ts';
import { LISTS, linesIn } from './lists.fixture.ts';

const detector = detectorOf();
let at = 0;

function flags(text: string): readonly string[] {
  at += 600_000;
  return detector
    .inspect({ event: said(text, at, someone(`p${at}`)) })
    .filter((verdict) => verdict.flag)
    .map((verdict) => verdict.category);
}

describe('longer lists', () => {
  it.each([
    ['dispute', 0.9],
    ['appeal', 0.85],
    ['ad', 0.75],
    ['abuse', 0.8],
  ] as const)('%s: at least %d of what is meant is found', (category, least) => {
    const lines = linesIn(LISTS[category]);
    const missed = lines.filter((text) => !flags(text).includes(category));
    expect(1 - missed.length / lines.length, missed.join('\n')).toBeGreaterThanOrEqual(least);
  });

  it('at most three of a hundred and more ordinary lines are flagged', () => {
    expect(linesIn(LISTS.ordinary).filter((text) => flags(text).length > 0).length).toBeLessThanOrEqual(3);
  });

  it('appeals are never called abuse', () => {
    expect(linesIn(LISTS.appeal).filter((text) => flags(text).includes('abuse'))).toEqual([]);
  });
});
