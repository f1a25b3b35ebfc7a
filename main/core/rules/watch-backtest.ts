import type { Result } from '../../../shared/domain/result.ts';
import type { BacktestView } from '../../../shared/rules/views.ts';

/** Progress is told at most so often, ms. */
const WATCH_MS = 200;

/** A back-test as it goes on, until it is over or forgotten. */
export async function* watchBacktest(
  source: {
    readonly get: () => Result<BacktestView>;
    /** Waits while the line to the page is full. */
    readonly room: () => Promise<void>;
    readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  },
  signal: AbortSignal,
): AsyncGenerator<BacktestView, void> {
  let told: BacktestView | undefined;
  while (!signal.aborted) {
    const now = source.get();
    if (!now.ok) return;
    if (now.value !== told) {
      told = now.value;
      yield told;
      await source.room();
    }
    if (told.state !== 'waiting' && told.state !== 'running') return;
    await source.sleep(WATCH_MS, signal);
  }
}
