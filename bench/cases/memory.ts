import { slope } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { runSoak, type SoakSample } from '../support/soak.ts';

/** Memory of the core while hours of a busy evening pass quickly: 200 events/s, 24 times as fast. */
export const memoryCase: BenchCase = {
  name: 'memory',
  title: 'Memory of the core, 200 events/s at 24 times the speed',
  run,
};

const SPEED = 24;
const RATE = 200;
/** Percent of RSS a simulated hour. */
const SLOPE_LIMIT = 2;
/** Less than this says nothing about a slope by the hour. */
const HOURS_FOR_SLOPE = 0.75;

async function run(context: CaseContext): Promise<CaseResult> {
  const hours = context.option('hours', context.quick ? 0.04 : 8);
  const found = await runSoak({
    dir: `${context.dir}/own`,
    hours,
    speed: SPEED,
    rate: RATE,
    leak: false,
    say: context.say,
  });
  const leakHours = Math.max(0.03, Math.min(1, hours / 4));
  const leaking = await runSoak({
    dir: `${context.dir}/leak`,
    hours: leakHours,
    speed: SPEED,
    rate: RATE,
    leak: true,
    say: context.say,
  });
  const grown = slopePercent(found.samples);
  const base = found.samples.at(-1)?.rss ?? Number.NaN;
  const leakPercent = (leaking.keptBytes / leakHours / base) * 100;
  const peak = Math.max(...found.samples.map((sample) => sample.rss)) / 1e6;
  const isLong = hours >= HOURS_FOR_SLOPE;
  return {
    measures: [
      {
        what: `slope of RSS after collection over ${hours} simulated hours`,
        value: grown,
        unit: '% an hour',
        ...(isLong ? { budget: { op: '<=', limit: SLOPE_LIMIT, exact: true } as const } : {}),
      },
      { what: 'slope of the heap after collection', value: heapSlope(found.samples), unit: 'MB an hour' },
      {
        what: 'peak RSS, 10 a second',
        value: found.peakRss / 1e6,
        unit: 'MB',
        budget: { op: '<=', limit: 600, exact: true },
      },
      { what: 'highest RSS after collection', value: peak, unit: 'MB' },
      {
        what: 'stored of sent',
        value: (found.stored / found.sent) * 100,
        unit: '%',
        budget: { op: '=', limit: 100, exact: true },
      },
      { what: 'highest backlog', value: found.backlog, unit: 'events' },
    ],
    controls: [
      {
        what: 'a core that keeps every event it saw',
        seen: `${(leaking.keptBytes / 1e6).toFixed(0)} MB in ${leakHours} simulated hours, ${leakPercent.toFixed(0)} % of RSS an hour`,
        failed: leakPercent > SLOPE_LIMIT,
      },
    ],
    notes: [
      `${found.sent} events in ${hours} simulated hours; RSS includes the two store threads and SQLite’s caches. The slope leaves out the first eighth, in which caches fill.`,
      ...(isLong ? [] : ['Too short for a verdict on the slope.']),
    ],
  };
}

/** Percent of the level after warming up. */
function slopePercent(samples: readonly SoakSample[]): number {
  const kept = settled(samples);
  const base = kept[0]?.rss ?? Number.NaN;
  return (slope(kept.map(({ hours, rss }) => [hours, rss] as const)) / base) * 100;
}

function heapSlope(samples: readonly SoakSample[]): number {
  return slope(settled(samples).map(({ hours, heap }) => [hours, heap / 1e6] as const));
}

function settled(samples: readonly SoakSample[]): readonly SoakSample[] {
  const until = (samples.at(-1)?.hours ?? 0) / 8;
  return samples.filter((sample) => sample.hours >= until);
}
