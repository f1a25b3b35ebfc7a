import { join } from 'node:path';
import type { Store } from '../../main/store/store.ts';
import type { DeskFrame } from '../../shared/api/views.ts';
import { percentile } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult, Measure } from '../report/types.ts';
import { openBenchCore } from '../support/bench-core.ts';
import { numberOf } from '../support/corpus.ts';
import { type FeederReport, feedIn } from '../support/feed-in.ts';
import { inlineStore } from '../support/inline-store.ts';

/** From the scheduled arrival of a line at the socket to its flag in a frame of the desk feed, in an open loop. */
export const flagLatencyCase: BenchCase = {
  name: 'flag-latency',
  title: 'Socket in → flag out of the core, open loop',
  run,
};

const RATES = [
  { rate: 1_000, budget: 5, trouble: 0.05 },
  { rate: 5_000, budget: 5, trouble: 0.02 },
  { rate: 20_000, budget: 10, trouble: 0.005 },
] as const;
const ROOMS = 20;

interface Latencies {
  /** From a message to the first frame with the flag it raised. */
  readonly ms: readonly number[];
  /** From a message to the frame in which its flag, out already, had grown by it. */
  readonly grown: readonly number[];
  readonly feeder: FeederReport;
  readonly stored: number;
}

async function run(context: CaseContext): Promise<CaseResult> {
  const seconds = context.option('seconds', context.quick ? 2 : 15);
  const measures: Measure[] = [];
  const notes: string[] = [
    'Latency counts from the schedule, so the feeder’s own lateness is part of it. Flags are shown after their commit, which is part of it too.',
    'A flag that is out and only grows is told at most five times a second (main/core/push/desk-feed.ts), so growth is told apart.',
  ];
  for (const each of RATES) {
    context.say(`${each.rate} events/s`);
    const threads = await measure(context, each, seconds, undefined);
    const inlineDir = join(context.dir, `inline-${each.rate}`);
    const inline =
      context.quick && each.rate !== 5_000
        ? undefined
        : await measure(context, each, Math.min(seconds, 6), inlineStore(inlineDir, Date.now()));
    const p99 = percentile(threads.ms, 0.99);
    const inlineP99 = inline === undefined ? undefined : percentile(inline.ms, 0.99);
    const at = `at ${each.rate.toLocaleString('en')} events/s`;
    measures.push(
      { what: `p50 ${at}`, value: percentile(threads.ms, 0.5), unit: 'ms' },
      {
        what: `p99 ${at}`,
        value: p99,
        unit: 'ms',
        budget: { op: '<=', limit: each.budget },
        ...(inlineP99 === undefined
          ? {}
          : { peer: { what: 'store inline', value: inlineP99, ratio: p99 / inlineP99 } }),
      },
      { what: `max ${at}`, value: percentile(threads.ms, 1), unit: 'ms' },
    );
    if (threads.grown.length > 0)
      measures.push({
        what: `flag out already, its growth, p99 ${at}`,
        value: percentile(threads.grown, 0.99),
        unit: 'ms',
      });
    notes.push(
      `${at}: ${threads.ms.length} new flags; the feeder was at most ${threads.feeder.worstMs.toFixed(1)} ms late, ${threads.feeder.lateSteps} steps over 2 ms, and blocked ${threads.feeder.blocked} times; ${threads.stored} of ${threads.feeder.total} events stored.`,
    );
  }
  return { measures, notes };
}

async function measure(
  context: CaseContext,
  spec: { readonly rate: number; readonly trouble: number },
  seconds: number,
  store: Store | undefined,
): Promise<Latencies> {
  const dir = join(context.dir, `at-${spec.rate}-${store === undefined ? 'threads' : 'inline'}`);
  const rooms = Array.from({ length: ROOMS }, (_, index) => `r${index}`);
  const bench = await openBenchCore({ dir, rooms, ...(store === undefined ? {} : { store }) });
  const warm = spec.rate * Math.min(1, seconds / 3);
  const shown = new Set<string>();
  const seen = new Set<string>();
  const ms: number[] = [];
  const grown: number[] = [];
  let start = 0n;
  const take = (frame: DeskFrame): void => {
    const at = process.hrtime.bigint();
    if (frame.kind !== 'batch') return;
    for (const change of frame.changes) {
      if (change.kind !== 'flag') continue;
      const { id, evidence } = change.flag;
      const fresh = evidence.filter((each) => !seen.has(each.eventId));
      for (const each of fresh) seen.add(each.eventId);
      const numbers = fresh.flatMap(({ messageId = '' }) => numberOf(messageId) ?? []);
      const into = shown.has(id) ? grown : ms;
      // The newest raised the flag; what is told of later messages is growth, each of them.
      const told = shown.has(id) ? numbers : numbers.slice(-1);
      shown.add(id);
      for (const n of told) if (n >= warm) into.push(Number(at - start) / 1e6 - (n * 1_000) / spec.rate);
    }
  };
  const page = new AbortController();
  const frames = await bench.client.feeds.desk({}, { signal: page.signal });
  const watch = (async () => {
    for await (const frame of frames) take(frame);
  })().catch(() => undefined);
  const feeder = await feedIn({ ...spec, seconds, rooms: ROOMS }, bench.emit, (at) => {
    start = at;
  });
  await Promise.race([bench.stored(feeder.total), new Promise((done) => setTimeout(done, 10_000))]);
  const stored = bench.core.services.push.gauges().storedEvents;
  page.abort();
  await watch;
  await bench.close();
  return { ms, grown, feeder, stored };
}
