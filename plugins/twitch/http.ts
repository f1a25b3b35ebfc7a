import type { HttpAnswer, HttpFetch, HttpInit } from '../../shared/plugin/sign-in.ts';

/** What became of one request. */
export type HttpOutcome =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly text: string;
      readonly header: (name: string) => string | null;
    }
  /** It certainly never reached the server. */
  | { readonly kind: 'not_sent'; readonly why: string }
  /** The server may have done it. */
  | { readonly kind: 'lost'; readonly why: string };

/** Longest answer that is read, in characters of its stated length. */
const MAX_ANSWER = 1_048_576;

/** Sends one request; no answer within `timeoutMs` counts as lost. Never throws for the network's failures. */
export async function send(
  fetch: HttpFetch,
  url: string,
  init: HttpInit,
  timeoutMs: number,
): Promise<HttpOutcome> {
  const withSignal = { ...init, redirect: 'error' as const, signal: AbortSignal.timeout(timeoutMs) };
  let answer: HttpAnswer;
  try {
    answer = await fetch(url, withSignal);
  } catch (cause) {
    const code = causeCode(cause);
    return NEVER_LEFT.has(code) ? { kind: 'not_sent', why: code } : { kind: 'lost', why: code };
  }
  if (Number(answer.headers.get('content-length') ?? 0) > MAX_ANSWER) {
    return { kind: 'lost', why: 'the answer is larger than 1 MB' };
  }
  try {
    const text = await answer.text();
    return { kind: 'answer', status: answer.status, text, header: (name) => answer.headers.get(name) };
  } catch (cause) {
    return { kind: 'lost', why: causeCode(cause) };
  }
}

/** Reads JSON without throwing; undefined where it is none. */
export function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Failures of Node's fetch before the first byte went out. */
const NEVER_LEFT: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function causeCode(error: unknown): string {
  if (!(error instanceof Error)) return 'network failure';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'no answer in time';
  const { cause } = error;
  if (cause instanceof AggregateError) return causeCode({ ...error, cause: cause.errors[0] });
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return error.message.slice(0, 120);
}
