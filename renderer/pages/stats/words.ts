import type { Mean, Share } from '../../../shared/support/views.ts';

/** A time span in the largest unit that says enough: `42 s`, `1:20`, `2:05:00`. A dash where there is none. */
export function spanText(ms: number | undefined): string {
  if (ms === undefined) return '—';
  const total = Math.round(ms / 1_000);
  if (total < 60) return `${total} s`;
  const [hours, minutes, seconds] = [Math.floor(total / 3_600), Math.floor(total / 60) % 60, total % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${minutes}:${two(seconds)}`;
}

/** `86%` */
export function percent(share: number | undefined): string {
  return share === undefined ? '—' : `${Math.round(share * 100)}%`;
}

/** `78–92%` */
export function shareInterval(share: Share): string {
  return share.low === undefined || share.high === undefined
    ? ''
    : `${Math.round(share.low * 100)}–${Math.round(share.high * 100)}%`;
}

/** `4.1–4.7` */
export function meanInterval(mean: Mean): string {
  // Of one score nothing can be said.
  return mean.low === undefined || mean.high === undefined || mean.count < 2
    ? ''
    : `${mean.low.toFixed(1)}–${mean.high.toFixed(1)}`;
}

/** How a figure moved: a sign, or nothing where one is missing or they are the same. */
export function change(
  now: number | undefined,
  then: number | undefined,
): { readonly sign: '▲' | '▼'; readonly share: number } | null {
  if (now === undefined || then === undefined || then === 0 || now === then) return null;
  return { sign: now > then ? '▲' : '▼', share: Math.abs(now - then) / then };
}
