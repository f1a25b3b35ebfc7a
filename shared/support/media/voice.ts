import { ok, type Result } from '../../domain/result.ts';
import { broken, startsWith, tag, u16le, u32be, u32le } from './bytes.ts';
import type { Media } from './media.ts';

/** PCM WAV: one `fmt ` and one `data`; the length is in the header. */
export function checkWav(bytes: Uint8Array): Result<Media> {
  let at = 12;
  let perSecond = 0;
  while (at + 8 <= bytes.length) {
    const name = tag(bytes, at);
    const length = u32le(bytes, at + 4);
    if (name === 'fmt ') {
      const format = u16le(bytes, at + 8);
      if (format !== 1 && format !== 3) return broken('WAV: not PCM');
      perSecond = u32le(bytes, at + 16);
    }
    if (name === 'data') {
      if (perSecond === 0 || at + 8 + length > bytes.length) return broken('WAV: cut off');
      const kept = bytes.slice(0, at + 8 + length);
      new DataView(kept.buffer).setUint32(4, kept.length - 8, true);
      return ok({
        kind: 'voice',
        mime: 'audio/wav',
        bytes: kept,
        durationMs: Math.round((length / perSecond) * 1_000),
      });
    }
    at += 8 + length + (length & 1);
  }
  return broken('WAV: no sound');
}

/** Ogg with Opus or Vorbis inside (RFC 3533, RFC 7845): whole pages throughout; Opus counts 48,000 a second. */
export function checkOgg(bytes: Uint8Array): Result<Media> {
  let at = 0;
  let last = 0;
  let isOpus = false;
  while (at < bytes.length) {
    if (!startsWith(bytes, 'OggS', at) || at + 27 > bytes.length) return broken('Ogg: cut off');
    const segments = bytes[at + 26] ?? 0;
    const body = at + 27 + segments;
    let length = 0;
    for (let index = 0; index < segments; index += 1) length += bytes[at + 27 + index] ?? 0;
    if (body + length > bytes.length) return broken('Ogg: cut off');
    if (at === 0) {
      isOpus = startsWith(bytes, 'OpusHead', body);
      if (!isOpus && !startsWith(bytes, [0x01, 0x76, 0x6f, 0x72, 0x62, 0x69, 0x73], body))
        return broken('Ogg: neither Opus nor Vorbis');
    }
    const granule = u32le(bytes, at + 6) + u32le(bytes, at + 10) * 4_294_967_296;
    if (granule < 2 ** 52) last = granule;
    at = body + length;
  }
  return ok({
    kind: 'voice',
    mime: 'audio/ogg',
    bytes,
    ...(isOpus ? { durationMs: Math.round(last / 48) } : {}),
  });
}

const VIDEO_CODEC = ['V_VP8', 'V_VP9', 'V_AV1', 'V_MPEG'];

/** WebM (RFC 8794): an EBML head that says `webm`, a segment, an audio codec and no video track. */
export function checkWebm(bytes: Uint8Array): Result<Media> {
  const head = textOf(bytes.subarray(0, 4_096));
  if (!head.slice(0, 64).includes('webm')) return broken('WebM: another document');
  if (!head.includes('A_OPUS') && !head.includes('A_VORBIS')) return broken('WebM: no sound');
  if (VIDEO_CODEC.some((codec) => head.includes(codec))) return broken('WebM: video');
  return ok({ kind: 'voice', mime: 'audio/webm', bytes });
}

/** MP4 (ISO/IEC 14496-12): whole boxes, a sound track and no picture track. */
export function checkMp4(bytes: Uint8Array): Result<Media> {
  let at = 0;
  let durationMs: number | undefined;
  let hasMovie = false;
  while (at + 8 <= bytes.length) {
    const length = u32be(bytes, at);
    const name = tag(bytes, at + 4);
    if (length < 8 || at + length > bytes.length) return broken('MP4: cut off');
    if (name === 'moov') {
      hasMovie = true;
      const movie = bytes.subarray(at, at + length);
      const text = textOf(movie);
      if (!text.includes('soun') || text.includes('vide')) return broken('MP4: not sound alone');
      durationMs = movieMs(movie);
    }
    at += length;
  }
  if (!hasMovie || at !== bytes.length) return broken('MP4: no sound');
  return ok({ kind: 'voice', mime: 'audio/mp4', bytes, ...(durationMs === undefined ? {} : { durationMs }) });
}

function movieMs(movie: Uint8Array): number | undefined {
  if (tag(movie, 12) !== 'mvhd') return undefined;
  const isLong = movie[16] === 1;
  const scale = u32be(movie, isLong ? 36 : 28);
  const length = isLong ? u32be(movie, 40) * 4_294_967_296 + u32be(movie, 44) : u32be(movie, 32);
  return scale === 0 || length === 0 ? undefined : Math.round((length / scale) * 1_000);
}

function textOf(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
