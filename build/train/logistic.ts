import { seeded } from './texts/grammar.ts';

/** One example: its buckets (each once), whether it is positive, and how much it counts. */
export interface Example {
  readonly buckets: Int32Array;
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface Linear {
  readonly weights: Float32Array;
  readonly bias: number;
}

/**
 * Logistic regression by AdaGrad on binary features: of unit length, or, `isSummed`, as they are, so that more
 * evidence weighs more. `dropped` is the part of an example's features left out each time it is seen, so that
 * no single phrase carries a meaning alone. The same seed gives the same weights.
 */
export function trainLogistic(
  examples: readonly Example[],
  options: {
    readonly buckets: number;
    readonly epochs: number;
    readonly rate: number;
    readonly decay: number;
    readonly seed: number;
    readonly isSummed?: boolean;
    /** 0..1; default 0. */
    readonly dropped?: number;
  },
): Linear {
  const { rate, decay, dropped = 0, isSummed = false } = options;
  const weights = new Float32Array(options.buckets);
  const squares = new Float32Array(options.buckets).fill(0.01);
  const random = seeded(options.seed);
  const order = examples.map((_, index) => index);
  let bias = 0;
  let biasSquares = 1;
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, random);
    for (const index of order) {
      const example = examples[index];
      if (example === undefined) continue;
      const buckets = dropped === 0 ? example.buckets : example.buckets.filter(() => random() >= dropped);
      const scale = isSummed ? 1 : 1 / Math.sqrt(buckets.length + 1);
      let odds = bias;
      for (const bucket of buckets) odds += (weights[bucket] ?? 0) * scale;
      const miss = (1 / (1 + Math.exp(-odds)) - (example.isPositive ? 1 : 0)) * example.weight;
      for (const bucket of buckets) {
        const weight = weights[bucket] ?? 0;
        const gradient = miss * scale + decay * weight;
        const square = (squares[bucket] ?? 0) + gradient * gradient;
        squares[bucket] = square;
        weights[bucket] = weight - (rate * gradient) / Math.sqrt(square);
      }
      biasSquares += miss * miss;
      bias -= (rate * miss) / Math.sqrt(biasSquares);
    }
  }
  return { weights, bias };
}

function shuffle(order: number[], random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
}
