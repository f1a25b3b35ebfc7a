import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { inspectMedia } from '../../../shared/support/media/inspect.ts';
import { createPictures, THUMB_SIDE } from './pictures.ts';

const { redraw } = createPictures();

const CRC = Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const chunk = (name: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE((crc ^ 0xffffffff) >>> 0, 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};
/** A PNG whose header promises this size, with whatever data. */
const png = (width: number, height: number, data: Buffer): Buffer => {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
};
const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 40, b: 90 } } });

describe('pictures drawn anew', () => {
  it('P1 turns a photograph upright and leaves out who, where and with what', async () => {
    const taken = await photo(60, 40)
      .jpeg()
      .withExif({
        IFD0: { Artist: 'SECRET-NAME', Copyright: 'SECRET-OWNER' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 48/1', GPSLongitude: '121/1 28/1 12/1' },
      })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    const before = await sharp(taken).metadata();
    const drawn = await redraw(new Uint8Array(taken));
    const after = drawn.ok ? await sharp(drawn.value.bytes).metadata() : null;
    expect({
      had: [before.orientation, before.exif !== undefined],
      size: drawn.ok && [drawn.value.mime, drawn.value.width, drawn.value.height],
      left: [after?.exif, after?.icc, after?.xmp, after?.orientation],
      secret: drawn.ok && Buffer.from(drawn.value.bytes).includes('SECRET'),
    }).toEqual({
      had: [6, true],
      size: ['image/jpeg', 40, 60],
      left: [undefined, undefined, undefined, undefined],
      secret: false,
    });
  });

  it('P2 makes a thumbnail that fits, and none that is larger than the picture', async () => {
    const [large, small] = [
      await redraw(new Uint8Array(await photo(1_600, 400).png().toBuffer())),
      await redraw(new Uint8Array(await photo(20, 10).webp().toBuffer())),
    ];
    expect([
      large.ok && [large.value.mime, large.value.thumb.width, large.value.thumb.height],
      small.ok && [small.value.mime, small.value.thumb.width, small.value.thumb.height],
      large.ok && (await sharp(large.value.thumb.bytes).metadata()).format,
    ]).toEqual([['image/png', THUMB_SIDE, 80], ['image/webp', 20, 10], 'webp']);
  });

  it('P3 keeps what moves moving, and refuses more frames than anyone looks at', async () => {
    const frames = (count: number): Promise<Buffer> => {
      const raw = Buffer.from(Array.from({ length: 4 * 4 * 3 * count }, (_, index) => (index * 37) & 255));
      return sharp(raw, { raw: { width: 4, height: 4 * count, channels: 3, pageHeight: 4 } })
        .gif({ delay: Array.from({ length: count }, () => 100), loop: 0 })
        .toBuffer();
    };
    const three = await redraw(new Uint8Array(await frames(3)));
    const many = await redraw(new Uint8Array(await frames(130)));
    expect([
      three.ok && [three.value.mime, three.value.height, (await sharp(three.value.bytes).metadata()).pages],
      many.ok ? 'drawn' : many.fault.code,
    ]).toEqual([['image/webp', 4, 3], 'too_large']);
  });

  it.each([
    ['a header that promises 30,000 × 30,000', png(30_000, 30_000, deflateSync(Buffer.alloc(1_000)))],
    ['8,000 × 8,000 packed into a few kilobytes', png(8_000, 8_000, deflateSync(Buffer.alloc(40_000_000)))],
  ])('P4 refuses a bomb before it goes off: %s', async (_, bomb) => {
    const drawn = await redraw(new Uint8Array(bomb));
    const seen = inspectMedia(new Uint8Array(bomb));
    expect([drawn.ok ? 'drawn' : drawn.fault.code, seen.ok ? 'seen' : seen.fault.code]).toEqual([
      'too_large',
      'too_large',
    ]);
  });

  it.each([
    ['cut in the middle', async () => (await photo(200, 200).png().toBuffer()).subarray(0, 120)],
    [
      'a JPEG cut in the middle',
      async () => {
        const noise = Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * index * 31) & 255));
        const whole = await sharp(noise, { raw: { width: 100, height: 100, channels: 3 } })
          .jpeg()
          .toBuffer();
        return whole.subarray(0, whole.length / 2);
      },
    ],
    ['a header without a picture', async () => png(10, 10, Buffer.from('no deflate'))],
    ['SVG', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['PDF', async () => Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj')],
    ['nothing', async () => Buffer.alloc(0)],
  ])('P5 refuses what is broken or no picture, as a fault: %s', async (_, make) => {
    const bytes = new Uint8Array(await make());
    const seen = inspectMedia(bytes);
    const drawn = seen.ok ? await redraw(seen.value.bytes) : seen;
    expect(drawn.ok ? 'drawn' : drawn.fault.code).toMatch(/^(invalid|unsupported)$/);
  });

  it('P6 draws nothing of a file that is a picture and a page at once', async () => {
    const picture = await photo(8, 8).png().toBuffer();
    const both = Buffer.concat([
      picture,
      Buffer.from('<script>alert(document.cookie)</script>PK\u0003\u0004'),
    ]);
    const drawn = await redraw(new Uint8Array(both));
    expect([
      drawn.ok,
      drawn.ok && /script|cookie/.test(Buffer.from(drawn.value.bytes).toString('latin1')),
    ]).toEqual([true, false]);
  });

  it('P7 refuses pictures where there is no decoder, and never passes them through', async () => {
    const without = createPictures(async () => null);
    const drawn = await without.redraw(new Uint8Array(await photo(4, 4).png().toBuffer()));
    expect(drawn).toEqual({ ok: false, fault: { code: 'unsupported', detail: 'sharp' } });
  });

  it('P8 answers any bytes with a picture or a fault', async () => {
    const base = new Uint8Array(await photo(16, 16).png().toBuffer());
    const changed = fc
      .array(fc.tuple(fc.nat(base.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 })
      .map((edits) => {
        const copy = base.slice();
        for (const [at, value] of edits) copy[at] = value;
        return copy;
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(changed, fc.uint8Array({ maxLength: 300 })), async (bytes) => {
        const drawn = await redraw(bytes);
        expect(drawn.ok || drawn.fault.code !== undefined).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
