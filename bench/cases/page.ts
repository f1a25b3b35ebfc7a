import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Browser, Page } from 'playwright-core';
import { PAGE_DIR } from '../../main/cli/places.ts';
import { SESSION_COOKIE } from '../../main/core/hub/security.ts';
import { chatEvent } from '../../shared/testing/events.ts';
import { percentile } from '../report/stats.ts';
import type { BenchCase, CaseContext, CaseResult, Measure } from '../report/types.ts';
import { type BenchCore, openBenchCore } from '../support/bench-core.ts';
import { openBenchHub } from '../support/bench-hub.ts';
import { findChromium, mainThread, openBrowser } from '../support/browser.ts';
import { startCanvasPage } from '../support/canvas-page.ts';
import { corpus, type Said } from '../support/corpus.ts';
import { type ProbeReport, probePage, watchSockets } from '../support/page-probe.ts';

/** The built workbench in a browser while a room goes by: frames, blanks, lag and clicks. */
export const pageCase: BenchCase = {
  name: 'page',
  title: 'The workbench in a browser while a room goes by',
  run,
};

const RATES = [
  { rate: 500, slow: 1 },
  { rate: 1_000, slow: 1 },
  { rate: 3_000, slow: 3 },
] as const;
/** Flags in the queue are timed in a console of many rooms, one of them in sight. */
const PIXEL = { rate: 5_000, rooms: 20 } as const;
const ROOM = 'r0';
const MARK = ':chat:n';
const TICK_MS = 10;
const LOAD_MS = 40_000;

interface Seen {
  readonly probe: ProbeReport;
  /** From the schedule of the message that raised it to the frame with the flag’s card. */
  readonly flagMs: readonly number[];
  readonly firstRowMs: number;
  readonly cpuMsPerSecond: number;
  readonly floorCpuMsPerSecond: number;
  readonly floorSlow: number;
}

async function run(context: CaseContext): Promise<CaseResult> {
  const chromium = findChromium();
  if (chromium === null) return skip('no Chromium (apt-get install chromium, or set CHROMIUM)');
  if (!existsSync(join(PAGE_DIR, 'index.html'))) return skip('the page is not built (npm run build)');
  const seconds = context.option('seconds', context.quick ? 3 : 20);
  const browser = await openBrowser(chromium);
  const measures: Measure[] = [];
  const notes = ['Headless Chromium draws in software on the same cores as the core and the feed.'];
  try {
    for (const { rate, slow } of context.quick ? RATES.slice(1, 2) : RATES) {
      context.say(`${rate} messages/s`);
      const seen = await watch(context, browser, { rate, rooms: 1 }, seconds);
      measures.push(...measuresOf(seen, rate, slow));
      notes.push(
        `at ${rate}/s: ${seen.probe.frames.length} frames, ${seen.probe.looks} looks, ${seen.probe.rows} rows in the list, first row ${Math.round(seen.firstRowMs)} ms after the page was asked for; shown ${percentile(seen.probe.lagMs, 0.5).toFixed(0)} ms (p50) and ${percentile(seen.probe.lagMs, 0.99).toFixed(0)} ms (p99) after the schedule.`,
      );
    }
    context.say(`flags at ${PIXEL.rate} messages/s`);
    const flagMs = await watch(context, browser, PIXEL, seconds).then(
      (seen) => seen.flagMs,
      (error: unknown) => {
        notes.push(`flags to the pixel could not be timed: ${String(error)}`);
        return [];
      },
    );
    measures.push({
      what: `arrival → flag in the queue, p99 at ${PIXEL.rate.toLocaleString('en')}/s in ${PIXEL.rooms} rooms`,
      value: percentile(flagMs, 0.99),
      unit: `ms of ${flagMs.length}`,
      budget: { op: '<=', limit: 120 },
    });
    return { measures, notes };
  } finally {
    await browser.close();
  }
}

function measuresOf(seen: Seen, rate: number, slow: number): readonly Measure[] {
  const { probe } = seen;
  const at = `at ${rate.toLocaleString('en')}/s`;
  const most = (limit: number, exact = false) => ({ op: '<=', limit, ...(exact ? { exact } : {}) }) as const;
  return [
    {
      what: `frames over 33 ms ${at}`,
      value: slowShare(probe.frames),
      unit: '%',
      budget: most(slow),
      peer: { what: 'canvas', value: seen.floorSlow, ratio: slowShare(probe.frames) / seen.floorSlow },
    },
    { what: `looks at a blank list ${at}`, value: probe.blanks, unit: `of ${probe.looks}`, budget: most(0) },
    {
      what: `newest row behind, p99 ${at}`,
      value: percentile(probe.behind, 0.99),
      unit: 'frames',
      budget: most(2),
    },
    { what: `newest row behind, max ${at}`, value: percentile(probe.behind, 1), unit: 'frames' },
    {
      what: `click on a flag → chosen, max ${at}`,
      value: percentile(probe.clicks, 1),
      unit: `ms of ${probe.clicks.length}`,
      budget: most(100),
    },
    {
      what: `main thread ${at}`,
      value: seen.cpuMsPerSecond,
      unit: 'ms/s',
      peer: {
        what: 'canvas',
        value: seen.floorCpuMsPerSecond,
        ratio: seen.cpuMsPerSecond / seen.floorCpuMsPerSecond,
      },
    },
  ];
}

async function watch(
  context: CaseContext,
  browser: Browser,
  spec: { readonly rate: number; readonly rooms: number },
  seconds: number,
): Promise<Seen> {
  const { rate } = spec;
  const rooms = Array.from({ length: spec.rooms }, (_, index) => `r${index}`);
  const bench = await openBenchCore({ dir: join(context.dir, `page-${rate}`), rooms });
  const raisers = noteRaisers(bench);
  const { hub, sessionToken } = await openBenchHub(bench, PAGE_DIR);
  const floor = await startCanvasPage();
  const say = corpus({ trouble: Math.min(0.01, 5 / rate), people: 3_000 });
  const feed = startFeed(rate, say, (said) => {
    floor.push(said.map(({ n, user, text }) => ({ id: `n${n}`, name: user, text })));
    for (const [room, own] of Map.groupBy(said, ({ n }) => n % rooms.length)) {
      const roomId = rooms[room] ?? ROOM;
      const events = own.map(({ n, user, text }) =>
        chatEvent({ key: `n${n}`, roomId, user, text, at: Date.now(), seq: n }),
      );
      void bench.emit(roomId, events);
    }
  });
  const browsing = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await browsing.addCookies([{ name: SESSION_COOKIE, value: sessionToken, url: hub.url }]);
  const page = await browsing.newPage();
  const died = new Promise<never>((_, refuse) => {
    page.once('crash', () => refuse(new Error('the tab crashed')));
    const mostMs = LOAD_MS + seconds * 3_000;
    setTimeout(() => refuse(new Error(`the page took more than ${mostMs} ms`)), mostMs).unref();
  });
  died.catch(() => undefined);
  await page.addInitScript(watchSockets, MARK);
  const asked = performance.now();
  await page.goto(`${hub.url}/#/room/${ROOM}`);
  await page.waitForSelector('[data-testid="live"] [data-event-id]', { state: 'attached' });
  const firstRowMs = performance.now() - asked;
  await sleep(1_500);
  const clock = await mainThread(page);
  const before = await clock();
  const told = {
    mark: MARK,
    startedAt: feed.startedAt,
    rate,
    forMs: seconds * 1000,
    clicks: Math.ceil(seconds / 2),
  };
  const probe = await Promise.race([page.evaluate(probePage, told), died]);
  const cpuMsPerSecond = ((await clock()) - before) / (seconds + 0.2);
  await page.close();
  const flagMs = probe.cards.flatMap(([id, at]) => {
    const n = Number(raisers.get(id)?.split(MARK)[1]);
    return Number.isNaN(n) ? [] : [at - (feed.startedAt + (n * 1_000) / rate)];
  });
  const { cpu, slow } = await watchFloor(browser, floor.url, Math.min(seconds, 6));
  feed.stop();
  await browsing.close();
  await floor.close();
  await hub.close();
  await bench.close();
  return { probe, flagMs, firstRowMs, cpuMsPerSecond, floorCpuMsPerSecond: cpu, floorSlow: slow };
}

/** By flag, the event that raised it: the newest it had when it was first told. A raid names earlier ones too. */
function noteRaisers(bench: BenchCore): ReadonlyMap<string, string> {
  const raisers = new Map<string, string>();
  bench.core.services.desk.onChange((changes) => {
    for (const change of changes) {
      if (change.kind !== 'flag' || raisers.has(change.flag.id)) continue;
      raisers.set(change.flag.id, change.flag.evidence.at(-1)?.eventId ?? '');
    }
  });
  return raisers;
}

async function watchFloor(
  browser: Browser,
  url: string,
  seconds: number,
): Promise<{ readonly cpu: number; readonly slow: number }> {
  const page: Page = await browser.newPage();
  await page.goto(url);
  await sleep(500);
  const clock = await mainThread(page);
  const before = await clock();
  const frames = await page.evaluate(
    (forMs) =>
      new Promise<number[]>((done) => {
        const deltas: number[] = [];
        const start = performance.now();
        let last = start;
        const frame = (): void => {
          const now = performance.now();
          deltas.push(now - last);
          last = now;
          if (now - start < forMs) requestAnimationFrame(frame);
          else done(deltas);
        };
        requestAnimationFrame(frame);
      }),
    seconds * 1000,
  );
  const cpu = ((await clock()) - before) / seconds;
  await page.close();
  return { cpu, slow: slowShare(frames) };
}

/** Sends on a schedule that does not wait for the page; each text is its own, so that nothing collapses. */
function startFeed(
  rate: number,
  say: (n: number) => Said,
  emit: (said: readonly Said[]) => void,
): { readonly startedAt: number; readonly stop: () => void } {
  const startedAt = Date.now();
  const start = performance.now();
  let sent = 0;
  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - start) / 1000) * rate);
    const said = Array.from({ length: due - sent }, (_, at) => {
      const one = say(sent + at);
      return { ...one, text: `${one.text} ${one.n.toString(36)}` };
    });
    sent = due;
    if (said.length > 0) emit(said);
  }, TICK_MS);
  return { startedAt, stop: () => clearInterval(timer) };
}

function slowShare(frames: readonly number[]): number {
  return (frames.filter((ms) => ms > 33.4).length / frames.length) * 100;
}

function skip(why: string): CaseResult {
  return { measures: [], skipped: why };
}
