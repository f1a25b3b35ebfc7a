import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../arguments.ts';
import { BEGIN, END, withSection } from './document.ts';
import { createHistogram } from './histogram.ts';
import { mean, median, percentile, round3, slope } from './stats.ts';
import { caseText, markdown } from './table.ts';
import type { BenchReport, CaseReport, Measure } from './types.ts';
import { isNoisy, isSound, verdictOf } from './verdict.ts';

describe('percentile', () => {
  it.each<[readonly number[], number, number]>([
    [[], 0.5, Number.NaN],
    [[3], 0, 3],
    [[3], 1, 3],
    [[4, 1, 3, 2], 0.5, 2],
    [[4, 1, 3, 2], 0.75, 3],
    [[4, 1, 3, 2], 0.99, 4],
  ])('of %j at %d is %d', (samples, share, expected) => {
    expect(percentile(samples, share)).toBe(expected);
  });

  it('is one of the samples, and so many lie at or below it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer(), { minLength: 1 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (samples, share) => {
          const at = percentile(samples, share);
          const below = samples.filter((sample) => sample <= at).length;
          return samples.includes(at) && below >= share * samples.length;
        },
      ),
    );
  });
});

describe('other statistics', () => {
  it('median, mean, slope and digits', () => {
    const line = [0, 1, 2, 3].map((x) => [x, 7 - 2 * x] as const);
    expect([median([]), median([2, 9, 1]), median([4, 1, 2, 3]), mean([1, 2, 6])]).toEqual([
      Number.NaN,
      2,
      2.5,
      3,
    ]);
    expect([slope(line), slope([[1, 1]]), round3(1234.5), round3(0.012345), round3(0)]).toEqual([
      -2, 0, 1230, 0.0123, 0,
    ]);
  });

  it('a histogram is within four percent of the sample at that rank', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 1e7, noNaN: true }), { minLength: 1 }), (samples) => {
        const histogram = createHistogram();
        for (const sample of samples) histogram.add(sample);
        const exact = percentile(samples, 0.9);
        return (
          histogram.count() === samples.length &&
          histogram.max() === Math.max(...samples) &&
          Math.abs(histogram.quantile(0.9) - exact) <= exact * 0.04
        );
      }),
    );
  });
});

const MEASURE: Measure = { what: 'p99', value: 6, unit: 'ms', budget: { op: '<=', limit: 5 } };
const COUNT: Measure = { what: 'lost', value: 0, unit: '', budget: { op: '=', limit: 0, exact: true } };

describe('verdict', () => {
  it.each<[Measure, boolean, string]>([
    [MEASURE, false, 'NOT MET'],
    [MEASURE, true, 'noisy'],
    [{ ...MEASURE, value: 5 }, false, 'met'],
    [{ ...MEASURE, value: Number.NaN }, false, 'NOT MET'],
    [COUNT, true, 'met'],
    [{ ...COUNT, value: 1 }, true, 'NOT MET'],
    [{ what: 'p50', value: 1, unit: 'ms' }, false, ''],
  ])('%j, noisy %s: %s', (measure, noisy, expected) => {
    expect(verdictOf(measure, { noisy })).toBe(expected);
  });

  it('is withheld when others take more than half of the cores', () => {
    expect([isNoisy(2, 0.2, 0.9), isNoisy(2, 1.1, 0), isNoisy(2, 0, 1.1), isNoisy(8, 3, 3.9)]).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('the run is sound when counts hold, controls fail and nothing broke; times do not matter', () => {
    const good = { ...CASE, controls: [{ what: 'naive', seen: '3 lost', failed: true }] };
    expect([
      isSound([good]),
      isSound([{ ...good, controls: [{ what: 'naive', seen: '', failed: false }] }]),
      isSound([{ ...good, measures: [{ ...COUNT, value: 2 }] }]),
      isSound([{ ...good, failed: 'crash' }]),
    ]).toEqual([true, false, false, false]);
  });
});

const CASE: CaseReport = {
  name: 'flags',
  title: 'Flags',
  measures: [{ ...MEASURE, peer: { what: 'inline', value: 46, ratio: 6 / 46 } }, COUNT],
  notes: ['200 flags'],
  seconds: 12,
  cpuSeconds: 3,
  loadBefore: 0.1,
  loadAfter: 0.5,
  othersBefore: 0,
  othersDuring: 0.04,
  noisy: false,
};

describe('tables', () => {
  it('text for a terminal', () => {
    expect(caseText(CASE)).toBe(
      [
        '',
        'flags: Flags (12 s, CPU 3 s, load 0.10 → 0.50, others 0.00 cores before, 0.04 during)',
        '  what  measured  budget  verdict  in the same run  ratio',
        '  p99   6 ms      ≤ 5     NOT MET  inline: 46       0.13',
        '  lost  0         = 0     met',
        '  200 flags',
      ].join('\n'),
    );
  });

  it('markdown names what is not met and what has no verdict', () => {
    const machine = { cpu: 'CPU', cores: 2, memoryGiB: 4, system: 'linux', versions: { node: '24' } };
    const report: BenchReport = {
      at: '2026-03-01T12:00:00.000Z',
      quick: false,
      machine,
      cases: [CASE, { ...CASE, name: 'noisy-one', noisy: true }],
    };
    const text = markdown(report);
    expect(text.split('\n').slice(0, 3)).toEqual([
      'Measured 2026-03-01 12:00 UTC on CPU, 2 cores, 4 GiB, linux; node 24.',
      '',
      '**Not met:** flags: p99 (6 ms, wanted ≤ 5). Without a verdict, because others kept the machine busy: noisy-one.',
    ]);
    expect(text).toContain('| p99 | 6 ms | ≤ 5 | NOT MET | inline: 46 | 0.13 |');
  });
});

describe('document', () => {
  it('replaces what stands between the markers, and nothing else', () => {
    const before = `# Title\n${BEGIN}\nold\n${END}\nafter\n`;
    expect(withSection(before, 'new')).toBe(`# Title\n${BEGIN}\n\nnew\n\n${END}\nafter\n`);
    expect([withSection('# no markers', 'new'), withSection(`${END}${BEGIN}`, 'new')]).toEqual([null, null]);
  });
});

describe('arguments', () => {
  const known = ['pipeline', 'page'];
  it.each([
    [[], { cases: [], quick: false, numbers: {} }],
    [
      ['page', '--quick', '--json', 'a.json', '--doc', 'd.md', '--hours', '2'],
      { cases: ['page'], quick: true, numbers: { hours: 2 }, json: 'a.json', doc: 'd.md' },
    ],
  ])('%j', (args, value) => {
    expect(readArguments(args, known)).toEqual({ ok: true, value });
  });

  it.each([
    [['nothing']],
    [['--json']],
    [['--json', '--quick']],
    [['--hours', 'two']],
    [['--hours']],
    [['--hour', '2']],
  ])('%j is refused', (args) => {
    expect(readArguments(args, known)).toMatchObject({ ok: false, fault: { code: 'invalid' } });
  });
});
