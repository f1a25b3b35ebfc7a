import { describe, expect, it } from 'vitest';
import type { StatRow } from '../../../shared/support/views.ts';
import { flagOf } from '../../testing/samples.ts';
import { stretches } from './days.ts';
import { rowsBehind } from './filter.ts';
import { byMaker, flagFigures } from './flag-figures.ts';
import { before, rangeOf } from './range.ts';
import { change, meanInterval, percent, shareInterval, spanText } from './words.ts';

const DAY = 86_400_000;
const row = (id: string, more: Partial<StatRow> = {}): StatRow => ({
  conversationId: id,
  number: 1,
  at: 0,
  topic: 'gift',
  abandoned: false,
  ...more,
});

describe('figures in words', () => {
  it.each([
    [undefined, '—'],
    [0, '0 s'],
    [42_400, '42 s'],
    [80_000, '1:20'],
    [7_500_000, '2:05:00'],
  ])('%j ms is %s', (ms, text) => {
    expect(spanText(ms)).toBe(text);
  });

  it('shows shares, intervals and how they moved', () => {
    expect([
      percent(0.861),
      percent(undefined),
      shareInterval({ hits: 1, of: 2, share: 0.5, low: 0.1, high: 0.9, small: true }),
      meanInterval({ count: 0, small: true }),
      change(2, 1),
      change(1, 2),
      change(1, 0),
      change(1, 1),
    ]).toEqual(['86%', '—', '10–90%', '', { sign: '▲', share: 1 }, { sign: '▼', share: 0.5 }, null, null]);
  });
});

describe('stretches of time', () => {
  it('are whole days up to the end of today, and the same before', () => {
    const now = new Date(2026, 8, 3, 15, 20).getTime();
    const week = rangeOf('week', now);
    expect([new Date(week.to).getDate(), new Date(week.from).getDate(), before(week).to]).toEqual([
      4,
      28,
      week.from,
    ]);
  });

  it('hold their rows, empty ones too', () => {
    const from = new Date(2026, 8, 1).getTime();
    const range = { from, to: from + 3 * DAY };
    const rows = [
      row('a', { at: from, firstResponseMs: 10_000 }),
      row('b', { at: from + 1, firstResponseMs: 30_000 }),
      row('c', { at: from + 2 * DAY }),
    ];
    expect(stretches(rows, range).map((one) => [one.count, one.firstResponseSec])).toEqual([
      [2, 20],
      [0, null],
      [1, null],
    ]);
  });
});

describe('the rows behind a figure', () => {
  const rows = [
    row('waited', { waitMs: 1, agent: '周', agentId: 'zhou', handlingMs: 5, score: 5 }),
    row('namesake', { agent: '周', agentId: 'other', botSolved: false }),
    row('left', { abandoned: true, topic: 'mute', at: Date.UTC(2026, 8, 1, 20, 30) }),
  ];
  it.each([
    [null, ['waited', 'namesake', 'left']],
    [{ figure: 'wait' }, ['waited']],
    [{ figure: 'abandoned' }, ['left']],
    [{ figure: 'satisfaction' }, ['waited']],
    [{ figure: 'topic', topic: 'mute' }, ['left']],
    [{ figure: 'agent', agent: 'zhou', name: '周' }, ['waited']],
    [{ figure: 'botSolved' }, ['namesake']],
    [{ figure: 'stretch', from: Date.UTC(2026, 8, 1, 20), to: Date.UTC(2026, 8, 1, 21), name: '' }, ['left']],
    [{ figure: 'hour', day: 3, hour: 4 }, ['left']],
    [{ figure: 'hour', day: 2, hour: 20 }, []],
  ] as const)('%j', (filter, expected) => {
    expect(rowsBehind(rows, filter, 'Asia/Shanghai').map((one) => one.conversationId)).toEqual(expected);
  });
});

describe('flags', () => {
  const flags = [
    flagOf('a', { state: 'resolved', outcome: 'actioned', resolvedAt: 3_000 }),
    flagOf('b', { state: 'resolved', outcome: 'dismissed', resolvedAt: 11_000 }),
    flagOf('c', { state: 'resolved', outcome: 'expired', resolvedAt: 99_000 }),
    flagOf('d', { by: 'rule:x@3' }),
  ];
  it('counts decisions of people only', () => {
    const { flags: count, toActionMs, dismissed } = flagFigures(flags);
    expect([count, toActionMs, dismissed.hits, dismissed.of]).toEqual([
      4,
      { count: 2, median: 6_000, p90: 9_200 },
      1,
      2,
    ]);
    expect(byMaker(flags).map((one) => [one.by, one.flags])).toEqual([
      ['abuse', 3],
      ['rule:x', 1],
    ]);
  });
});
