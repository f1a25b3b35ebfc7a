import { describe, expect, it } from 'vitest';
import type { ChatRow } from '../../shared/api/views.ts';
import { yuan } from '../../shared/domain/money.ts';
import { chatRow, somebody } from '../testing/samples.ts';
import { collapsing, liveWindow, repeatKey, WINDOW_ROWS } from './live-window.ts';

const all = { shows: () => true, single: (row: ChatRow) => row.marks.length > 0, collapse: false };
const fast = { ...all, collapse: true };
const mark = { category: 'abuse', severity: 'high', score: 0.9, spans: [] } as const;
const brief = (items: ReturnType<typeof liveWindow>) => items.map((item) => `${item.row.id}×${item.times}`);

describe('the live window', () => {
  const wave = [
    chatRow(1, '哈哈哈'),
    chatRow(2, '你好'),
    chatRow(3, '哈哈哈哈哈'),
    chatRow(4, '哈哈', { marks: [mark] }),
    chatRow(5, ' 哈哈哈 '),
  ];
  const mod = { kind: 'mod_action' } as const;
  const muted = [1, 2].map((n) => chatRow(n, '', { ...mod, code: 'mute', target: `v${n}` }));
  const slowed = [3, 4].map((n) => chatRow(n, '', { ...mod, code: 'slow_mode', count: n - 3 }));
  const joins = [1, 2, 3].map((n) => chatRow(n, '', { kind: 'enter' }));
  const combo = [1, 2, 3].map((n) =>
    chatRow(n, '小心心', { kind: 'gift', comboId: 'c', count: 2, money: yuan(500), person: somebody('p') }),
  );

  it.each<[string, readonly ChatRow[], Parameters<typeof liveWindow>[1], readonly string[]]>([
    ['shows each row while slow', wave, all, ['e1×1', 'e2×1', 'e3×1', 'e4×1', 'e5×1']],
    ['folds repeats while fast, never flagged ones', wave, fast, ['e2×1', 'e4×1', 'e5×3']],
    ['leaves out what is filtered', wave, { ...all, shows: (row) => row.text === '你好' }, ['e2×1']],
    [
      'folds neighbours coming in',
      [...joins, chatRow(4), chatRow(5, '', { kind: 'enter' })],
      all,
      ['e3×3', 'e4×1', 'e5×1'],
    ],
    ['folds a combo', combo, all, ['e3×3']],
    [
      'folds what was done to people, never what was done to the room',
      [...muted, ...slowed],
      all,
      ['e2×2', 'e3×1', 'e4×1'],
    ],
    ['is empty', [], all, []],
  ])('%s', (_, rows, options, expected) => {
    expect(brief(liveWindow(rows, options))).toEqual(expected);
  });

  it('adds up a combo, counting money told twice once', () => {
    const summary = chatRow(4, '小心心', { kind: 'gift', comboId: 'c', count: 6, person: somebody('p') });
    const [item] = liveWindow([...combo, summary], all);
    expect([item?.money?.amountMinor, item?.times]).toEqual(['1500', 4]);
  });

  it('holds the newest sixty', () => {
    const rows = Array.from({ length: 500 }, (_, index) => chatRow(index));
    const items = liveWindow(rows, all);
    expect([items.length, items[0]?.row.id, items.at(-1)?.row.id]).toEqual([WINDOW_ROWS, 'e440', 'e499']);
  });

  it('has a key for each line', () => {
    const rows = [
      ...wave,
      ...combo.map((row) => ({ ...row, id: `g${row.id}` })),
      ...joins.map((row) => ({ ...row, id: `j${row.id}` })),
    ];
    for (const options of [all, fast]) {
      const keys = liveWindow(rows, options).map((item) => item.key);
      expect(new Set(keys).size).toBe(keys.length);
    }
  });

  it.each<[boolean, number, boolean]>([
    [false, 60, false],
    [false, 61, true],
    [true, 41, true],
    [true, 40, false],
  ])('folding %s at %i a second: %s', (before, rate, expected) => {
    expect(collapsing(before, rate)).toBe(expected);
  });

  it.each<[string, string]>([
    ['哈哈哈哈', '哈哈哈哈哈哈'],
    ['６６６', '666666'],
    ['LOL', ' lol '],
    ['主播加油 主播加油', '主播加油'],
  ])('%s and %s are the same to a reader', (a, b) => {
    expect(repeatKey(a)).toBe(repeatKey(b));
  });
});
