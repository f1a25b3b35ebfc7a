import { ok, type Result } from '../../domain/result.ts';
import { broken, join, u16be } from './bytes.ts';
import type { Media } from './media.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;

/**
 * Walks the segments (ITU-T T.81, annex B). Tables, frames and scans stay; EXIF, comments and every
 * application segment but JFIF and Adobe's colour note go, and so does what follows the end.
 */
export function cleanJpeg(bytes: Uint8Array): Result<Media> {
  const parts: Uint8Array[] = [bytes.subarray(0, 2)];
  let width = 0;
  let height = 0;
  let scans = 0;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return broken('JPEG: no marker');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === SOI || marker === EOI || (marker >= 0xd0 && marker <= 0xd7))
      return broken('JPEG: marker out of place');
    const length = u16be(bytes, at + 2);
    const end = at + 2 + length;
    if (length < 2 || end > bytes.length) return broken('JPEG: cut off');
    if (isFrame(marker)) {
      if (width !== 0) return broken('JPEG: two frames');
      height = u16be(bytes, at + 5);
      width = u16be(bytes, at + 7);
    }
    if (!isPrivate(marker)) parts.push(bytes.subarray(at, end));
    at = end;
    if (marker !== SOS) continue;
    scans += 1;
    const data = endOfScan(bytes, at);
    parts.push(bytes.subarray(at, data));
    at = data;
    if (bytes[at + 1] === EOI) {
      if (width === 0) return broken('JPEG: no frame');
      parts.push(bytes.subarray(at, at + 2));
      return ok({ kind: 'picture', mime: 'image/jpeg', bytes: join(parts), width, height });
    }
    if (scans > 200) return broken('JPEG: too many scans');
  }
  return broken('JPEG: no end');
}

/** Where the next marker stands that is neither a stuffed byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function isPrivate(marker: number): boolean {
  return marker === 0xfe || (marker >= 0xe1 && marker <= 0xef && marker !== 0xee);
}
