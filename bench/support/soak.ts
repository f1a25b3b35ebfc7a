import { setTimeout as sleep } from 'node:timers/promises';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { chatEvent, giftEvent } from '../../shared/testing/events.ts';
import { openBenchCore } from './bench-core.ts';
import { corpus } from './corpus.ts';

/** Memory at one moment, after a forced collection; bytes. */
export interface SoakSample {
  /** Simulated. */
  readonly hours: number;
  readonly rss: number;
  readonly heap: number;
}

export interface SoakReport {
  readonly samples: readonly SoakSample[];
  readonly peakRss: number;
  readonly sent: number;
  readonly stored: number;
  readonly backlog: number;
  /** Bytes that were freed when the control let go of what it had kept. */
  readonly keptBytes: number;
}

export interface SoakOptions {
  readonly dir: string;
  readonly hours: number;
  readonly speed: number;
  /** Events a simulated second. */
  readonly rate: number;
  /** The control: keep every event. */
  readonly leak: boolean;
  readonly say: (text: string) => void;
}

const ROOMS = ['r0', 'r1', 'r2', 'r3'] as const;
const TICK_MS = 20;
const SAMPLES = 48;

/** Lets simulated hours pass in a core whose clock runs `speed` times as fast. */
export async function runSoak(options: SoakOptions): Promise<SoakReport> {
  const { speed, rate, hours } = options;
  const began = Date.now();
  const clock = { now: () => began + (Date.now() - began) * speed };
  const bench = await openBenchCore({ dir: options.dir, rooms: ROOMS, clock });
  const say = corpus({ trouble: 0.003, people: 20_000 });
  const kept: LiveEvent[] = [];
  const samples: SoakSample[] = [];
  const lengthMs = (hours * 3_600_000) / speed;
  let peakRss = 0;
  let backlog = 0;
  let sent = 0;
  const watch = setInterval(() => {
    peakRss = Math.max(peakRss, process.memoryUsage.rss());
    backlog = Math.max(backlog, bench.core.services.push.gauges().backlog);
  }, 100);
  const start = performance.now();
  for (;;) {
    const passed = performance.now() - start;
    const due = Math.floor((Math.min(passed, lengthMs) / 1000) * speed * rate);
    const byRoom = Map.groupBy(
      Array.from({ length: due - sent }, (_, at) => sent + at),
      (n) => n % ROOMS.length,
    );
    for (const [room, numbers] of byRoom) {
      const events = numbers.map((n) => eventOf(n, ROOMS[room] ?? 'r0', began + (n * 1000) / rate, say(n)));
      if (options.leak) kept.push(...events);
      await bench.emit(ROOMS[room] ?? 'r0', events);
    }
    sent = due;
    if (passed >= ((samples.length + 1) * lengthMs) / SAMPLES) {
      globalThis.gc?.();
      const { rss, heapUsed, external } = process.memoryUsage();
      samples.push({ hours: (passed * speed) / 3_600_000, rss, heap: heapUsed + external });
      if (samples.length % 8 === 0)
        options.say(
          `${((passed * speed) / 3_600_000).toFixed(2)} of ${hours} h, RSS ${(rss / 1e6).toFixed(0)} MB`,
        );
    }
    if (passed >= lengthMs) break;
    await sleep(TICK_MS);
  }
  await Promise.race([bench.stored(sent), sleep(30_000)]);
  const stored = bench.core.services.push.gauges().storedEvents;
  clearInterval(watch);
  const before = heapAfterGc();
  kept.length = 0;
  const keptBytes = before - heapAfterGc();
  await bench.close();
  return { samples, peakRss, sent, stored, backlog, keptBytes };
}

function heapAfterGc(): number {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function eventOf(
  n: number,
  roomId: string,
  atMs: number,
  said: { readonly user: string; readonly text: string },
): LiveEvent {
  const spec = { key: `k${n}`, roomId, at: Math.floor(atMs), user: said.user, seq: n };
  const event = n % 20 === 19 ? giftEvent({ ...spec, fen: 100 }) : chatEvent({ ...spec, text: said.text });
  return {
    ...event,
    raw: { encoding: 'json', data: JSON.stringify({ cmd: 'DANMU_MSG', info: [n, said.user, said.text] }) },
  };
}
