import { BUCKETS, featuresInto, MAX_FEATURES } from '../../shared/detect/features.ts';
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
  const disguised = (text: string): string =>
    disguise(text, practised[Math.floor(random() * practised.length)] ?? 'space', 0.4, random);
  /** Both classes get a disguised copy, or odd characters would be read as abuse. */
  const doubled = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => [text, disguised(text)]);
  const sure = (texts: readonly string[], isPositive: boolean, weight = 1): readonly Example[] =>
    texts.map((text) => ({ buckets: bucketsOf(text), isPositive, weight }));
  const given = (list: readonly Labelled[], weight = 1): readonly Example[] =>
    list.map(({ text, isPositive }) => ({ buckets: bucketsOf(text), isPositive, weight }));
  const texts = (list: readonly Labelled[], isPositive: boolean): readonly string[] =>
    list.filter((each) => each.isPositive === isPositive).map((each) => each.text);
  const train = (examples: readonly Example[], epochs = 3, decay = 1e-6): Linear =>
    trainLogistic(examples, { buckets: BUCKETS, epochs, rate: 0.3, decay, seed });

  const positives = [
    ...texts(cold, true),
    ...texts(sexist, true),
    ...texts(english, true),
    ...doubled(own.abuse),
  ];
  const negatives = [
    ...texts(cold, false),
    ...texts(sexist, false),
    ...texts(english, false),
    ...own.fair,
    ...doubled(own.ordinary),
    ...own.harmless,
  ];
  const calm = [...own.ordinary, ...own.harmless, ...own.fair, ...texts(cold, false).slice(0, 6000)];
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
      ]),
    },
    {
      name: 'dispute',
      ...train([
        ...sure(doubled(own.dispute), true),
        ...given(bankQuestions(), 0.5),
        ...sure(
          [...doubled(calm), ...doubled(own.harmless), ...own.ad, ...own.appeal, ...own.abuse.slice(0, 6000)],
          false,
        ),
      ]),
    },
    {
      name: 'appeal',
      ...train([
        ...sure(doubled(own.appeal), true),
        ...sure([...doubled(calm), ...own.dispute, ...own.ad, ...own.abuse.slice(0, 6000)], false),
      ]),
    },
  ];
  return {
    source: sourceOf(heads),
    report: heads.map((head) => `${head.name}: ${rangeOf(head.weights)}`).join('\n'),
  };
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

/** Weights as bytes, the heads of a bucket side by side: `value = (byte - 128) * scale + offset`. */
function sourceOf(heads: readonly (Linear & { readonly name: string })[]): string {
  const bytes = Buffer.alloc(BUCKETS * heads.length);
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
  return [
    '// Written by `npm run train`; do not edit. Data, licences and limits: docs/model-card.md\n',
    '/** What a byte of each head means: `(byte - 128) * scale + offset`. */\n',
    `export const MODEL_HEADS = [\n${metas.join('')}] as const;\n`,
    '/** Bytes of all heads, bucket by bucket, base64. */\n',
    `export const MODEL_BYTES =\n  '${bytes.toString('base64')}';\n`,
  ].join('');
}
