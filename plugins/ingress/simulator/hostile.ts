import { SHORT_SAMPLES } from '../samples.ts';
import { batchBytes, type ShortEvent } from './sender.ts';

/** Bodies that the contract refuses, ready to be signed and sent. */
export const HOSTILE_BODIES = {
  /** A valid batch inflated to ten megabytes. */
  tenMegabytes: (): Uint8Array => batchBytes([chat(1, 'x'.repeat(10 * 1_048_576))]),
  tooManyEvents: (): Uint8Array => batchBytes(Array.from({ length: 501 }, (_, i) => chat(i + 1, `第${i}条`))),
  /** A JSON text whose string holds a byte that UTF-8 never has. */
  invalidUtf8: (): Uint8Array =>
    Buffer.concat([Buffer.from('{"events":[],"note":"'), Buffer.from([0xff, 0xfe]), Buffer.from('"}')]),
  /** Valid UTF-8, valid JSON, half a surrogate pair in the text; between two good events. */
  loneSurrogate: (): Uint8Array =>
    Buffer.from(
      `{"events":[${[JSON.stringify(chat(1, '前')), JSON.stringify(chat(2, 'BROKEN')), JSON.stringify(chat(3, '后'))].join(',')}]}`.replace(
        'BROKEN',
        'a\\ud83d b',
      ),
    ),
  deepNesting: (): Uint8Array =>
    Buffer.from(`{"events":[{"seq":1,"x":${'['.repeat(100_000)}${']'.repeat(100_000)}}]}`),
} as const;

/** Names that must be kept as they are: right-to-left override, zero-width joiner, isolates. */
export const ODD_NAMES: readonly string[] = [
  '\u202eevil\u202c',
  'a\u200bd\u200dm\ufeffin',
  '\u2066x\u2069',
  '\u0000',
];

/** A chat event in the short form. */
export function chat(seq: number, text: string, name = '观众', id = `m-${seq}`): ShortEvent {
  return { ...SHORT_SAMPLES[0], seq, id, text, user: { id: `u-${name}`, name } };
}
