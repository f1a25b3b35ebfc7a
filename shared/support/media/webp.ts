import { ok, type Result } from '../../domain/result.ts';
import { broken, join, tag, u16le, u32le } from './bytes.ts';
import type { Media } from './media.ts';

const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF']);
/** Bits of VP8X that promise chunks which are taken out: ICC profile, EXIF, XMP. */
const GONE = 0x20 | 0x08 | 0x04;

/** Walks the RIFF chunks (WebP container specification); EXIF, XMP, profiles and trailing data go. */
export function cleanWebp(bytes: Uint8Array): Result<Media> {
  const end = 8 + u32le(bytes, 4);
  if (end > bytes.length || end < 20) return broken('WebP: cut off');
  const parts: Uint8Array[] = [];
  let size: readonly [number, number] | null = null;
  let hasImage = false;
  let at = 12;
  while (at + 8 <= end) {
    const name = tag(bytes, at);
    const length = u32le(bytes, at + 4);
    const next = at + 8 + length + (length & 1);
    if (next > end) return broken('WebP: cut off');
    if (KEPT.has(name)) {
      const chunk = bytes.slice(at, next);
      if (name === 'VP8X') chunk[8] = (chunk[8] ?? 0) & ~GONE;
      parts.push(chunk);
      size ??= sizeOf(name, bytes, at + 8);
      hasImage ||= name === 'VP8 ' || name === 'VP8L' || name === 'ANMF';
    }
    at = next;
  }
  if (size === null || !hasImage) return broken('WebP: no picture');
  const body = join(parts);
  const head = bytes.slice(0, 12);
  new DataView(head.buffer).setUint32(4, body.length + 4, true);
  const [width, height] = size;
  return ok({ kind: 'picture', mime: 'image/webp', bytes: join([head, body]), width, height });
}

function sizeOf(name: string, bytes: Uint8Array, at: number): readonly [number, number] | null {
  if (name === 'VP8X') return [1 + u24(bytes, at + 4), 1 + u24(bytes, at + 7)];
  if (name === 'VP8 ') return [u16le(bytes, at + 6) & 0x3fff, u16le(bytes, at + 8) & 0x3fff];
  if (name !== 'VP8L' || bytes[at] !== 0x2f) return null;
  const bits = u32le(bytes, at + 1);
  return [1 + (bits & 0x3fff), 1 + ((bits >>> 14) & 0x3fff)];
}

function u24(bytes: Uint8Array, at: number): number {
  return u16le(bytes, at) + (bytes[at + 2] ?? 0) * 65_536;
}
