import { ok, type Result } from '../../domain/result.ts';
import { broken, join, tag, u32be } from './bytes.ts';
import type { Media } from './media.ts';

/** What a picture needs to be drawn; text, time, profiles and anything private stay out. */
const KEPT = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'sRGB',
  'cHRM',
  'acTL',
  'fcTL',
  'fdAT',
]);
const MAX_CHUNKS = 20_000;

/** Walks the chunks (PNG specification, third edition, section 5), checks each sum, stops at IEND. */
export function cleanPng(bytes: Uint8Array): Result<Media> {
  const parts: Uint8Array[] = [bytes.subarray(0, 8)];
  let at = 8;
  let width = 0;
  let height = 0;
  let data = 0;
  for (let count = 0; count < MAX_CHUNKS; count += 1) {
    const length = u32be(bytes, at);
    const name = tag(bytes, at + 4);
    const end = at + 12 + length;
    if (end > bytes.length) return broken('PNG: cut off');
    if (count === 0 && (name !== 'IHDR' || length !== 13)) return broken('PNG: no header');
    if (KEPT.has(name)) {
      if (crc32(bytes, at + 4, at + 8 + length) !== u32be(bytes, at + 8 + length))
        return broken(`PNG: ${name} checksum`);
      parts.push(bytes.subarray(at, end));
    }
    if (name === 'IHDR') {
      width = u32be(bytes, at + 8);
      height = u32be(bytes, at + 12);
    }
    if (name === 'IDAT') data += length;
    at = end;
    if (name !== 'IEND') continue;
    return data === 0
      ? broken('PNG: no picture')
      : ok({ kind: 'picture', mime: 'image/png', bytes: join(parts), width, height });
  }
  return broken('PNG: too many chunks');
}

const TABLE: Uint32Array = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array, from: number, to: number): number {
  let crc = 0xffffffff;
  for (let index = from; index < to; index += 1)
    crc = (TABLE[(crc ^ (bytes[index] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
