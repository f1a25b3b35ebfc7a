import { randomUUID } from 'node:crypto';
import type { Clock, Ids, Random } from '../../shared/domain/effects.ts';

/** The machine's own clock, ids and chance: handed in at the top, nowhere else. */
export const systemClock: Clock = { now: () => Date.now() };
export const systemIds: Ids = { next: () => randomUUID() };
export const systemRandom: Random = { next: () => Math.random() };

/** Waits, or stops waiting when the signal aborts. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal?.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, ms);
    function done(): void {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    }
    signal?.addEventListener('abort', done);
  });
}

/** What the work comes to, or undefined where it fails or takes longer. */
export function within<T>(ms: number, work: Promise<T>): Promise<T | undefined> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms, undefined);
    const settle = (value: T | undefined): void => {
      clearTimeout(timer);
      resolve(value);
    };
    work.then(settle, () => settle(undefined));
  });
}

/** What the core logs through; pino in the product, silence in tests. */
export type Log = (
  level: 'info' | 'warn' | 'error',
  text: string,
  detail?: Readonly<Record<string, unknown>>,
) => void;
