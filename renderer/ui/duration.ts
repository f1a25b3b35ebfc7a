import type { TFunction } from 'i18next';
import { durationParts } from '../logic/time.ts';

/** A duration in words: `10分`, `1h`, `永久`. Seconds; null is for good. */
export function durationName(t: TFunction, seconds: number | null): string {
  const { unit, n } = durationParts(seconds);
  return t(`common:duration.${unit}`, { n });
}
