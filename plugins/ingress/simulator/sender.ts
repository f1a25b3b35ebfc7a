import { request } from 'node:http';
import type { Clock, Ids } from '../../../shared/domain/effects.ts';
import { SIGNATURE_HEADERS, signedHeaders } from '../signing.ts';

/** Ways in which a sender can be wrong, or only unusual (`chunked`). */
export type Misbehaviour =
  | { readonly kind: 'replay_nonce' }
  | { readonly kind: 'skewed'; readonly ms: number }
  | { readonly kind: 'wrong_secret' }
  | { readonly kind: 'tampered' }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'chunked' }
  | { readonly kind: 'content_type'; readonly value: string }
  | { readonly kind: 'method'; readonly value: string };

/** What came back. */
export interface SenderAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly json: unknown;
}

/** An event without its sequence number. */
export type ShortEvent = Readonly<Record<string, unknown>>;

/** A platform's side of the HTTP form. */
export interface Sender {
  /** Gives each event the next sequence number. */
  readonly number: (events: readonly ShortEvent[]) => readonly ShortEvent[];
  /** Leaves out `n` numbers, as if events were lost. */
  readonly skip: (n: number) => void;
  readonly post: (events: readonly unknown[], wrong?: Misbehaviour) => Promise<SenderAnswer>;
  readonly postBytes: (body: Uint8Array, wrong?: Misbehaviour) => Promise<SenderAnswer>;
}

/** Where to send, and as whom. */
export interface SenderOptions {
  /** `http://…/ingress/v1/rooms/{room}/events` */
  readonly url: string;
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Name of the stream, where the platform has several. */
  readonly source?: string;
}

/** Makes a sender that signs, numbers and posts events. */
export function createSender(options: SenderOptions): Sender {
  let seq = 0;
  let lastNonce = '';

  function headersFor(body: Uint8Array, wrong: Misbehaviour | undefined): Readonly<Record<string, string>> {
    const nonce = wrong?.kind === 'replay_nonce' && lastNonce !== '' ? lastNonce : options.ids.next();
    lastNonce = nonce;
    const now = options.clock.now() + (wrong?.kind === 'skewed' ? wrong.ms : 0);
    const secret = wrong?.kind === 'wrong_secret' ? `${options.secret}x` : options.secret;
    const type = wrong?.kind === 'content_type' ? wrong.value : 'application/json';
    return { 'content-type': type, ...signedHeaders(secret, now, nonce, body) };
  }

  async function postBytes(body: Uint8Array, wrong?: Misbehaviour): Promise<SenderAnswer> {
    const headers: Record<string, string> = { ...headersFor(body, wrong) };
    if (wrong?.kind === 'unsigned') delete headers[SIGNATURE_HEADERS.signature];
    if (wrong?.kind !== 'chunked') headers['content-length'] = String(body.byteLength);
    const sent = wrong?.kind === 'tampered' ? tampered(body) : body;
    return send(options.url, wrong?.kind === 'method' ? wrong.value : 'POST', headers, sent);
  }

  return {
    number: (events) =>
      events.map((event) => {
        seq += 1;
        return { ...event, seq };
      }),
    skip(n) {
      seq += n;
    },
    post: (events, wrong) => postBytes(batchBytes(events, options.source), wrong),
    postBytes,
  };
}

/** The body of a batch. */
export function batchBytes(events: readonly unknown[], source?: string): Uint8Array {
  return Buffer.from(JSON.stringify(source === undefined ? { events } : { source, events }));
}

/** One request; the answer counts even where the other side stops reading the body. */
function send(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
): Promise<SenderAnswer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const json: unknown = text === '' ? null : JSON.parse(text);
        resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
        call.destroy();
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}

function tampered(body: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(body);
  const at = copy.byteLength >> 1;
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
}
