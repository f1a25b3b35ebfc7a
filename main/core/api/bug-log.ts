import { ORPCError } from '@orpc/server';
import type { Log } from '../effects.ts';

/** Writes down what no fault explains: a bug. */
export function bugLogger(log: Log): (error: unknown) => void {
  return (error) => {
    if (error instanceof ORPCError) return;
    log('error', 'a call failed', {
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
  };
}
