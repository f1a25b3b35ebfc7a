import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectMedia } from './inspect.ts';

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : [...part],
    ),
  );
const be = (value: number, size: number): readonly number[] =>
  Array.from({ length: size }, (_, index) => (value >>> (8 * (size - 1 - index))) & 0xff);
const le = (value: number, size: number): readonly number[] => [...be(value, size)].reverse();

const CRC = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const chunk = (name: string, data: readonly number[]): readonly number[] => {
  const body = [...name].map((char) => char.charCodeAt(0)).concat(data);
  const crc =
    body.reduce((sum, byte) => (CRC[(sum ^ byte) & 0xff] ?? 0) ^ (sum >>> 8), 0xffffffff) ^ 0xffffffff;
  return [...be(data.length, 4), ...body, ...be(crc >>> 0, 4)];
};
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const png = (width: number, height: number, extra: readonly number[] = [], tail = ''): Uint8Array =>
  bytes(
    PNG,
    chunk('IHDR', [...be(width, 4), ...be(height, 4), 8, 6, 0, 0, 0]),
    extra,
    chunk('IDAT', [1, 2, 3]),
    chunk('IEND', []),
    tail,
  );
const jpeg = (extra: readonly number[] = [], tail = ''): Uint8Array =>
  bytes(
    [0xff, 0xd8],
    extra,
    [0xff, 0xc0, 0, 11, 8, ...be(20, 2), ...be(30, 2), 1, 1, 0x11, 0],
    [0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0],
    [1, 2, 0xff, 0, 3],
    [0xff, 0xd9],
    tail,
  );
const webp = (tail = ''): Uint8Array => {
  const image = [...be(0x30, 1), 0, 0, 0x9d, 0x01, 0x2a, ...le(40, 2), ...le(50, 2)];
  const exif = [...'EXIF'].map((char) => char.charCodeAt(0)).concat([...le(4, 4), 1, 2, 3, 4]);
  return bytes(
    'RIFF',
    le(4 + 8 + image.length + exif.length, 4),
    'WEBP',
    'VP8 ',
    le(image.length, 4),
    image,
    exif,
    tail,
  );
};
const gif = (tail = ''): Uint8Array =>
  bytes(
    'GIF89a',
    le(3, 2),
    le(2, 2),
    [0, 0, 0],
    [0x21, 0xfe, 3],
    'abc',
    [0],
    [0x2c, 0, 0, 0, 0, 3, 0, 2, 0, 0],
    [2, 1, 7, 0],
    [0x3b],
    tail,
  );
const wav = (seconds: number): Uint8Array =>
  bytes(
    'RIFF',
    le(36 + 8_000 * seconds, 4),
    'WAVEfmt ',
    le(16, 4),
    le(1, 2),
    le(1, 2),
    le(8_000, 4),
    le(8_000, 4),
    le(1, 2),
    le(8, 2),
    'data',
    le(8_000 * seconds, 4),
    Array.from({ length: 8_000 * seconds }, () => 0x80),
  );
const ogg = bytes(
  'OggS',
  [0, 2],
  le(96_000, 4),
  le(0, 4),
  le(1, 4),
  le(0, 4),
  le(0, 4),
  [1, 19],
  'OpusHead',
  [1, 1, 0, 0, ...le(48_000, 4), 0, 0, 0],
);
const webm = bytes(
  [0x1a, 0x45, 0xdf, 0xa3, 0x9f, 0x42, 0x82, 0x84],
  'webm',
  [0x18, 0x53, 0x80, 0x67],
  'A_OPUS',
  [0, 1, 2],
);
const box = (name: string, body: readonly number[]): readonly number[] => [
  ...be(8 + body.length, 4),
  ...[...name].map((char) => char.charCodeAt(0)),
  ...body,
];
const ascii = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));
const mp4 = (track: string): Uint8Array =>
  bytes(
    box('ftyp', ascii('M4A isom')),
    box('moov', [
      ...box('mvhd', [0, 0, 0, 0, ...be(0, 8), ...be(1_000, 4), ...be(2_500, 4)]),
      ...box('hdlr', ascii(track)),
    ]),
    box('mdat', [1, 2, 3]),
  );

const said = (of: Uint8Array): unknown => {
  const seen = inspectMedia(of);
  return seen.ok
    ? [
        seen.value.mime,
        seen.value.width ?? seen.value.durationMs ?? null,
        seen.value.height ?? null,
        seen.value.bytes.length,
      ]
    : seen.fault.code;
};

describe('what a file is', () => {
  it.each<[string, Uint8Array, unknown]>([
    ['a PNG', png(4, 5), ['image/png', 4, 5, png(4, 5).length]],
    [
      'a PNG with text and a tail, which go',
      png(4, 5, chunk('tEXt', [...ascii('secret')]), '<script>'),
      ['image/png', 4, 5, png(4, 5).length],
    ],
    ['a PNG that unpacks to 10 gigapixels', png(100_000, 100_000), 'too_large'],
    ['a PNG of no width', png(0, 5), 'invalid'],
    ['a PNG cut off', png(4, 5).subarray(0, 40), 'invalid'],
    [
      'a PNG with a wrong checksum',
      png(4, 5).map((byte, index) => (index === 18 ? byte ^ 1 : byte)),
      'invalid',
    ],
    ['a JPEG', jpeg(), ['image/jpeg', 30, 20, jpeg().length]],
    [
      'a JPEG with EXIF and a tail, which go',
      jpeg([0xff, 0xe1, 0, 6, 1, 2, 3, 4], 'PK\u0003\u0004'),
      ['image/jpeg', 30, 20, jpeg().length],
    ],
    ['a JPEG without an end', jpeg().subarray(0, -2), 'invalid'],
    ['a WebP without its EXIF and tail', webp('<html>'), ['image/webp', 40, 50, webp().length - 12]],
    ['a GIF without its comment and tail', gif('<?php'), ['image/gif', 3, 2, gif().length - 7]],
    ['a WAV of two seconds', wav(2), ['audio/wav', 2_000, null, 16_044]],
    ['a WAV of four minutes', wav(240), 'too_large'],
    ['an Ogg of two seconds', ogg, ['audio/ogg', 2_000, null, ogg.length]],
    ['an Ogg with something behind', bytes([...ogg], '<script>'), 'invalid'],
    ['a WebM voice', webm, ['audio/webm', null, null, webm.length]],
    ['a WebM film', bytes([...webm], 'V_VP9'), 'invalid'],
    ['an MP4 voice', mp4('soun'), ['audio/mp4', 2_500, null, mp4('soun').length]],
    ['an MP4 film', mp4('vide'), 'invalid'],
    ['HTML', bytes('<html><script>1</script>'), 'unsupported'],
    ['SVG', bytes('<svg onload="alert(1)"/>'), 'unsupported'],
    ['a program', bytes('MZ', [0x90, 0]), 'unsupported'],
    ['a script that begins as a GIF', bytes('GIF89a/*', [0, 0, 0, 0, 0], '*/=1;alert(1)'), 'invalid'],
    ['nothing', new Uint8Array(), 'unsupported'],
  ])('F1 %s', (_, of, expected) => {
    expect(said(of)).toEqual(expected);
  });

  it('F2 survives any damage to a good file', () => {
    const good = [png(4, 5), jpeg(), webp(), gif(), wav(1), ogg, webm, mp4('soun')];
    fc.assert(
      fc.property(
        fc.constantFrom(...good),
        fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 12 }),
        fc.nat(),
        (file, edits, cut) => {
          const broken = file.slice(0, Math.min(2_000, file.length));
          for (const [at, value] of edits) broken[at % broken.length] = value;
          const seen = inspectMedia(broken.subarray(0, 1 + (cut % broken.length)));
          if (seen.ok) expect(seen.value.bytes.length).toBeLessThanOrEqual(broken.length);
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('F3 finds a cleaned file to be clean', () => {
    for (const file of [
      png(4, 5, chunk('tEXt', [1]), 'x'),
      jpeg([0xff, 0xe1, 0, 4, 1, 2], 'x'),
      webp('x'),
      gif('x'),
    ]) {
      const once = inspectMedia(file);
      const twice = once.ok ? inspectMedia(once.value.bytes) : once;
      expect(
        once.ok && twice.ok && Buffer.from(once.value.bytes).equals(Buffer.from(twice.value.bytes)),
      ).toBe(true);
    }
  });
});
