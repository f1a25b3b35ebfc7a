import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { WebSocket } from 'ws';
import type { ApiClient } from '../../shared/api/client.ts';
import type { ViewerClient } from '../../shared/api/viewer.ts';
import type { Conversation } from '../../shared/support/conversation.ts';
import type { MessageView } from '../../shared/support/views.ts';

/** How hard the storm is. */
export interface StormOptions {
  readonly viewers: number;
  readonly agents: number;
  /** Seconds of traffic before everyone settles. */
  readonly seconds: number;
  /** Times the hub is killed with SIGKILL and started again. */
  readonly kills: number;
  /** Seconds between a viewer's messages, on average. */
  readonly pauseSec: number;
}

/** What was found. The first four must be 0. */
export interface StormReport {
  readonly lost: number;
  readonly doubled: number;
  readonly disordered: number;
  /** Differences between what a viewer's page holds and what the hub holds. */
  readonly different: number;
  readonly said: number;
  readonly answered: number;
  readonly conversations: number;
  readonly cuts: number;
  readonly kills: number;
  /** Agent's send to viewer's page, ms, of messages for whom both lines were up. */
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly measured: number;
}

interface Page {
  readonly name: string;
  readonly said: string[];
  readonly held: Map<string, MessageView>;
  readonly fresh: number[];
  session?: string;
  conversationId?: string;
  rev: number;
  socket?: WebSocket;
  doubled: number;
  /** Lines were not whole before this moment. */
  steadySince: number;
}

/** Runs a hub on a new folder, viewers and agents against it, cuts lines, kills the hub, and counts. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const dir = mkdtempSync(join(tmpdir(), 'changkong-storm-'));
  const state = { stopping: false, quiet: false, steadySince: 0, cuts: 0, kills: 0 };
  let hub = await startHub(dir, 0);
  const { port, token = '' } = hub;
  const base = `ws://127.0.0.1:${port}`;
  const paired = (await (
    await fetch(`http://127.0.0.1:${port}/api/v1/session/pair`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
    })
  ).json()) as { readonly sessionToken: string };
  const owner = await staffClient(base, paired.sessionToken);
  const [room] = await owner.client.rooms.list();
  const roomId = room?.room.id ?? '';
  await owner.client.support.config.put({
    bot: { ...(await owner.client.support.config.get()).bot, enabled: false },
  });
  const staff: string[] = [];
  for (let index = 0; index < options.agents; index += 1) {
    const { token: invite, member } = await owner.client.session.invite({
      name: `客服${index}`,
      roles: ['agent'],
      ttlMinutes: 60,
    });
    staff.push((await owner.client.session.pair({ token: invite })).sessionToken);
    await owner.client.support.saveAgent({
      id: member.id,
      groups: ['general'],
      skills: [],
      capacity: Math.ceil((options.viewers * 1.5) / options.agents),
      languages: [],
    });
  }
  owner.socket.terminate();

  const latencies: number[] = [];
  const isSteady = (page: Page, sentAt: number): boolean =>
    sentAt > page.steadySince + 1_000 && sentAt > state.steadySince + 3_000;
  const pages = Array.from(
    { length: options.viewers },
    (_, index): Page => ({
      name: `v${index}`,
      said: [],
      held: new Map(),
      fresh: [],
      rev: 0,
      doubled: 0,
      steadySince: Date.now(),
    }),
  );
  const answers = { count: 0 };
  const work = [
    ...pages.map((page) =>
      viewerLife(page, base, roomId, options, state, (sentAt, at) => {
        if (isSteady(page, sentAt)) latencies.push(at - sentAt);
      }),
    ),
    ...staff.map((session) => agentLife(session, base, state, answers)),
  ];
  const until = Date.now() + options.seconds * 1_000;
  const killAt = Array.from(
    { length: options.kills },
    (_, index) => Date.now() + ((index + 1) * options.seconds * 1_000) / (options.kills + 1),
  );
  while (Date.now() < until) {
    await sleep(200);
    // About one viewer in a hundred loses her line in a second.
    for (const page of pages) {
      if (Math.random() > 0.002 || page.socket === undefined) continue;
      state.cuts += 1;
      page.socket.terminate();
    }
    if ((killAt[0] ?? Number.POSITIVE_INFINITY) > Date.now()) continue;
    killAt.shift();
    state.kills += 1;
    hub.child.kill('SIGKILL');
    await sleep(500);
    hub = await startHub(dir, port);
    state.steadySince = Date.now();
  }
  state.quiet = true;
  await sleep(Math.min(20_000, 3_000 + options.viewers * 20));
  const judged = await judge(pages, base, paired.sessionToken);
  state.stopping = true;
  for (const page of pages) page.socket?.terminate();
  hub.child.kill('SIGKILL');
  await Promise.race([Promise.allSettled(work), sleep(3_000)]);
  rmSync(dir, { recursive: true, force: true });
  latencies.sort((left, right) => left - right);
  return {
    ...judged,
    said: pages.reduce((sum, page) => sum + page.said.length, 0),
    answered: answers.count,
    conversations: pages.filter((page) => page.conversationId !== undefined).length,
    cuts: state.cuts,
    kills: state.kills,
    p50Ms: latencies[Math.floor(latencies.length * 0.5)] ?? 0,
    p99Ms: latencies[Math.floor(latencies.length * 0.99)] ?? 0,
    measured: latencies.length,
  };
}

/** Says numbered things, each until it is acknowledged, over whatever line there is. */
async function viewerLife(
  page: Page,
  base: string,
  roomId: string,
  options: StormOptions,
  state: { readonly stopping: boolean; readonly quiet: boolean },
  onAnswer: (sentAt: number, at: number) => void,
): Promise<void> {
  let number = 0;
  let pending: { readonly id: string; readonly text: string } | null = null;
  while (!state.stopping) {
    let line: Awaited<ReturnType<typeof open>> | null = null;
    const stop = new AbortController();
    try {
      line = await open(`${base}/support/rpc`, {
        protocols:
          page.session === undefined
            ? ['changkong.support']
            : ['changkong.support', `session.${page.session}`],
      });
      const client: ViewerClient = createORPCClient(
        new RPCLink({ websocket: line as unknown as globalThis.WebSocket }),
      );
      page.socket = line;
      if (page.session === undefined) {
        page.session = (await client.open({ roomId })).session;
        continue;
      }
      page.conversationId ??= (await client.start({ id: randomUUID(), topic: 'gift' })).id;
      const { conversationId } = page;
      page.steadySince = Date.now();
      const reading = (async () => {
        for await (const frame of await client.feed(
          { conversationId, after: page.rev },
          { signal: stop.signal },
        )) {
          if (frame.kind !== 'messages') continue;
          page.rev = frame.rev;
          for (const message of frame.messages) keep(page, message, onAnswer);
        }
      })();
      reading.catch(() => undefined);
      while (line.readyState === line.OPEN && !state.stopping) {
        await sleep(Math.random() * 2_000 * options.pauseSec);
        if (state.quiet && pending === null) continue;
        pending ??= { id: randomUUID(), text: `${page.name}#${number}` };
        await client.send({ conversationId, id: pending.id, body: { kind: 'text', text: pending.text } });
        page.said.push(pending.text);
        number += 1;
        pending = null;
      }
    } catch {
      await sleep(100 + Math.random() * 400);
    } finally {
      stop.abort();
      line?.terminate();
    }
  }
}

function keep(page: Page, message: MessageView, onAnswer: (sentAt: number, at: number) => void): void {
  const before = page.held.get(message.id);
  if (before !== undefined && before.rev >= message.rev) page.doubled += 1;
  page.held.set(message.id, message);
  if (before !== undefined) return;
  page.fresh.push(message.seq);
  const sentAt =
    message.body.kind === 'text' && message.from.kind === 'agent'
      ? Number(message.body.text.split('@')[1])
      : Number.NaN;
  if (!Number.isNaN(sentAt)) onAnswer(sentAt, Date.now());
}

/** Answers each of a viewer's messages once: the id of the answer is made from the question's. */
async function agentLife(
  session: string,
  base: string,
  state: { readonly stopping: boolean },
  answers: { count: number },
): Promise<void> {
  const done = new Set<string>();
  const seen = new Map<string, number>();
  while (!state.stopping) {
    const stop = new AbortController();
    let line: WebSocket | null = null;
    try {
      const made = await staffClient(base, session);
      line = made.socket;
      const { client } = made;
      const { member } = await client.session.hello({});
      await client.support.setState({ state: 'online' });
      const look = async (row: Conversation): Promise<void> => {
        if (row.offer?.to.id === member.id) {
          await client.support.accept({ conversationId: row.id });
          return;
        }
        if (row.agent?.id !== member.id || row.state !== 'active') return;
        const from = seen.get(row.id) ?? 0;
        for (const message of await client.support.messages({
          conversationId: row.id,
          afterSeq: from,
          limit: 500,
        })) {
          if (message.from.kind === 'viewer' && !done.has(message.id)) {
            await client.support.send({
              conversationId: row.id,
              id: answerId(message.id),
              body: { kind: 'text', text: `回复 ${message.id}@${Date.now()}` },
            });
            done.add(message.id);
            answers.count += 1;
          }
          seen.set(row.id, Math.max(seen.get(row.id) ?? 0, message.seq));
        }
      };
      for await (const frame of await client.support.feed({}, { signal: stop.signal })) {
        const rows =
          frame.kind === 'snapshot'
            ? frame.rows
            : frame.changes.flatMap((change) => (change.kind === 'conversation' ? [change.row] : []));
        for (const { conversation } of rows)
          await look(conversation).catch((error: { readonly code?: string }) => {
            if (error.code !== 'conflict') throw error;
          });
      }
    } catch {
      await sleep(200 + Math.random() * 300);
    } finally {
      stop.abort();
      line?.terminate();
    }
  }
}

async function judge(
  pages: readonly Page[],
  base: string,
  session: string,
): Promise<Pick<StormReport, 'lost' | 'doubled' | 'disordered' | 'different'>> {
  const { client, socket } = await staffClient(base, session);
  let [lost, doubled, disordered, different] = [0, 0, 0, 0];
  for (const page of pages) {
    if (page.conversationId === undefined) continue;
    const kept: MessageView[] = [];
    for (
      let next = await client.support.messages({ conversationId: page.conversationId, limit: 500 });
      next.length > 0;
      next = await client.support.messages({
        conversationId: page.conversationId,
        afterSeq: kept.length,
        limit: 500,
      })
    )
      kept.push(...next);
    const said = kept.flatMap((message) =>
      message.from.kind === 'viewer' && message.body.kind === 'text' ? [message.body.text] : [],
    );
    lost += page.said.filter((text) => !said.includes(text)).length;
    doubled += said.length - new Set(said).size + page.doubled;
    const numbers = said.map((text) => Number(text.split('#')[1]));
    disordered += numbers.filter((value, index) => index > 0 && value <= (numbers[index - 1] ?? -1)).length;
    disordered += kept.filter((message, index) => message.seq !== index + 1).length;
    disordered += page.fresh.filter((seq, index) => index > 0 && seq <= (page.fresh[index - 1] ?? 0)).length;
    const mine = [...page.held.values()]
      .sort((left, right) => left.seq - right.seq)
      .map((message) => message.id);
    const theirs = kept.filter((message) => message.audience === 'all').map((message) => message.id);
    different +=
      theirs.filter((id) => !mine.includes(id)).length + mine.filter((id) => !theirs.includes(id)).length;
  }
  socket.terminate();
  return { lost, doubled, disordered, different };
}

async function staffClient(
  base: string,
  session: string,
): Promise<{ readonly client: ApiClient; readonly socket: WebSocket }> {
  const socket = await open(`${base}/rpc`, { headers: { authorization: `Bearer ${session}` } });
  return {
    client: createORPCClient(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket })),
    socket,
  };
}

function open(
  url: string,
  how: { readonly protocols?: readonly string[]; readonly headers?: Readonly<Record<string, string>> },
): Promise<WebSocket> {
  const socket = new WebSocket(url, [...(how.protocols ?? [])], {
    headers: { ...how.headers },
    handshakeTimeout: 5_000,
  });
  return new Promise((resolve, reject) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', reject);
    socket.on('error', () => undefined);
  });
}

function answerId(id: string): string {
  const hash = createHash('sha256').update(id).digest('hex');
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
}

async function startHub(
  dir: string,
  port: number,
): Promise<{ readonly child: ChildProcess; readonly port: number; readonly token?: string }> {
  const child = spawn(
    process.execPath,
    ['main/cli.ts', 'hub', '--port', String(port), '--data', dir, ...(port === 0 ? ['--demo'] : [])],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const found: { port?: number; token?: string } = {};
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as {
      readonly event: string;
      readonly url: string;
      readonly token?: string;
    };
    if (said.event === 'listening') found.port = Number(new URL(said.url).port);
    if (said.token !== undefined) found.token = said.token;
    if (found.port !== undefined && (port !== 0 || found.token !== undefined)) break;
  }
  if (found.port === undefined) throw new Error('the hub did not start');
  return { child, port: found.port, ...(found.token === undefined ? {} : { token: found.token }) };
}
