/** The wire form of protocol buffers, read without a schema: https://protobuf.dev/programming-guides/encoding/ */

/** A field's values in order: integers as decimal strings, everything else as bytes. */
export type PbFields = ReadonlyMap<number, readonly (string | Uint8Array)[]>;

/** Decodes base64 without padding rules; null where it is none. */
export function fromBase64(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 === 1) return null;
  const clean = text.replace(/=+$/, '');
  const bytes = new Uint8Array(Math.floor((clean.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const letter of clean) {
    held = ((held << 6) | ALPHABET.indexOf(letter)) & 0xffffff;
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at++] = (held >> bits) & 0xff;
  }
  return bytes;
}

/** Reads one message's fields; null where the bytes are no message. */
export function readFields(bytes: Uint8Array): PbFields | null {
  const fields = new Map<number, (string | Uint8Array)[]>();
  let at = 0;
  while (at < bytes.length) {
    const key = varint(bytes, at);
    if (key === null) return null;
    const read = value(bytes, key.next, Number(key.value & 7n));
    const field = Number(key.value >> 3n);
    if (read === null || field === 0 || field > 536_870_911) return null;
    const list = fields.get(field) ?? [];
    list.push(read.value);
    fields.set(field, list);
    at = read.next;
  }
  return fields;
}

/** A field's last integer as digits; empty where missing. */
export function pbInt(fields: PbFields, field: number): string {
  const last = fields.get(field)?.at(-1);
  return typeof last === 'string' ? last : '';
}

/** A field's last value as UTF-8 text; empty where missing. */
export function pbText(fields: PbFields, field: number): string {
  const last = fields.get(field)?.at(-1);
  return last instanceof Uint8Array ? utf8(last) : '';
}

/** A field's inner messages; what is none is left out. */
export function pbMessages(fields: PbFields, field: number): readonly PbFields[] {
  return (fields.get(field) ?? []).flatMap((value) => {
    const inner = value instanceof Uint8Array ? readFields(value) : null;
    return inner === null ? [] : [inner];
  });
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

interface Read<T> {
  readonly value: T;
  readonly next: number;
}

function value(bytes: Uint8Array, at: number, wire: number): Read<string | Uint8Array> | null {
  switch (wire) {
    case 0: {
      const read = varint(bytes, at);
      return read === null ? null : { value: String(read.value), next: read.next };
    }
    case 1:
      return piece(bytes, at, 8);
    case 2: {
      const length = varint(bytes, at);
      return length === null || length.value > 1_000_000n
        ? null
        : piece(bytes, length.next, Number(length.value));
    }
    case 5:
      return piece(bytes, at, 4);
    default:
      return null;
  }
}

function piece(bytes: Uint8Array, at: number, length: number): Read<Uint8Array> | null {
  const next = at + length;
  return next > bytes.length ? null : { value: bytes.subarray(at, next), next };
}

function varint(bytes: Uint8Array, from: number): Read<bigint> | null {
  let value = 0n;
  for (let at = from; at < Math.min(bytes.length, from + 10); at++) {
    const byte = bytes[at] ?? 0;
    value |= BigInt(byte & 0x7f) << BigInt(7 * (at - from));
    if (byte < 0x80) return { value, next: at + 1 };
  }
  return null;
}

/** TextDecoder belongs to neither the language nor this folder's environment. */
function utf8(bytes: Uint8Array): string {
  let escaped = '';
  for (const byte of bytes) escaped += `%${byte.toString(16).padStart(2, '0')}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return '';
  }
}
