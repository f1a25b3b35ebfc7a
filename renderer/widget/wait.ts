import type { ViewerStatus } from '../../shared/support/views.ts';
import { fill, type Words } from './words.ts';

/** Place in line and the honest wait, as one line; nothing where she does not wait, or nobody works now. */
export function waitLine(status: ViewerStatus, words: Words): string | null {
  if (status.state !== 'queued' || status.estimate === undefined || !status.isOpenNow) return null;
  const { place, lowMs, highMs } = status.estimate;
  const line = place <= 1 ? words.next : fill(words.ahead, { n: place - 1 });
  return `${line} · ${waitWords(lowMs, highMs, words)}`;
}

function waitWords(lowMs: number | undefined, highMs: number | undefined, words: Words): string {
  if (lowMs === undefined || highMs === undefined) return words.waitUnknown;
  const low = Math.max(0, Math.floor(lowMs / 60_000));
  const high = Math.max(1, Math.ceil(highMs / 60_000));
  if (high <= 1) return words.waitSoon;
  return low > 0 && low + 1 >= high
    ? fill(words.waitAbout, { n: high })
    : fill(words.waitRange, { low, high });
}
