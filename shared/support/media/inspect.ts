import { fault } from '../../domain/fault.ts';
import { fail, type Result } from '../../domain/result.ts';
import { startsWith } from './bytes.ts';
import { cleanGif } from './gif.ts';
import { cleanJpeg } from './jpeg.ts';
import type { Media } from './media.ts';
import { cleanPng } from './png.ts';
import { checkMp4, checkOgg, checkWav, checkWebm } from './voice.ts';
import { cleanWebp } from './webp.ts';

export const MAX_PICTURE_BYTES = 8 * 1_048_576;
export const MAX_VOICE_BYTES = 3 * 1_048_576;
/** Longest side, px, and most pixels in all: a small file must not unpack to a huge picture. */
export const MAX_SIDE = 8_192;
export const MAX_PIXELS = 40_000_000;
export const MAX_VOICE_MS = 180_000;

/**
 * Says what a file is by its content, never by its name or declared type. Pictures come back without
 * metadata, comments and trailing data. Faults: `unsupported`, `invalid` (broken), `too_large`.
 */
export function inspectMedia(bytes: Uint8Array): Result<Media> {
  const read = readerFor(bytes);
  if (read === null) return fail(fault('unsupported', 'PNG JPEG WebP GIF / WebM Ogg WAV MP4'));
  const media = read(bytes);
  if (!media.ok) return media;
  const { kind, width = 0, height = 0, durationMs = 0 } = media.value;
  const limit = kind === 'picture' ? MAX_PICTURE_BYTES : MAX_VOICE_BYTES;
  if (bytes.length > limit) return fail(fault('too_large', `${limit} B`));
  if (kind === 'picture' && (width < 1 || height < 1)) return fail(fault('invalid', '0 px'));
  if (width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS)
    return fail(fault('too_large', `${width}×${height} px`));
  if (durationMs > MAX_VOICE_MS) return fail(fault('too_large', `${Math.round(durationMs / 1_000)} s`));
  return media;
}

function readerFor(bytes: Uint8Array): ((bytes: Uint8Array) => Result<Media>) | null {
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return cleanPng;
  if (startsWith(bytes, [0xff, 0xd8, 0xff])) return cleanJpeg;
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return cleanGif;
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8)) return cleanWebp;
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WAVE', 8)) return checkWav;
  if (startsWith(bytes, 'OggS')) return checkOgg;
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return checkWebm;
  if (startsWith(bytes, 'ftyp', 4)) return checkMp4;
  return null;
}
