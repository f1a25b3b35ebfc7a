import type { TFunction } from 'i18next';
import { durationParts } from '../logic/time.ts';

/** A duration in words: `10分`, `1h`, `永久`. Seconds; null is for good. */
export function durationName(t: TFunction, seconds: number | null): string {
  const { unit, n } = durationParts(seconds);
  return t(`common:duration.${unit}`, { n });
}

/** What an action's number means: a mode's new value (`off`, `on`, `30s`), else how long it lasts. */
export function amountName(t: TFunction, action: string | undefined, amount: number | null): string {
  if (action !== 'slow_mode' && action !== 'room_mute') return durationName(t, amount);
  if (amount === null || amount === 0) return t('workbench:mode.off');
  return amount === 1 ? t('workbench:mode.on') : durationName(t, amount);
}
