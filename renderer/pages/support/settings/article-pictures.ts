import { type Fault, type FaultCode, fault } from '../../../../shared/domain/fault.ts';

/** An article carries so many pictures at most. */
export const MOST_PICTURES = 5;
/** What a picture may weigh so that it fits into the call as base64, bytes. */
export const MOST_BYTES = 2_800_000;
/** What may be picked. */
export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/gif'] as const;

/** Why a file cannot be a picture of an article; undefined where the hub may be asked. */
export function refusalOf(file: { readonly type: string; readonly size: number }): Fault | undefined {
  if (!PICTURE_TYPES.some((type) => type === file.type)) return fault('unsupported');
  return file.size > MOST_BYTES ? fault('too_large') : undefined;
}

/** The catalog key that says of a picture what went wrong; undefined where the fault's own text fits. */
export function pictureWords(code: FaultCode): string | undefined {
  return SAID.some((one) => one === code) ? `knowledge.pictures.${code}` : undefined;
}

/** Their own texts speak of platforms, and of input at large. */
const SAID: readonly FaultCode[] = ['unsupported', 'invalid', 'too_large', 'not_found'];
