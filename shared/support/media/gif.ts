import { ok, type Result } from '../../domain/result.ts';
import { broken, join, startsWith, u16le } from './bytes.ts';
import type { Media } from './media.ts';

const MAX_FRAMES = 500;

/** Walks the blocks (GIF89a); comments, plain text and unknown applications go, looping stays. */
export function cleanGif(bytes: Uint8Array): Result<Media> {
  const width = u16le(bytes, 6);
  const height = u16le(bytes, 8);
  const flags = bytes[10] ?? 0;
  let at = 13 + ((flags & 0x80) !== 0 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const parts: Uint8Array[] = [bytes.subarray(0, at)];
  let frames = 0;
  while (at < bytes.length) {
    const kind = bytes[at];
    if (kind === 0x3b) {
      parts.push(bytes.subarray(at, at + 1));
      return frames === 0
        ? broken('GIF: no picture')
        : ok({ kind: 'picture', mime: 'image/gif', bytes: join(parts), width, height });
    }
    let end: number;
    let isKept = true;
    if (kind === 0x21) {
      const label = bytes[at + 1];
      isKept = label === 0xf9 || (label === 0xff && startsWith(bytes, 'NETSCAPE2.0', at + 3));
      end = endOfBlocks(bytes, at + 2);
    } else if (kind === 0x2c) {
      frames += 1;
      if (frames > MAX_FRAMES) return broken('GIF: too many frames');
      if (
        u16le(bytes, at + 1) + u16le(bytes, at + 5) > width ||
        u16le(bytes, at + 3) + u16le(bytes, at + 7) > height
      )
        return broken('GIF: frame outside the picture');
      const local = bytes[at + 9] ?? 0;
      end = endOfBlocks(bytes, at + 10 + ((local & 0x80) !== 0 ? 3 * 2 ** ((local & 7) + 1) : 0) + 1);
    } else return broken('GIF: unknown block');
    if (end < 0) return broken('GIF: cut off');
    if (isKept) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return broken('GIF: no end');
}

function endOfBlocks(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length) {
    const length = bytes[at] ?? 0;
    at += 1 + length;
    if (length === 0) return at;
  }
  return -1;
}
