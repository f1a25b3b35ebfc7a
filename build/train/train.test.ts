import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStreams } from '../../shared/detect/streams.ts';
import { parseCsv } from './csv.ts';
import { DISGUISES, type Disguise, disguise } from './disguise.ts';
import { trainLogistic } from './logistic.ts';
import { bucketsOf } from './model.ts';
import { ABUSE } from './texts/abuse.ts';
import { seeded, speak } from './texts/grammar.ts';

it('reads quoted fields', () => {
  expect(parseCsv('a,"b,""c""\nd"\r\n1,2')).toEqual([
    ['a', 'b,"c"\nd'],
    ['1', '2'],
  ]);
});

it('says the same lines for the same seed, each once', () => {
  const lines = speak(ABUSE, 300, seeded(3));
  expect(speak(ABUSE, 300, seeded(3))).toEqual(lines);
  expect(new Set(lines).size).toBe(lines.length);
  expect(lines.some((line) => /[{}|]/.test(line))).toBe(false);
});

it('learns to tell two kinds apart, the same way for the same seed', () => {
  const examples = ['你好呀', '你好啊', '早上好', '晚上好', '滚出去', '滚蛋吧', '给我滚', '快滚啊'].map(
    (text, index) => ({
      buckets: bucketsOf(text),
      isPositive: index >= 4,
      weight: 1,
    }),
  );
  const options = { buckets: 2 ** 18, epochs: 10, rate: 0.3, decay: 0, seed: 1 };
  const model = trainLogistic(examples, options);
  const odds = (text: string): number =>
    bucketsOf(text).reduce((sum, bucket) => sum + (model.weights[bucket] ?? 0), model.bias);
  expect([odds('滚吧') > 0, odds('下午好') < 0]).toEqual([true, true]);
  expect(trainLogistic(examples, options).bias).toBe(model.bias);
});

describe('disguises', () => {
  const streams = createStreams();
  const squeezed = (text: string): string => {
    streams.read(text);
    return String.fromCharCode(...streams.squeezed.units.subarray(0, streams.squeezed.length));
  };
  const formats: readonly Disguise[] = ['zwsp', 'symbol', 'space', 'repeat', 'trad', 'width', 'latin'];

  it.each(formats)('%s is undone by folding', (kind) => {
    const random = seeded(5);
    for (const text of ['主播就是个废物啊', '你妈喊你吃饭', '退款退钱 abc']) {
      expect(squeezed(disguise(text, kind, 0.5, random))).toBe(squeezed(text));
    }
  });

  it('changes every text it can, and fails on none', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...DISGUISES),
        fc.string({ unit: 'grapheme', maxLength: 20 }),
        (kind, text) => {
          disguise(text, kind, 0.4, seeded(1));
          return true;
        },
      ),
    );
    const random = seeded(2);
    expect(
      DISGUISES.filter((kind) => disguise('给他妈的狗b说话', kind, 1, random) === '给他妈的狗b说话'),
    ).toEqual([]);
  });
});
