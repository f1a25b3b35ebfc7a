/** The value below which a share (0..1) of the samples lies: nearest rank; NaN for none. */
export function percentile(samples: ArrayLike<number>, share: number): number {
  const sorted = Float64Array.from(samples).sort();
  if (sorted.length === 0) return Number.NaN;
  const rank = Math.min(sorted.length, Math.max(1, Math.ceil(share * sorted.length)));
  return sorted[rank - 1] ?? Number.NaN;
}

/** The middle sample; the mean of the two middle ones where their number is even. */
export function median(samples: ArrayLike<number>): number {
  const sorted = Float64Array.from(samples).sort();
  const half = sorted.length >> 1;
  if (sorted.length % 2 === 1) return sorted[half] ?? Number.NaN;
  return ((sorted[half - 1] ?? Number.NaN) + (sorted[half] ?? Number.NaN)) / 2;
}

export function mean(samples: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < samples.length; at += 1) sum += samples[at] ?? 0;
  return sum / samples.length;
}

/** Slope of the straight line of least squares through (x, y); 0 where it is not determined. */
export function slope(points: readonly (readonly [number, number])[]): number {
  const mx = mean(points.map(([x]) => x));
  const my = mean(points.map(([, y]) => y));
  let up = 0;
  let down = 0;
  for (const [x, y] of points) {
    up += (x - mx) * (y - my);
    down += (x - mx) ** 2;
  }
  return down === 0 ? 0 : up / down;
}

/** Three significant digits, as many as a measurement of this kind deserves. */
export function round3(value: number): number {
  return Number.isFinite(value) && value !== 0 ? Number(value.toPrecision(3)) : value;
}
