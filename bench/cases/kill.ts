import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSqliteStore } from '../../main/store/sqlite-store.ts';
import { createDice } from '../../plugins/demo/random.ts';
import { createSender, type Sender, type ShortEvent } from '../../plugins/ingress/simulator/sender.ts';
import { percentile } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult } from '../report/types.ts';
import { must } from '../support/bench-core.ts';
import { type ChildHub, startChildHub, startProgram } from '../support/child-hub.ts';
import { PROJECT } from '../support/places.ts';

/** `kill -9` of the hub while a platform posts signed events: what was acknowledged is there, once. */
export const killCase: BenchCase = {
  name: 'kill',
  title: 'kill -9 of the hub while events come in',
  run,
};

const SECRET = 'bench-secret-0123456789';
const ROOM = 'room';
const BATCH = 20;
/** Senders at the same time, each a stream of its own. */
const SENDERS = 4;

interface Storm {
  readonly acked: ReadonlySet<string>;
  readonly sent: number;
  readonly kills: number;
  /** From the start of the process to its first line, ms. */
  readonly reopenMs: readonly number[];
}

interface Found {
  readonly lost: number;
  readonly doubled: number;
  readonly rows: number;
}

async function run(context: CaseContext): Promise<CaseResult> {
  const kills = context.option('kills', context.quick ? 2 : 25);
  const data = join(context.dir, 'hub');
  await prepare(data);
  const storm = await stormOf(context, kills, () => startChildHub(data));
  const own = await look(data, storm.acked);
  const controlData = join(context.dir, 'control');
  const early = join(PROJECT, 'bench', 'programs', 'early-ack.ts');
  const control = await stormOf(context, Math.min(kills, 5), () => startProgram([early, controlData]));
  const lostByControl = (await look(controlData, control.acked)).lost;
  const none = { op: '=', limit: 0, exact: true } as const;
  return {
    measures: [
      { what: 'acknowledged events lost', value: own.lost, unit: `of ${storm.acked.size}`, budget: none },
      { what: 'events stored twice', value: own.doubled, unit: `of ${own.rows} rows`, budget: none },
      { what: 'kills', value: storm.kills, unit: '' },
      { what: 'open again, p50', value: percentile(storm.reopenMs, 0.5), unit: 'ms' },
      { what: 'open again, max', value: percentile(storm.reopenMs, 1), unit: 'ms' },
    ],
    controls: [
      {
        what: 'a receiver that acknowledges before it stores',
        seen: `${lostByControl} of ${control.acked.size} acknowledged events lost in ${control.kills} kills`,
        failed: lostByControl > 0,
      },
    ],
    notes: [
      `${SENDERS} senders of ${BATCH} events a request; what was not acknowledged is sent again after each kill (${storm.sent} events sent in all).`,
      'The store’s own case, a kill between its two files, is a unit test (main/store/crash.test.ts).',
    ],
  };
}

/** Pairs with a new hub and adds the room, as a person would. */
async function prepare(data: string): Promise<void> {
  const hub = await startChildHub(data);
  const token = await hub.token;
  const paired = await post(`${hub.url}/api/v1/session/pair`, { token, name: 'bench' });
  const { sessionToken } = paired as { readonly sessionToken: string };
  const room = { id: ROOM, name: 'Bench', plugin: 'ingress', settings: { secret: SECRET }, enabled: true };
  await post(`${hub.url}/api/v1/rooms`, room, { authorization: `Bearer ${sessionToken}` });
  await hub.kill('SIGTERM');
}

async function post(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function stormOf(context: CaseContext, kills: number, open: () => Promise<ChildHub>): Promise<Storm> {
  const dice = createDice(5);
  const acked = new Set<string>();
  const reopenMs: number[] = [];
  let hub = { url: '' };
  const clock = { now: Date.now };
  const lanes = Array.from({ length: SENDERS }, (_, lane) => ({
    lane,
    sender: null as Sender | null,
    batch: 0,
  }));
  let sent = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const start = performance.now();
    const child = await open();
    reopenMs.push(performance.now() - start);
    hub = child;
    const end = new AbortController();
    const sending = lanes.map(async (lane) => {
      const url = `${hub.url}/ingress/v1/rooms/${ROOM}/events`;
      while (!end.signal.aborted) {
        // The same numbers and ids until the batch is acknowledged: a sender that never gives up.
        const events = batchOf(lane.lane, lane.batch);
        const sender = createSender({
          url,
          secret: SECRET,
          clock,
          ids: { next: randomUUID },
          source: `s${lane.lane}`,
        });
        sent += events.length;
        const answer = await sender.post(events).catch(() => null);
        if (answer === null) return;
        if (answer.status !== 200) {
          await sleep(50);
          continue;
        }
        for (const event of events) acked.add(String(event.id));
        lane.batch += 1;
      }
    });
    await sleep(dice.between(150, 900));
    await child.kill('SIGKILL');
    end.abort();
    await Promise.all(sending);
    if (kill % 5 === 4) context.say(`${kill + 1} of ${kills} kills, ${acked.size} events acknowledged`);
  }
  return { acked, sent, kills, reopenMs };
}

function batchOf(lane: number, batch: number): readonly ShortEvent[] {
  return Array.from({ length: BATCH }, (_, at) => {
    const seq = batch * BATCH + at + 1;
    return {
      seq,
      kind: 'chat',
      id: `l${lane}n${seq}`,
      at: Date.now(),
      user: { id: `u${seq % 50}`, name: `观众${seq % 50}` },
      text: `第${seq}句`,
    };
  });
}

/** Reads everything back and compares. */
async function look(dir: string, acked: ReadonlySet<string>): Promise<Found> {
  const store = must(await openSqliteStore({ dir, clock: { now: Date.now } }));
  const seen = new Map<string, number>();
  let cursor: string | undefined;
  do {
    const page = await store.events({ kinds: ['chat'], order: 'oldest', limit: 1_000, cursor });
    for (const { event } of page.rows) {
      const id = event.eventId.slice(event.eventId.lastIndexOf(':') + 1);
      seen.set(id, (seen.get(id) ?? 0) + 1);
    }
    cursor = page.cursor;
  } while (cursor !== undefined);
  await store.close();
  let rows = 0;
  let doubled = 0;
  for (const count of seen.values()) {
    rows += count;
    if (count > 1) doubled += 1;
  }
  return { lost: [...acked].filter((id) => !seen.has(id)).length, doubled, rows };
}
