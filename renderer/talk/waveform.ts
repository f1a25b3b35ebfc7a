/** Bars drawn for a clip, at most 64 by the protocol. */
export const BARS = 40;

/** Loudness samples (0..1, any number) as `count` bars of 0..100; each bar is the loudest of its stretch. */
export function toBars(samples: readonly number[], count: number = BARS): readonly number[] {
  if (samples.length === 0) return [];
  const peak = Math.max(...samples, 0.05);
  const bars = Math.min(count, samples.length);
  return Array.from({ length: bars }, (_, index) => {
    const from = Math.floor((index * samples.length) / bars);
    const to = Math.max(from + 1, Math.floor(((index + 1) * samples.length) / bars));
    const loudest = Math.max(...samples.slice(from, to));
    return Math.round(Math.min(1, Math.max(0, loudest / peak)) * 100);
  });
}

/** Loudness of one frame of a recording: root mean square of bytes around 128, as 0..1. */
export function loudness(bytes: Uint8Array): number {
  if (bytes.length === 0) return 0;
  let sum = 0;
  for (const byte of bytes) sum += ((byte - 128) / 128) ** 2;
  return Math.min(1, Math.sqrt(sum / bytes.length) * 2.5);
}

/** `0:09` */
export function clipTime(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1_000));
  return `${Math.floor(total / 60)}:${String(total % 60).padStart(2, '0')}`;
}
