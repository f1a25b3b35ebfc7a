import type sharp from 'sharp';
import type { Sharp } from 'sharp';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { MAX_PIXELS, MAX_SIDE } from '../../../shared/support/media/inspect.ts';

/** A picture drawn anew: nothing of the file that was sent is in it. */
export interface Picture {
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly thumb: { readonly bytes: Uint8Array; readonly width: number; readonly height: number };
}

/** Draws pictures anew. */
export interface Pictures {
  /**
   * Decodes, turns upright, drops all that is not pixels, encodes, and makes a thumbnail (WebP). Faults:
   * `invalid` (broken), `too_large` (pixels, frames, time), `overloaded`, `unsupported` (no decoder here).
   */
  readonly redraw: (bytes: Uint8Array) => Promise<Result<Picture>>;
}

type Library = typeof sharp;

const AT_ONCE = 2;
const MAX_WAITING = 12;
const MAX_FRAMES = 120;
/** Of all frames together: they are decoded at once. */
const MAX_MOVING_PIXELS = 16_000_000;
const WITHIN_SEC = 15;
export const THUMB_SIDE = 320;
export const THUMB_MIME = 'image/webp';

/** `load` brings the library; it has binaries of its own, which a platform may lack. */
export function createPictures(load: () => Promise<Library | null> = loadSharp): Pictures {
  const made: { library?: Promise<Library | null> } = {};
  const waiting: (() => void)[] = [];
  let running = 0;
  /** libvips works in threads of its own; only few pictures are open at once, so that memory is bounded. */
  const withPlace = async <T>(work: () => Promise<Result<T>>): Promise<Result<T>> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= MAX_WAITING) return fail(fault('overloaded', 'pictures'));
      await new Promise<void>((resolve) => waiting.push(resolve));
    }
    running += 1;
    try {
      return await work();
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  return {
    async redraw(bytes) {
      made.library ??= load();
      const library = await made.library;
      if (library === null) return fail(fault('unsupported', 'sharp'));
      return withPlace(() => draw(library, bytes));
    },
  };
}

async function draw(library: Library, bytes: Uint8Array): Promise<Result<Picture>> {
  const input = {
    limitInputPixels: MAX_PIXELS,
    failOn: 'error',
    sequentialRead: true,
    unlimited: false,
  } as const;
  try {
    const about = await library(bytes, input).metadata();
    const frames = about.pages ?? 1;
    const [width, height] = [about.width ?? 0, about.pageHeight ?? about.height ?? 0];
    if (width < 1 || height < 1) return fail(fault('invalid', '0 px'));
    if (frames > MAX_FRAMES) return fail(fault('too_large', `${frames} > ${MAX_FRAMES}`));
    const limit = frames > 1 ? MAX_MOVING_PIXELS : MAX_PIXELS;
    if (width > MAX_SIDE || height > MAX_SIDE || width * height * frames > limit)
      return fail(fault('too_large', `${width}×${height}×${frames} px`));
    const isMoving = frames > 1;
    const open = (animated: boolean) =>
      library(bytes, { ...input, animated })
        .timeout({ seconds: WITHIN_SEC })
        .autoOrient()
        .toColourspace('srgb');
    const [form, mime] = formOf(about.format, isMoving);
    const whole = await form(open(isMoving)).toBuffer({ resolveWithObject: true });
    // Of the new picture: the file that was sent is read once.
    const small = await library(whole.data, { ...input, animated: false })
      .timeout({ seconds: WITHIN_SEC })
      .resize(THUMB_SIDE, THUMB_SIDE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 74 })
      .toBuffer({ resolveWithObject: true });
    return ok({
      mime,
      bytes: new Uint8Array(whole.data),
      width: whole.info.width,
      height: whole.info.pageHeight ?? whole.info.height,
      thumb: { bytes: new Uint8Array(small.data), width: small.info.width, height: small.info.height },
    });
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (/pixel limit|timeout/i.test(text)) return fail(fault('too_large', text.slice(0, 120)));
    return fail(fault('invalid', text.split('\n')[0]?.slice(0, 120)));
  }
}

/** Photographs stay JPEG, drawings PNG; whatever moves becomes WebP, which is a fraction of a GIF. */
function formOf(format: string | undefined, isMoving: boolean): readonly [(picture: Sharp) => Sharp, string] {
  if (isMoving || format === 'webp') return [(picture) => picture.webp({ quality: 84 }), 'image/webp'];
  if (format === 'jpeg') return [(picture) => picture.jpeg({ quality: 86 }), 'image/jpeg'];
  return [(picture) => picture.png({ compressionLevel: 7 }), 'image/png'];
}

async function loadSharp(): Promise<Library | null> {
  try {
    const { default: library } = await import('sharp');
    library.cache(false);
    library.concurrency(1);
    return library;
  } catch {
    return null;
  }
}
