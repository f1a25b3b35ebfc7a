import { join } from 'node:path';
import { openSqliteStore } from '../../main/store/sqlite-store.ts';
import type { StoredEvent } from '../../main/store/store.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { counter, createDecoder, type Decoder } from '../../shared/formats/index.ts';
import { makeBenchRules } from '../../shared/rules/bench-rules.ts';
import { median } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { must, openBenchCore } from '../support/bench-core.ts';
import { blockedTerms, corpus, ircLine } from '../support/corpus.ts';
import { letRulesLive } from '../support/live-rules.ts';

/** Decode → detect → store → push through the real core, against a bare decode-and-insert into the same schema. */
export const pipelineCase: BenchCase = {
  name: 'pipeline',
  title: 'Decode → detect → store → push, against decode-and-insert into the same schema',
  run,
};

const ROOMS = 20;
const CHUNK = 50;
const BATCH = 500;
const WORDS = 10_000;
const RULES = 50;
const START = 1_772_366_400_000;

interface Road {
  readonly eventsPerSecond: number;
  /** CPU of all threads, µs an event. */
  readonly cpuUs: number;
  readonly flags: number;
}

async function run(context: CaseContext): Promise<CaseResult> {
  const events = context.option('events', context.quick ? 16_000 : 150_000);
  const times = context.option('runs', context.quick ? 1 : 3);
  const chunks = makeChunks(events);
  await whole(join(context.dir, 'warm'), chunks.slice(0, Math.ceil(chunks.length / 10)), RULES);
  const full: Road[] = [];
  const bare: Road[] = [];
  const free: Road[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    context.say(`run ${turn + 1} of ${times}, ${events} events`);
    bare.push(await plain(join(context.dir, `bare-${turn}`), chunks));
    full.push(await whole(join(context.dir, `full-${turn}`), chunks, RULES));
    free.push(await whole(join(context.dir, `free-${turn}`), chunks, 0));
  }
  const fullCpu = median(full.map((road) => road.cpuUs));
  const bareCpu = median(bare.map((road) => road.cpuUs));
  const wall = median(full.map((road) => road.eventsPerSecond));
  const bareWall = median(bare.map((road) => road.eventsPerSecond));
  return {
    measures: [
      {
        what: 'events/s per core (CPU of all threads), of bare',
        value: 1e6 / fullCpu,
        unit: 'events/s',
        peer: { what: 'bare', value: 1e6 / bareCpu, ratio: bareCpu / fullCpu },
      },
      {
        what: 'share of bare',
        value: bareCpu / fullCpu,
        unit: '',
        budget: { op: '>=', limit: 0.7 },
      },
      {
        what: 'sustained, wall clock',
        value: wall,
        unit: 'events/s',
        budget: { op: '>=', limit: 12_000 },
        peer: { what: 'bare', value: bareWall, ratio: wall / bareWall },
      },
      {
        what: 'CPU an event',
        value: fullCpu,
        unit: 'µs',
        peer: { what: 'bare', value: bareCpu, ratio: fullCpu / bareCpu },
      },
    ],
    notes: [
      `${events} Twitch lines in ${ROOMS} rooms, ${WORDS} blocked words in each, ${RULES} live rules of the hub's own with another 5,000 words, one feed of chat and one of the desk, ${full.at(-1)?.flags ?? 0} flags; medians of ${times}, interleaved.`,
      `Without the rules: CPU an event ${median(free.map((road) => road.cpuUs)).toFixed(1)} µs, share of bare ${(bareCpu / median(free.map((road) => road.cpuUs))).toFixed(3)}.`,
    ],
  };
}

/** Chunks of lines, room after room, as sockets hand them over. */
function makeChunks(events: number): readonly string[] {
  const say = corpus({ trouble: 0.002, people: 5_000 });
  return Array.from({ length: Math.ceil(events / CHUNK) }, (_, chunk) => {
    let text = '';
    for (let n = chunk * CHUNK; n < (chunk + 1) * CHUNK; n += 1)
      text += ircLine(say(n), `r${chunk % ROOMS}`, START + n);
    return text;
  });
}

function decoders(now: () => number): readonly Decoder[] {
  return Array.from({ length: ROOMS }, (_, index) =>
    createDecoder('twitch-irc', {
      roomId: `r${index}`,
      source: 'bench',
      session: 'bench',
      historical: false,
      now,
      nextSeq: counter(),
    }),
  );
}

function decode(decoder: Decoder | undefined, chunk: string): readonly LiveEvent[] {
  return (decoder?.push(chunk) ?? []).flatMap((each) => ('event' in each ? [each.event] : []));
}

async function whole(dir: string, chunks: readonly string[], rules: number): Promise<Road> {
  const rooms = Array.from({ length: ROOMS }, (_, index) => `r${index}`);
  const bench = await openBenchCore({ dir, rooms, blockedTerms: blockedTerms(WORDS) });
  if (rules > 0) await letRulesLive(bench.core, makeBenchRules(5, rules));
  const reading = decoders(Date.now);
  const pages = new AbortController();
  const watch = Promise.all([
    drain(await bench.client.feeds.chat({ roomId: 'r0' }, { signal: pages.signal })),
    drain(await bench.client.feeds.desk({}, { signal: pages.signal })),
  ]);
  const total = chunks.length * CHUNK;
  const before = bench.core.services.push.gauges().storedEvents;
  const measured = await timed(total, async () => {
    for (const [at, chunk] of chunks.entries())
      await bench.emit(`r${at % ROOMS}`, decode(reading[at % ROOMS], chunk));
    await bench.stored(before + total);
  });
  const flags = bench.core.services.desk.flags.size;
  pages.abort();
  await watch;
  await bench.close();
  return { ...measured, flags };
}

async function plain(dir: string, chunks: readonly string[]): Promise<Road> {
  const store = must(await openSqliteStore({ dir, clock: { now: Date.now } }));
  const reading = decoders(Date.now);
  const offsets = new Array<number>(ROOMS).fill(0);
  const measured = await timed(chunks.length * CHUNK, async () => {
    let rows: StoredEvent[] = [];
    let flying: Promise<unknown>[] = [];
    for (const [at, chunk] of chunks.entries()) {
      const room = at % ROOMS;
      for (const event of decode(reading[room], chunk)) {
        offsets[room] = (offsets[room] ?? 0) + 1;
        rows.push({ offset: offsets[room] ?? 0, event, verdicts: [] });
      }
      if (rows.length < BATCH) continue;
      flying.push(store.write([{ op: 'events', rows }]));
      rows = [];
      if (flying.length >= 3) {
        await flying[0];
        flying = flying.slice(1);
      }
    }
    await store.write([{ op: 'events', rows }]);
    await Promise.all(flying);
  });
  await store.close();
  return { ...measured, flags: 0 };
}

async function timed(
  events: number,
  work: () => Promise<void>,
): Promise<Pick<Road, 'cpuUs' | 'eventsPerSecond'>> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const used = process.cpuUsage(cpu);
  return { eventsPerSecond: events / seconds, cpuUs: (used.user + used.system) / events };
}

async function drain(frames: AsyncIterable<unknown> | AsyncIterator<unknown>): Promise<void> {
  const iterator = Symbol.asyncIterator in frames ? frames[Symbol.asyncIterator]() : frames;
  try {
    for (;;) if ((await iterator.next()).done === true) return;
  } catch {
    // The page went away.
  }
}
