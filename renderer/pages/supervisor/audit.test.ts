import type { TFunction } from 'i18next';
import { describe, expect, it } from 'vitest';
import { olderFrom, readableDetail } from './audit.ts';

const t = ((key: string) => `<${key}>`) as TFunction;

describe('the record', () => {
  it.each([
    [[], null],
    [[3, 2, 1], null],
    [[900, 701], 501],
    [[300, 101], 1],
  ])('page before %j', (seqs, expected) => {
    expect(olderFrom(seqs.map((seq) => ({ seq })))).toBe(expected);
  });

  it.each([
    [undefined, ''],
    ['joke', '<common:dismiss.joke>'],
    ['controller supervisor', '<common:roles.controller> · <common:roles.supervisor>'],
    ['mute 王五', 'mute 王五'],
    ['退钱', '退钱'],
  ])('reads %j', (detail, expected) => {
    expect(readableDetail(detail, t)).toBe(expected);
  });
});
