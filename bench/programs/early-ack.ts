import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openSqliteStore } from '../../main/store/sqlite-store.ts';
import type { StoredEvent } from '../../main/store/store.ts';
import { chatEvent } from '../../shared/testing/events.ts';

/**
 * The control of the `kill` case: a receiver that acknowledges events when they are read and stores them
 * a moment later. Speaks as much of the hub's ingress as the sender needs. Argument: the data folder.
 */
const [dir = ''] = process.argv.slice(2);
const LATER_MS = 200;
const opened = await openSqliteStore({ dir, clock: { now: Date.now } });
if (!opened.ok) throw new Error(opened.fault.detail);
const store = opened.value;
let waiting: StoredEvent[] = [];
let offset = (await store.nextOffsets()).room ?? 1;
setInterval(() => {
  const rows = waiting;
  waiting = [];
  if (rows.length > 0) void store.write([{ op: 'events', rows }]);
}, LATER_MS);

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const { events } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as {
    readonly events: readonly { readonly id: string; readonly text: string }[];
  };
  for (const { id, text } of events) {
    waiting.push({
      offset,
      event: chatEvent({ key: id, platform: 'ingress', text, at: Date.now() }),
      verdicts: [],
    });
    offset += 1;
  }
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ accepted: events.length, duplicate: 0, rejected: [] }));
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  process.stdout.write(`${JSON.stringify({ event: 'listening', url: `http://127.0.0.1:${port}` })}\n`);
});
