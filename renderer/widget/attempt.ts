import { ORPCError } from '@orpc/client';

/** A call's outcome as a value; `code` is a fault's code, `unreachable` where nobody answered. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string; readonly retryAt?: number | undefined };

/** Awaits a call. Never throws. */
export async function attempt<T>(call: Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (!(error instanceof ORPCError)) return { ok: false, code: 'unreachable' };
    const data: unknown = error.data;
    const retryAt: unknown =
      typeof data === 'object' && data !== null ? Reflect.get(data, 'retryAt') : undefined;
    const code = String(error.code);
    return {
      ok: false,
      code: /^[a-z_]+$/.test(code) ? code : (BY_STATUS[error.status] ?? 'other'),
      ...(typeof retryAt === 'number' ? { retryAt } : {}),
    };
  }
}

const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not_found',
  413: 'too_large',
  429: 'rate_limited',
  503: 'overloaded',
};
