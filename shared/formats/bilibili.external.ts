/** Loose readers of Bilibili's JSON: every field may be missing, of another type, or hostile. */

export type Json = Readonly<Record<string, unknown>>;

const EMPTY: Json = {};

/** The value as an object; an empty one where it is none. */
export function obj(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : EMPTY;
}

/** The value as an array; an empty one where it is none. */
export function arr(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A string, or a number's digits; empty otherwise. */
export function str(value: unknown): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';
}

/** A whole number that is safe to reckon with; 0 otherwise. */
export function int(value: unknown): number {
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : 0;
}

/** A count: as {@link int}, never negative. */
export function natural(value: unknown): number {
  return Math.max(0, int(value));
}

/** An id as digits; null for 0 and for what is no id: a person not logged in sees `uid` 0. */
export function idOf(value: unknown): string | null {
  const text = str(value);
  return text === '' || text === '0' || text.length > 128 ? null : text;
}

/** Seconds as epoch ms; null where missing. Tells milliseconds and nanoseconds by their size. */
export function epochMs(value: unknown): number | null {
  const number = Number(typeof value === 'string' || typeof value === 'number' ? value : 0);
  if (!Number.isFinite(number) || number <= 0) return null;
  if (number > 1e17) return Math.floor(number / 1e6);
  if (number > 1e14) return Math.floor(number / 1e3);
  return Math.floor(number > 1e11 ? number : number * 1000);
}

/** Parses JSON and keeps integers beyond 2^53 as strings of their digits. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  return JSON.parse(text, (_key, value: unknown, context?: { readonly source?: string }) => {
    if (typeof value !== 'number' || Number.isSafeInteger(value)) return value;
    const source = context?.source ?? '';
    return /^-?\d+$/.test(source) ? source : value;
  });
}
