import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  checkFresh,
  checkSignature,
  readSignatureHeaders,
  signedHeaders,
} from '../../../../plugins/ingress/signing.ts';
import type { Clock, Ids } from '../../../../shared/domain/effects.ts';

/** What the system does with the next delivery; without any it takes it. */
export type SystemAnswer =
  | { readonly kind: 'fail'; readonly status: number; readonly retryAfterSec?: number }
  /** Takes it, and cuts the connection before answering. */
  | { readonly kind: 'take_and_cut' }
  | { readonly kind: 'hang' };

/** A delivery as the system took it, once. */
export interface TakenDelivery {
  readonly id: string;
  readonly event: string;
  readonly ticketId: string;
}

/** A ticket system that takes signed deliveries, strictly, and calls back with a status. */
export interface TicketSystem {
  readonly url: string;
  readonly taken: readonly TakenDelivery[];
  /** Why deliveries were turned away. */
  readonly refusals: readonly string[];
  /** How often a delivery came that it had. */
  readonly repeats: () => number;
  /** Calls that were left without an answer. */
  readonly hanging: () => number;
  readonly script: (answers: readonly SystemAnswer[]) => void;
  /** Its own id of a ticket. */
  readonly externalIdOf: (ticketId: string) => string | undefined;
  /** Sends a status back, signed; returns the HTTP status of the answer. */
  readonly report: (callbackUrl: string, body: Readonly<Record<string, unknown>>) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Starts the system on a free loopback port. */
export async function startTicketSystem(options: {
  readonly secret: string;
  readonly clock: Clock;
  readonly ids: Ids;
}): Promise<TicketSystem> {
  const taken: TakenDelivery[] = [];
  const refusals: string[] = [];
  const nonces = new Set<string>();
  const tickets = new Map<string, string>();
  let answers: readonly SystemAnswer[] = [];
  let repeats = 0;
  let hanging = 0;

  function refusal(request: IncomingMessage, body: Buffer): string | null {
    const parts = readSignatureHeaders(request.headers);
    if (!parts.ok) return parts.fault.code;
    const fresh = checkFresh(parts.value, options.clock.now());
    if (!fresh.ok) return fresh.fault.code;
    if (!checkSignature(parts.value, options.secret, body).ok) return 'bad_signature';
    if (nonces.has(parts.value.nonce)) return 'nonce_replayed';
    nonces.add(parts.value.nonce);
    return null;
  }

  function take(delivery: { id: string; event: string; ticket: { id: string } }): string {
    const externalId = tickets.get(delivery.ticket.id) ?? `EXT-${tickets.size + 1}`;
    tickets.set(delivery.ticket.id, externalId);
    if (taken.some(({ id }) => id === delivery.id)) repeats += 1;
    else taken.push({ id: delivery.id, event: delivery.event, ticketId: delivery.ticket.id });
    return externalId;
  }

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const reason = refusal(request, body);
    if (reason !== null) {
      refusals.push(reason);
      response.writeHead(401).end();
      return;
    }
    const [next, ...rest] = answers;
    answers = rest;
    if (next?.kind === 'hang') {
      hanging += 1;
      return;
    }
    if (next?.kind === 'fail') {
      const { status, retryAfterSec } = next;
      response
        .writeHead(status, retryAfterSec === undefined ? {} : { 'retry-after': String(retryAfterSec) })
        .end();
      return;
    }
    const delivery = JSON.parse(body.toString('utf8'));
    if (request.headers['idempotency-key'] !== delivery.id) refusals.push('idempotency-key');
    const externalId = take(delivery);
    if (next?.kind === 'take_and_cut') {
      response.destroy();
      return;
    }
    const url = `https://tickets.example/${externalId}`;
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ externalId, url, status: 'received' }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hooks/changkong`,
    taken,
    refusals,
    repeats: () => repeats,
    hanging: () => hanging,
    script(next) {
      answers = next;
    },
    externalIdOf: (ticketId) => tickets.get(ticketId),
    async report(callbackUrl, value) {
      const body = JSON.stringify(value);
      const signed = signedHeaders(options.secret, options.clock.now(), options.ids.next(), body);
      const response = await fetch(callbackUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...signed },
        body,
      });
      await response.arrayBuffer();
      return response.status;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
