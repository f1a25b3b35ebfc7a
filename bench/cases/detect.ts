import { buildAutomaton } from '../../shared/detect/automaton.ts';
import { createDetector } from '../../shared/detect/detector.ts';
import type { Detector } from '../../shared/detect/types.ts';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { chatEvent, TEST_TIME } from '../../shared/testing/events.ts';
import { createHistogram, type Histogram } from '../report/histogram.ts';
import { median } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { blockedTerms, corpus } from '../support/corpus.ts';
import { hostileTexts } from '../support/hostile-texts.ts';

/** Detection alone: how long a message takes, what stays in memory, what the worst message costs. */
export const detectCase: BenchCase = {
  name: 'detect',
  title: 'Detection alone, one room, 10,000 blocked words',
  run,
};

const WORDS = 10_000;
const MESSAGES_A_SECOND = 50;
const say = corpus({ trouble: 0.005, people: 20_000 });

async function run(context: CaseContext): Promise<CaseResult> {
  const messages = context.option('messages', context.quick ? 60_000 : 1_000_000);
  const terms = blockedTerms(WORDS);
  const buildMs = timed(() => makeDetector(terms));
  const detector = makeDetector(terms);
  const own = createHistogram();
  const plain = createHistogram();
  const parse = createHistogram();
  const peers = { plain: plainPass(terms), parse: parsePass() };
  inspectMany(detector, 0, Math.min(20_000, messages / 4), createHistogram());
  const marks: { readonly n: number; readonly bytes: number }[] = [];
  const slices = 10;
  for (let slice = 0; slice < slices; slice += 1) {
    const from = 20_000 + Math.floor((slice * messages) / slices);
    const to = 20_000 + Math.floor(((slice + 1) * messages) / slices);
    inspectMany(detector, from, to, own);
    for (let n = from; n < to; n += 7) {
      peers.plain(say(n).text, plain);
      peers.parse(n, parse);
    }
    marks.push({ n: to, bytes: heapAfterGc() });
  }
  const worst = worstMessage(detector, context.quick ? 40 : 200);
  const growth = growthPerMillion(marks);
  const half = marks[marks.length >> 1];
  return {
    measures: [
      {
        what: 'mean',
        value: own.mean(),
        unit: 'µs',
        budget: { op: '<=', limit: 8 },
        peer: { what: 'plain automaton pass', value: plain.mean(), ratio: own.mean() / plain.mean() },
      },
      {
        what: 'p50',
        value: own.quantile(0.5),
        unit: 'µs',
        peer: { what: 'JSON.parse of its frame', value: parse.mean(), ratio: own.mean() / parse.mean() },
      },
      { what: 'p99', value: own.quantile(0.99), unit: 'µs', budget: { op: '<=', limit: 40 } },
      { what: 'p99.9', value: own.quantile(0.999), unit: 'µs' },
      { what: 'max', value: own.max(), unit: 'µs' },
      { what: `worst 512-character message: ${worst.name}`, value: worst.us, unit: 'µs' },
      { what: 'heap growth a million messages, second half', value: growth / 1e6, unit: 'MB' },
      { what: 'heap after the run', value: (marks.at(-1)?.bytes ?? 0) / 1e6, unit: 'MB' },
      { what: `building a detector with ${WORDS} words`, value: buildMs, unit: 'ms' },
    ],
    notes: [
      `${own.count()} messages of ${MESSAGES_A_SECOND} a second by 20,000 accounts, each timed alone; heap is what is left after a forced collection (half way ${((half?.bytes ?? 0) / 1e6).toFixed(1)} MB).`,
      `The detector says of itself: ${JSON.stringify(detector.stats())}.`,
    ],
  };
}

function makeDetector(terms: readonly string[]): Detector {
  return createDetector({
    roomId: 'room',
    budgetPerThousand: 3,
    memory: { hype: [], allowedPersons: [], allowedTexts: [] },
    blockedTerms: terms,
  });
}

function inspectMany(detector: Detector, from: number, to: number, into: Histogram): void {
  for (let n = from; n < to; n += 1) {
    const { user, text } = say(n);
    const event = messageOf(`${n}`, user, text, n);
    const start = performance.now();
    detector.inspect({ event });
    into.add((performance.now() - start) * 1_000);
  }
}

/** The dearest kind of message: the median of several goes, so that a collection of garbage is not its fault. */
function worstMessage(detector: Detector, goes: number): { readonly name: string; readonly us: number } {
  let worst = { name: '', us: 0 };
  let n = 10_000_000;
  for (const [name, make] of Object.entries(hostileTexts(512))) {
    const times = Array.from({ length: goes }, (_, go) => {
      n += 1;
      const event = messageOf(`${n}`, `w${n % 500}`, make(go), n);
      const start = performance.now();
      detector.inspect({ event });
      return (performance.now() - start) * 1_000;
    });
    const us = median(times);
    if (us > worst.us) worst = { name, us };
  }
  return worst;
}

function messageOf(key: string, user: string, text: string, n: number): LiveEvent {
  return chatEvent({ key, user, text, at: TEST_TIME + Math.floor((n * 1_000) / MESSAGES_A_SECOND), seq: n });
}

/** The least a word filter can do: one pass of an automaton over the characters as they are. */
function plainPass(terms: readonly string[]): (text: string, into: Histogram) => void {
  const automaton = buildAutomaton(terms.map((term, value) => ({ symbols: unitsOf(term), value })));
  const units = new Uint16Array(4_096);
  return (text, into) => {
    const start = performance.now();
    const length = Math.min(units.length, text.length);
    for (let at = 0; at < length; at += 1) units[at] = text.charCodeAt(at);
    automaton.scan(units, length, ignore);
    into.add((performance.now() - start) * 1_000);
  };
}

/** The least a client does at all: reading the frame in which a message comes. */
function parsePass(): (n: number, into: Histogram) => void {
  return (n, into) => {
    const { user, text } = say(n);
    const info = [
      [0, 1, 25, 16777215, 1772366400000, n, 0, 'a1b2c3d4', 0, 0, 0],
      text,
      [n, user, 0, 0, 0, 10000, 1, ''],
    ];
    const frame = JSON.stringify({
      cmd: 'DANMU_MSG',
      info: [...info, [21, '小满', '小满', n, 398668]],
      dm_v2: 'x'.repeat(160),
    });
    const start = performance.now();
    JSON.parse(frame);
    into.add((performance.now() - start) * 1_000);
  };
}

function ignore(): void {}

function unitsOf(text: string): readonly number[] {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

function growthPerMillion(marks: readonly { readonly n: number; readonly bytes: number }[]): number {
  const from = marks[marks.length >> 1];
  const to = marks.at(-1);
  if (from === undefined || to === undefined || to.n === from.n) return 0;
  return ((to.bytes - from.bytes) / (to.n - from.n)) * 1e6;
}

function heapAfterGc(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
