import { createRe2Engine } from '../../main/core/rules/re2.ts';
import { createDetector } from '../../shared/detect/detector.ts';
import { createStreams } from '../../shared/detect/streams.ts';
import { makeBenchRules } from '../../shared/rules/bench-rules.ts';
import { compileProgram } from '../../shared/rules/program.ts';
import type { Program } from '../../shared/rules/program-types.ts';
import { createRunner } from '../../shared/rules/run.ts';
import { createWindows } from '../../shared/rules/windows.ts';
import { chatEvent, TEST_TIME } from '../../shared/testing/events.ts';
import { createHistogram, type Histogram } from '../report/histogram.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { corpus } from '../support/corpus.ts';
import { hostileTexts } from '../support/hostile-texts.ts';

/** Own rules alone: what fifty of them add to a message, and what the worst message costs. */
export const rulesCase: BenchCase = {
  name: 'rules',
  title: 'Fifty own rules, one room, 10,000 words in ten lists',
  run,
};

const RULES = 50;
const WORDS = 10_000;
const SLICE = 200;
const say = corpus({ trouble: 0.005, people: 20_000 });
const FACTS = { messages: 5, totals: [], disputes: 0, sanctions: 0, firstSeenAt: 1 };
const engine = createRe2Engine();

async function run(context: CaseContext): Promise<CaseResult> {
  const messages = context.option('messages', context.quick ? 40_000 : 400_000);
  const began = performance.now();
  const fifty = program(RULES);
  const buildMs = performance.now() - began;
  const own = createHistogram();
  const few = createHistogram();
  const detection = createHistogram();
  const sides = [
    { look: looker(fifty), into: own },
    { look: looker(program(RULES / 10)), into: few },
    { look: detector(), into: detection },
  ];
  for (let from = 0; from < messages; from += SLICE)
    for (const { look, into } of sides) sliceOf(look, from, into, from < messages / 8);
  const worst = worstOf(looker(fifty));
  return {
    measures: [
      {
        what: `${RULES} rules, mean a message (CPU)`,
        value: own.mean(),
        unit: 'µs',
        budget: { op: '<=', limit: 6 },
        peer: { what: 'built-in detection', value: detection.mean(), ratio: own.mean() / detection.mean() },
      },
      {
        what: `${RULES / 10} rules, mean a message (CPU)`,
        value: few.mean(),
        unit: 'µs',
        peer: { what: `${RULES} rules`, value: own.mean(), ratio: few.mean() / own.mean() },
      },
      { what: `worst 1,024-character message: ${worst.name}`, value: worst.us, unit: 'µs' },
      { what: `compiling ${RULES} rules with ${WORDS} words`, value: buildMs, unit: 'ms' },
    ],
    notes: [
      `${messages} messages; CPU time of slices of ${SLICE} messages, so that a busy machine counts less.`,
      'Half of the rules name a list, a fifth have patterns, the rest count, score and combine (`makeBenchRules`).',
    ],
  };
}

function program(count: number): Program {
  const { rules, lists } = makeBenchRules(7, count, WORDS);
  const sources = rules.map(({ id, definition }) => ({
    ruleId: id,
    version: 1,
    mode: 'live' as const,
    definition,
  }));
  return compileProgram(sources, (id) => lists.find((list) => list.id === id), engine);
}

type Look = (text: string, user: string, n: number) => number;

function looker(rules: Program): Look {
  const runner = createRunner({ streams: createStreams(), engine, isAllowed: () => false });
  const windows = createWindows();
  const room = { modes: { live: true } };
  return (text, user, n) => {
    const event = chatEvent({ key: `${n}`, user, text, at: TEST_TIME + n * 20 });
    return runner.run(rules, windows, { event, verdicts: [], facts: FACTS, room }, false).verdicts.length;
  };
}

function detector(): Look {
  const memory = { hype: [], allowedPersons: [], allowedTexts: [] };
  const made = createDetector({ roomId: 'bench', budgetPerThousand: 3, memory });
  return (text, user, n) =>
    made.inspect({ event: chatEvent({ key: `${n}`, user, text, at: TEST_TIME + n * 20 }), person: FACTS })
      .length;
}

/** Looks at a slice of the corpus; what it takes a message is added unless it only warms up. */
function sliceOf(look: Look, from: number, into: Histogram, isWarmUp: boolean): void {
  const said = Array.from({ length: SLICE }, (_, at) => say(from + at));
  const before = engine.computed();
  for (const { text, user, n } of said) look(text, user, n);
  if (!isWarmUp) into.add(((engine.computed() - before) * 1_000) / SLICE);
}

function worstOf(look: Look): { readonly name: string; readonly us: number } {
  let n = 10_000_000;
  const timed = Object.entries(hostileTexts(1_024)).map(([name, make]) => {
    const texts = Array.from({ length: 50 }, (_, go) => make(go));
    const before = engine.computed();
    for (const text of texts) {
      n += 1;
      look(text, `h${n}`, n);
    }
    return { name, us: ((engine.computed() - before) * 1_000) / texts.length };
  });
  return timed.reduce((worst, each) => (each.us > worst.us ? each : worst));
}
