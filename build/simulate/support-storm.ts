import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { agentLife } from './storm-agent.ts';
import {
  cpuSeconds,
  type MemoryReport,
  type MemorySample,
  memoryNow,
  memoryOf,
  share,
  startHub,
} from './storm-hub.ts';
import { judgeRest, type Page, type Tally } from './storm-judge.ts';
import { staffClient } from './storm-lines.ts';
import { viewerLife } from './storm-viewer.ts';

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
  /** Seconds after which a viewer is done and begins another conversation. */
  readonly turnSec: number;
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
  readonly agentCuts: number;
  readonly kills: number;
  readonly minutes: number;
  /** Agent's send to viewer's page, ms, of messages for whom both lines were up. */
  /** CPU time of the hub, s, of all its lives, and the load average at the end: a crowded machine makes its own delays. */
  readonly hubCpuSec: number;
  readonly loadAverage: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly measured: number;
  /** p99 of each tenth of the time, to see whether it grows. */
  readonly p99ByTenth: readonly number[];
  /** Of each life of the hub between kills. */
  readonly memory: readonly MemoryReport[];
}

/** Runs a hub on a new folder, viewers and agents against it, cuts lines, kills the hub, and counts. */
export async function runStorm(options: StormOptions): Promise<StormReport> {
  const dir = mkdtempSync(join(tmpdir(), 'changkong-storm-'));
  const state = { stopping: false, quiet: false, steadySince: 0, cuts: 0, agentCuts: 0, kills: 0 };
  const tally: Tally = { lost: 0, doubled: 0, disordered: 0, different: 0, said: 0, conversations: 0 };
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
    // They all come from one address.
    doors: {
      connectsPerMinute: 100_000,
      socketsPerAddress: 10_000,
      sessionsPerMinute: 100_000,
      messagesPerMinute: 600,
    },
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

  const latencies: [at: number, ms: number][] = [];
  const isSteady = (page: Page, sentAt: number): boolean =>
    sentAt > page.steadySince + 1_000 && sentAt > state.steadySince + 3_000;
  const pages = Array.from(
    { length: options.viewers },
    (_, index): Page => ({
      name: `v${index}`,
      number: 0,
      steadySince: Date.now(),
    }),
  );
  const answers = { count: 0 };
  const desks: (WebSocket | null)[] = [];
  const work = [
    ...pages.map((page) =>
      viewerLife(page, base, roomId, options, state, tally, (sentAt, at) => {
        if (isSteady(page, sentAt)) latencies.push([at, at - sentAt]);
      }),
    ),
    ...staff.map((session, index) =>
      agentLife(session, base, state, answers, (line) => {
        desks[index] = line;
      }),
    ),
  ];
  const cpu = { sum: 0 };
  const begun = Date.now();
  let life = begun;
  let sampledAt = 0;
  const lives: MemorySample[][] = [[]];
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
    // About one agent in five hundred: her desktop's line is cut, and she is back in a moment.
    for (const line of desks) {
      if (Math.random() > 0.0004 || line === null || line === undefined) continue;
      state.agentCuts += 1;
      line.terminate();
    }
    if (Date.now() - sampledAt > SAMPLE_MS) {
      sampledAt = Date.now();
      const sample = await memoryNow(port);
      if (sample !== undefined) lives.at(-1)?.push({ at: sampledAt - life, ...sample });
    }
    if ((killAt[0] ?? Number.POSITIVE_INFINITY) > Date.now()) continue;
    killAt.shift();
    state.kills += 1;
    cpu.sum += cpuSeconds(hub.child.pid);
    hub.child.kill('SIGKILL');
    await sleep(500);
    hub = await startHub(dir, port);
    life = Date.now();
    lives.push([]);
    state.steadySince = Date.now();
  }
  state.quiet = true;
  await sleep(Math.min(20_000, 3_000 + options.viewers * 20));
  await judgeRest(pages, base, paired.sessionToken, tally);
  state.stopping = true;
  for (const page of pages) page.socket?.terminate();
  cpu.sum += cpuSeconds(hub.child.pid);
  hub.child.kill('SIGKILL');
  await Promise.race([Promise.allSettled(work), sleep(3_000)]);
  rmSync(dir, { recursive: true, force: true });
  const ended = Date.now();
  const times = latencies.map(([, ms]) => ms);
  return {
    ...tally,
    answered: answers.count,
    cuts: state.cuts,
    agentCuts: state.agentCuts,
    kills: state.kills,
    minutes: Math.round((ended - begun) / 6_000) / 10,
    hubCpuSec: Math.round(cpu.sum),
    loadAverage: Math.round((loadavg()[0] ?? 0) * 10) / 10,
    p50Ms: share(times, 0.5),
    p99Ms: share(times, 0.99),
    measured: times.length,
    p99ByTenth: Array.from({ length: 10 }, (_, tenth) => {
      const from = begun + ((until - begun) * tenth) / 10;
      const to = begun + ((until - begun) * (tenth + 1)) / 10;
      return share(
        latencies.filter(([at]) => at >= from && at < to).map(([, ms]) => ms),
        0.99,
      );
    }),
    memory: lives.filter((samples) => samples.length > 0).map(memoryOf),
  };
}

const SAMPLE_MS = 5_000;
