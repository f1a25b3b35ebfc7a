import { lookup as systemLookup } from 'node:dns';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isLoopbackAddress, isPrivateAddress } from '../../../../plugins/ingress/callback-url.ts';

/** Where and how a question goes. */
export interface GuardedPost {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** For the whole of it: name, connection, answer. */
  readonly timeoutMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
  readonly allowPrivateNetwork: boolean;
}

/** What became of it. Redirects are not followed, and nothing is decompressed. */
export type GuardedAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly text: string;
      /** Seconds, where the answer asks to be left alone. */
      readonly retryAfterSec?: number | undefined;
    }
  | {
      readonly kind: 'failed';
      readonly why: 'blocked' | 'timeout' | 'tooLarge' | 'redirects' | 'unreachable' | 'invalid';
      readonly detail: string;
    };

/** How names are resolved: Node's own, or a test's. */
export type Resolve = (
  host: string,
  done: (
    error: Error | null,
    addresses: readonly { readonly address: string; readonly family: number }[],
  ) => void,
) => void;

const resolveByDns: Resolve = (host, done) => {
  systemLookup(host, { all: true }, (error, addresses) => done(error, addresses));
};

/**
 * Posts JSON to an address that somebody typed in. The address that is connected to is the one that was checked,
 * so a name that changes its mind between the two gets nowhere. Never throws.
 */
export function guardedPost(post: GuardedPost, resolve: Resolve = resolveByDns): Promise<GuardedAnswer> {
  const checked = checkUrl(post.url, post.allowPrivateNetwork);
  if (typeof checked === 'string') return Promise.resolve(failed('blocked', checked));
  const url = checked;
  const isPlain = url.protocol === 'http:';
  let blocked = '';
  const lookup: LookupFunction = (host, options, done) => {
    resolve(host, (error, addresses) => {
      const refused = addresses.find(({ address }) =>
        // In the open it may go to this house alone; into this house only where that is permitted.
        isPlain ? !isNear(address) : !post.allowPrivateNetwork && isNear(address),
      );
      const first = addresses[0];
      if (refused !== undefined) blocked = `${host} → ${refused.address}`;
      if (error !== null || refused !== undefined || first === undefined) {
        done(error ?? new Error('address refused'), '', 0);
        return;
      }
      // Node asks for one address or for all, as it was told to connect.
      if (options.all === true)
        (done as unknown as (e: null, all: typeof addresses) => void)(null, addresses);
      else done(null, first.address, first.family);
    });
  };
  return new Promise((settle) => {
    const send = isPlain ? httpRequest : httpsRequest;
    const signal = AbortSignal.timeout(post.timeoutMs);
    const request = send(url, {
      method: 'POST',
      headers: {
        ...post.headers,
        'content-length': String(Buffer.byteLength(post.body)),
        accept: 'application/json',
      },
      agent: false,
      lookup,
      signal,
    });
    request.on('error', (error) => {
      if (blocked !== '') settle(failed('blocked', blocked));
      else if (signal.aborted) settle(failed('timeout', `${post.timeoutMs} ms`));
      else settle(failed('unreachable', codeOf(error)));
    });
    request.on('response', (response) => {
      void readResponse(response, post.maxBytes)
        .catch((error: unknown) =>
          signal.aborted ? failed('timeout', `${post.timeoutMs} ms`) : failed('unreachable', codeOf(error)),
        )
        .then((answer) => {
          settle(answer);
          request.destroy();
        });
    });
    request.end(post.body);
  });
}

async function readResponse(response: IncomingMessage, maxBytes: number): Promise<GuardedAnswer> {
  const status = response.statusCode ?? 0;
  if (status >= 300 && status < 400) return failed('redirects', String(status));
  if (Number(response.headers['content-length'] ?? 0) > maxBytes)
    return failed('tooLarge', `${maxBytes} bytes`);
  const encoding = response.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return failed('invalid', `encoding ${encoding}`);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > maxBytes) return failed('tooLarge', `${maxBytes} bytes`);
    chunks.push(chunk);
  }
  if (!response.complete) return failed('unreachable', 'cut off');
  const retryAfterSec = Number(response.headers['retry-after'] ?? Number.NaN);
  return {
    kind: 'answered',
    status,
    text: Buffer.concat(chunks).toString('utf8'),
    ...(retryAfterSec >= 0 && retryAfterSec <= 86_400 ? { retryAfterSec } : {}),
  };
}

/** The URL, or why it may not be called. */
function checkUrl(text: string, allowPrivate: boolean): URL | string {
  if (!URL.canParse(text)) return 'not a URL';
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return 'no user or password in the URL';
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return 'https is needed';
  const host = url.hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  const literal = isIP(host) !== 0;
  if (url.protocol === 'http:' && !allowPrivate) return 'https is needed';
  if (literal && url.protocol === 'http:' && !isNear(host)) return 'https is needed';
  if (literal && !allowPrivate && isNear(host)) return 'an address of a private network is not permitted';
  return url;
}

function isNear(address: string): boolean {
  return isPrivateAddress(address) || isLoopbackAddress(address);
}

function failed(why: Extract<GuardedAnswer, { kind: 'failed' }>['why'], detail: string): GuardedAnswer {
  return { kind: 'failed', why, detail };
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'failed';
  return 'code' in error ? String(error.code) : error.message;
}
