import { type Fault, fault } from '../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../shared/domain/result.ts';
import { INGRESS_LIMITS } from './protocol.ts';

/** A batch as it was sent: its events not looked at yet. */
export interface Batch {
  /** Which of the sender's streams the sequence numbers belong to. */
  readonly stream: string;
  readonly events: readonly unknown[];
}

/** The stream of a sender that names none. */
export const DEFAULT_STREAM = 'main';

/** Decodes UTF-8 strictly and JSON: `invalid` for broken bytes or JSON, `too_large` above the limits. */
export function decodeJson(bytes: Uint8Array): Result<unknown> {
  if (bytes.byteLength > INGRESS_LIMITS.bytes) return fail(tooManyBytes());
  const text = decodeUtf8(bytes);
  if (text === null) return fail(fault('invalid', 'the body is not valid UTF-8'));
  try {
    return ok(JSON.parse(text));
  } catch (error) {
    return fail(fault('invalid', `the body is not JSON: ${describe(error)}`));
  }
}

/** Reads `{ source?, events: […] }`. */
export function readBatch(value: unknown): Result<Batch> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fail(fault('invalid', 'the body must be an object with a list "events"'));
  const { source = DEFAULT_STREAM, events } = value as { source?: unknown; events?: unknown };
  if (typeof source !== 'string' || !/^[\w.-]{1,64}$/.test(source))
    return fail(fault('invalid', 'source: 1 to 64 letters, digits, _ . -'));
  if (!Array.isArray(events)) return fail(fault('invalid', 'events: a list is needed'));
  if (events.length > INGRESS_LIMITS.events)
    return fail(fault('too_large', `${events.length} events, at most ${INGRESS_LIMITS.events} in a batch`));
  return ok({ stream: source, events });
}

/**
 * Reads a body up to the limit and no further. Give it an iterable whose early end leaves the
 * connection open (Node: `iterator({ destroyOnReturn: false })`), or the refusal cannot be written.
 */
export async function readBytes(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Result<Uint8Array>> {
  if (body instanceof Uint8Array)
    return body.byteLength > INGRESS_LIMITS.bytes ? fail(tooManyBytes()) : ok(body);
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of body) {
      size += chunk.byteLength;
      if (size > INGRESS_LIMITS.bytes) return fail(tooManyBytes());
      chunks.push(chunk);
    }
  } catch (error) {
    return fail(fault('invalid', `the body ended early: ${describe(error)}`));
  }
  return ok(Buffer.concat(chunks, size));
}

/** The fault for a body or a frame over the limit. */
export function tooManyBytes(): Fault {
  return fault('too_large', `more than ${INGRESS_LIMITS.bytes} bytes`);
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 120) : 'unreadable';
}
