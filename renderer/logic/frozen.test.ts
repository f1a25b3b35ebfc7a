import { describe, expect, it } from 'vitest';
import { EMPTY_CHAT } from '../state/chat.ts';
import { chatRow } from '../testing/samples.ts';
import { freeze, newSince } from './frozen.ts';
import { rowTest } from './row-filter.ts';
import { ageText, durationParts } from './time.ts';

const mark = { category: 'abuse', severity: 'high', score: 0.9, spans: [] } as const;
const before = { ...EMPTY_CHAT, rows: [chatRow(1), chatRow(2)], received: 2 };
const after = {
  ...before,
  rows: [...before.rows, chatRow(3), chatRow(4, 'x', { marks: [mark] }), chatRow(5)],
  received: 5,
};

describe('a frozen list', () => {
  it('counts what came since, and what of it is flagged', () => {
    expect(newSince(freeze(null, before, 'key'), after, (row) => row.id === 'e5')).toEqual({
      rows: 3,
      flagged: 2,
    });
  });

  it('keeps its rows when a stronger wish comes', () => {
    const hover = freeze(null, before, 'hover');
    expect([freeze(hover, after, 'key').rows.length, freeze(hover, after, 'key').why]).toEqual([2, 'key']);
    expect(freeze(freeze(null, before, 'key'), after, 'hover').why).toBe('key');
  });
});

describe('the row filter', () => {
  const rows = [
    chatRow(1, '退钱'),
    chatRow(2, '小心心', { kind: 'gift' }),
    chatRow(3, 'Hello', { firstMessage: true }),
    chatRow(4, 'x', { marks: [mark] }),
    chatRow(5, '断线', { kind: 'gap' }),
  ];
  const pass = (...args: Parameters<typeof rowTest>) =>
    rows.filter(rowTest(...args)).map((row) => row.offset);
  it.each<[Parameters<typeof rowTest>[0], string, readonly number[]]>([
    ['all', '', [1, 2, 3, 4, 5]],
    ['gifts', '', [2, 5]],
    ['first', '', [3, 5]],
    ['flagged', '', [1, 4, 5]],
    ['all', 'ＨＥＬ', [3]],
    ['all', 'p2', [2]],
  ])('%s %s', (filter, text, expected) => {
    expect(pass(filter, text, (row) => row.id === 'e1')).toEqual(expected);
  });
});

describe('times', () => {
  it.each<[number, string]>([
    [-5, '0:00'],
    [9_400, '0:09'],
    [102_000, '1:42'],
    [3_723_000, '1:02:03'],
  ])('%i ms is %s', (ms, text) => {
    expect(ageText(ms)).toBe(text);
  });

  it.each<[number | null, string]>([
    [null, 'forever 0'],
    [45, 'sec 45'],
    [600, 'min 10'],
    [3_600, 'hour 1'],
    [604_800, 'day 7'],
  ])('%s s', (seconds, expected) => {
    const { unit, n } = durationParts(seconds);
    expect(`${unit} ${n}`).toBe(expected);
  });
});
