import { AD_BUCKETS, BUCKETS, featuresInto, MAX_FEATURES } from '../../shared/detect/features.ts';
import { createStreams } from '../../shared/detect/streams.ts';
import { bankQuestions, comments, type Labelled, sexism, tweets, written } from './corpora.ts';
import { DISGUISES, disguise, HELD_OUT } from './disguise.ts';
import { type Example, type Linear, trainLogistic } from './logistic.ts';
import { seeded } from './texts/grammar.ts';

const ALPHA = 0.03;
const streams = createStreams();
const buffer = new Int32Array(MAX_FEATURES);

/** The buckets of a text, each once. */
export function bucketsOf(text: string): Int32Array {
  streams.read(text);
  return Int32Array.from(new Set(buffer.subarray(0, featuresInto(streams, buffer))));
}

/** Trains every head and gives the source of `model.generated.ts`; the same seed gives the same text. */
export function generateModel(seed: number): { readonly source: string; readonly report: string } {
  const random = seeded(seed);
  const own = written(seed);
  const cold = comments();
  const sexist = sexism();
  const english = tweets();
  const practised = DISGUISES.filter((kind) => !HELD_OUT.includes(kind));
  const disguised = (text: string, by = random): string =>
    disguise(text, practised[Math.floor(by() * practised.length)] ?? 'space', 0.4, by);
  /** Both classes get a disguised copy, or odd characters would be read as abuse. */
  const doubled = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => [text, disguised(text)]);
  const scenic = seeded(seed + 1);
  const doubledScenes = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => [text, disguised(text, scenic)]);
  const sure = (texts: readonly string[], isPositive: boolean, weight = 1): readonly Example[] =>
    texts.map((text) => ({ buckets: bucketsOf(text), isPositive, weight }));
  const given = (list: readonly Labelled[], weight = 1): readonly Example[] =>
    list.map(({ text, isPositive }) => ({ buckets: bucketsOf(text), isPositive, weight }));
  const texts = (list: readonly Labelled[], isPositive: boolean): readonly string[] =>
    list.filter((each) => each.isPositive === isPositive).map((each) => each.text);
  const train = (examples: readonly Example[]): Linear =>
    trainLogistic(examples, { buckets: BUCKETS, epochs: 3, rate: 0.3, decay: 1e-6, seed });
  const SUMMED = { epochs: 3, rate: 0.02, decay: 1e-6, seed, isSummed: true, dropped: 0.4 };
  const trainSummed = (examples: readonly Example[]): Linear =>
    trainLogistic(examples, { ...SUMMED, epochs: 4, buckets: BUCKETS });

  const positives = [
    ...texts(cold, true),
    ...texts(sexist, true),
    ...texts(english, true),
    ...doubled(own.abuse),
    ...own.prejudice,
  ];
  const negatives = [
    ...texts(cold, false),
    ...texts(sexist, false),
    ...texts(english, false),
    ...own.fair,
    ...own.counter,
    ...doubled(own.ordinary),
    ...own.harmless,
  ];
  const calm = [
    ...own.ordinary,
    ...own.harmless,
    ...own.attention,
    ...own.fair,
    ...own.counter.slice(0, 1500),
    ...texts(cold, false).slice(0, 6000),
  ];
  /** What people really wrote, whole and in clauses as short as chat: neither disputes nor appeals. */
  const natural = [
    ...texts(cold, false).slice(6000),
    ...texts(cold, true).slice(0, 8000),
    ...texts(sexist, false),
    ...texts(english, false),
    ...texts(english, true),
    ...clausesOf(
      [...texts(cold, false), ...texts(sexist, false), ...texts(cold, true)],
      30_000,
      /[\s\p{P}]+/u,
      24,
    ),
    ...clausesOf(texts(english, false), 8000, /\p{P}+/u, 60),
  ];
  const heads = [
    { name: 'hostile', ...frequencies(positives) },
    { name: 'plain', ...frequencies(negatives) },
    {
      name: 'comment',
      ...train([
        ...given(cold),
        ...given(
          cold.map((each) => ({ ...each, text: disguised(each.text) })),
          0.5,
        ),
        ...given(sexist, 0.3),
        ...sure(own.fair, false),
        ...sure(own.counter, false),
        ...sure(own.prejudice, true),
      ]),
    },
    {
      name: 'dispute',
      ...trainSummed([
        ...sure(doubled(own.dispute), true),
        ...sure(doubledScenes(own.disputeScene), true),
        ...given(bankQuestions(), 0.5),
        ...sure(
          [...doubled(calm), ...own.notAds, ...own.ad, ...own.appeal, ...own.abuse.slice(0, 6000)],
          false,
        ),
        ...sure([...natural, ...doubledScenes(own.nearMiss), ...own.appealScene], false),
      ]),
    },
    {
      name: 'appeal',
      ...trainSummed([
        ...sure(doubled(own.appeal), true),
        ...sure(doubledScenes(own.appealScene), true),
        ...sure(
          [...doubled(calm), ...own.notAds, ...own.dispute, ...own.ad, ...own.abuse.slice(0, 6000)],
          false,
        ),
        ...sure([...natural, ...doubledScenes(own.nearMiss), ...own.disputeScene], false),
      ]),
    },
  ];
  const sells = {
    name: 'ad',
    ...trainLogistic(
      [
        ...sure(doubled(own.ad), true),
        ...sure(
          [
            ...doubled(calm),
            ...doubled(own.notAds),
            ...own.dispute,
            ...own.appeal,
            ...own.abuse.slice(0, 6000),
          ],
          false,
        ),
      ].map((example) => ({ ...example, buckets: narrowed(example.buckets) })),
      { ...SUMMED, buckets: AD_BUCKETS },
    ),
  };
  return {
    source: sourceOf(heads, sells),
    report: [...heads, sells].map((head) => `${head.name}: ${rangeOf(head.weights)}`).join('\n'),
  };
}

/** Different clauses of texts, of a length as said in a chat, at most `longest`; the first so many. */
function clausesOf(
  list: readonly string[],
  count: number,
  between: RegExp,
  longest: number,
): readonly string[] {
  const clauses = new Set<string>();
  for (const text of list) {
    for (const part of text.split(between)) {
      const clause = part.trim();
      if (clause.length >= 3 && clause.length <= longest) clauses.add(clause);
    }
    if (clauses.size >= count) break;
  }
  return [...clauses].slice(0, count);
}

/** Buckets of the smaller table, each once. */
function narrowed(buckets: Int32Array): Int32Array {
  return Int32Array.from(new Set(buckets.map((bucket) => bucket & (AD_BUCKETS - 1))));
}

/** Log of how often each bucket stands in some texts, smoothed; `bias` is how many buckets were counted. */
function frequencies(list: readonly string[]): Linear {
  const counts = new Float64Array(BUCKETS);
  let total = 0;
  for (const text of list) {
    const buckets = bucketsOf(text);
    for (const bucket of buckets) counts[bucket] = (counts[bucket] ?? 0) + 1;
    total += buckets.length;
  }
  const rest = Math.log(total + ALPHA * BUCKETS);
  return { weights: Float32Array.from(counts, (count) => Math.log(count + ALPHA) - rest), bias: total };
}

function rangeOf(weights: Float32Array): string {
  let low = Infinity;
  let high = -Infinity;
  for (const weight of weights) {
    low = Math.min(low, weight);
    high = Math.max(high, weight);
  }
  return `${low.toFixed(2)} to ${high.toFixed(2)}`;
}

type Named = Linear & { readonly name: string };

/** The file: weights as bytes, the heads of a bucket side by side, the smaller head after them. */
function sourceOf(heads: readonly Named[], ad: Named): string {
  const wide = packed(heads, BUCKETS);
  const narrow = packed([ad], AD_BUCKETS);
  return [
    '// Written by `npm run train`; do not edit. Data, licences and limits: docs/model-card.md\n',
    '/** What a byte of each head means: `(byte - 128) * scale + offset`. */\n',
    `export const MODEL_HEADS = [\n${wide.metas}] as const;\n`,
    '/** Bytes of all heads, bucket by bucket, base64. */\n',
    `export const MODEL_BYTES =\n  '${wide.bytes}';\n`,
    '/** The head of advertisements has fewer buckets. */\n',
    `export const AD_HEAD = [\n${narrow.metas}] as const;\n`,
    `export const AD_BYTES =\n  '${narrow.bytes}';\n`,
  ].join('');
}

function packed(
  heads: readonly Named[],
  buckets: number,
): { readonly metas: string; readonly bytes: string } {
  const bytes = Buffer.alloc(buckets * heads.length);
  const metas = heads.map((head, index) => {
    let low = Infinity;
    let high = -Infinity;
    for (const weight of head.weights) {
      low = Math.min(low, weight);
      high = Math.max(high, weight);
    }
    // Zero must stay zero in a trained head; a frequency has no zero.
    const isTrained = low < 0 && high > 0;
    const offset = isTrained ? 0 : (low + high) / 2;
    const scale = (isTrained ? Math.max(-low, high) : (high - low) / 2) / 127;
    head.weights.forEach((weight, bucket) => {
      bytes[bucket * heads.length + index] = Math.round((weight - offset) / scale) + 128;
    });
    return `  { name: '${head.name}', scale: ${scale}, offset: ${offset}, bias: ${head.bias} },\n`;
  });
  return { metas: metas.join(''), bytes: bytes.toString('base64') };
}
