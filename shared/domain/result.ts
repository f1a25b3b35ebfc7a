import type { Fault } from './fault.ts';

/** An expected outcome: a value or a {@link Fault}. Exceptions are for bugs only. */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: Fault };

/** Wraps a success. */
export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Wraps an expected failure. */
export function fail<T = never>(fault: Fault): Result<T> {
  return { ok: false, fault };
}

/** Ends every switch over a tagged union: adding a case without handling it fails to compile. */
export function exhaustive(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
