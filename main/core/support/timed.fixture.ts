import { afterEach } from 'vitest';
import { type SupportTest, startSupportTest } from '../testing/support.ts';
import type { Support } from './index.ts';

/** Everything under a clock that the test moves. */
export interface TimedSupport extends SupportTest {
  readonly support: Support;
  readonly time: { now: number };
  /** Lets so many seconds pass while agents stay at their desks. */
  readonly pass: (seconds: number) => Promise<void>;
}

const started: SupportTest[] = [];
afterEach(async () => {
  for (const each of started.splice(0).reverse()) await each.core.close();
});

/** Starts it; it is closed after the test. */
export async function startTimed(): Promise<TimedSupport> {
  const time = { now: Date.now() };
  const test = await startSupportTest({ clock: { now: () => time.now } });
  started.push(test);
  const { support } = test.core.services;
  return {
    ...test,
    support,
    async pass(seconds) {
      time.now += seconds * 1_000;
      for (const agent of support.state.agents.keys()) support.state.touchAgent(agent);
      await support.tick();
    },
    time,
  };
}

/** A new id. */
export const id = (): string => crypto.randomUUID();
/** A text as it is sent. */
export const text = (words: string) => ({ id: id(), body: { kind: 'text' as const, text: words } });
