import { amend, type Outbox, type Pending } from './outbox.ts';
import type { Sent } from './sender.ts';
import type { Uploaded } from './upload.ts';

/** A body as both APIs take it. */
export type SentBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'picture'; readonly attachmentId: string }
  | { readonly kind: 'voice'; readonly attachmentId: string; readonly waveform: number[] };

/** How one side uploads and sends. */
export interface Ways {
  /** The bytes of what waits, by the entry's id. */
  readonly files: Map<string, Blob>;
  readonly upload: (
    bytes: Blob,
    durationMs: number | undefined,
    progress: (share: number) => void,
  ) => Promise<Uploaded>;
  readonly read: () => Outbox;
  readonly write: (outbox: Outbox) => void;
  readonly send: (body: SentBody) => Promise<Sent>;
}

/** Sends one entry: a file's bytes first, once; what was uploaded is not uploaded again. */
export async function deliver(pending: Pending, ways: Ways): Promise<Sent> {
  const { body, id } = pending;
  if (body.kind === 'text') return ways.send({ kind: 'text', text: body.text });
  const track = (change: { readonly progress: number; readonly attachmentId?: string }) =>
    ways.write(
      amend(ways.read(), id, (one) =>
        one.body.kind === 'file' ? { ...one, body: { ...one.body, ...change } } : one,
      ),
    );
  let { attachmentId } = body;
  if (attachmentId === undefined) {
    const bytes = ways.files.get(id);
    if (bytes === undefined) return { kind: 'refused', code: 'not_found' };
    const uploaded = await ways.upload(bytes, body.durationMs, (progress) => track({ progress }));
    if (uploaded.kind !== 'stored') return uploaded;
    attachmentId = uploaded.attachmentId;
    track({ progress: 1, attachmentId });
  }
  const sent = await ways.send(
    body.file === 'picture'
      ? { kind: 'picture', attachmentId }
      : { kind: 'voice', attachmentId, waveform: [...body.waveform] },
  );
  if (sent.kind === 'stored') ways.files.delete(id);
  return sent;
}

/** What a failed call means to the outbox, by its fault's code. */
export function sentOf(code: string, retryAt: number | undefined, now: number): Sent {
  switch (code) {
    case 'unreachable':
    case 'unauthenticated':
      return { kind: 'unreachable' };
    case 'rate_limited':
    case 'overloaded':
      return { kind: 'later', afterMs: Math.min(30_000, Math.max(1_000, (retryAt ?? now + 3_000) - now)) };
    default:
      return { kind: 'refused', code };
  }
}
