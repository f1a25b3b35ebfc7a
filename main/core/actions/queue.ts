import type { Clock } from '../../../shared/domain/effects.ts';
import { sleep } from '../effects.ts';

/** One room's actions, one at a time; single ones pass waiting bulks. */
export interface SerialQueue {
  /** Adds work. `key` names its rate limit, `bulk` lets single work pass. */
  readonly add: (work: {
    readonly key: string;
    readonly bulk: boolean;
    readonly rate?: { readonly n: number; readonly perSec: number } | undefined;
    readonly run: () => Promise<void>;
  }) => void;
  readonly size: () => number;
  readonly close: () => void;
}

type Work = Parameters<SerialQueue['add']>[0];

/** Runs serially and keeps each key within its rate: `n` starts per `perSec` seconds. */
export function createSerialQueue(
  clock: Clock,
  onBug: (error: unknown) => void = () => undefined,
): SerialQueue {
  const single: Work[] = [];
  const bulk: Work[] = [];
  const starts = new Map<string, number[]>();
  const closed = new AbortController();
  let running = false;

  const drain = async (): Promise<void> => {
    if (running) return;
    running = true;
    while (!closed.signal.aborted) {
      const work = single.shift() ?? bulk.shift();
      if (work === undefined) break;
      await pace(work);
      if (closed.signal.aborted) break;
      // A bug in one action may not hold up those behind it.
      await work.run().catch(onBug);
    }
    running = false;
  };
  const pace = async (work: Work): Promise<void> => {
    if (work.rate === undefined) return;
    const windowMs = work.rate.perSec * 1_000;
    const times = (starts.get(work.key) ?? []).filter((at) => at > clock.now() - windowMs);
    const first = times[times.length - work.rate.n];
    if (first !== undefined) await sleep(Math.max(0, first + windowMs - clock.now()), closed.signal);
    starts.set(work.key, [...times, clock.now()].slice(-work.rate.n));
  };

  return {
    add(work) {
      (work.bulk ? bulk : single).push(work);
      void drain();
    },
    size: () => single.length + bulk.length,
    close: () => closed.abort(),
  };
}
