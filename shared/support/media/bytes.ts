import { fault } from '../../domain/fault.ts';
import { fail, type Result } from '../../domain/result.ts';

/** Whether these bytes stand there; text is ASCII. */
export function startsWith(bytes: Uint8Array, wanted: string | readonly number[], at = 0): boolean {
  const codes = typeof wanted === 'string' ? [...wanted].map((char) => char.charCodeAt(0)) : wanted;
  return codes.every((code, index) => bytes[at + index] === code);
}

/** Big-endian 32 bits; 0 beyond the end. */
export function u32be(bytes: Uint8Array, at: number): number {
  return (u16be(bytes, at) * 65_536 + u16be(bytes, at + 2)) >>> 0;
}

/** Big-endian 16 bits. */
export function u16be(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
}

/** Little-endian 16 bits. */
export function u16le(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

/** Little-endian 32 bits. */
export function u32le(bytes: Uint8Array, at: number): number {
  return (u16le(bytes, at) + u16le(bytes, at + 2) * 65_536) >>> 0;
}

/** Four characters. */
export function tag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(bytes[at] ?? 0, bytes[at + 1] ?? 0, bytes[at + 2] ?? 0, bytes[at + 3] ?? 0);
}

/** Puts parts together. */
export function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** A file that is not what it begins as. */
export function broken(what: string): Result<never> {
  return fail(fault('invalid', what));
}
