import pino from 'pino';
import type { Log } from '../core/effects.ts';

/** Logs as JSON lines to stderr: results alone go to stdout. Level from CHANGKONG_LOG (default `info`). */
export function createLog(): Log {
  const logger = pino(
    { level: process.env.CHANGKONG_LOG ?? 'info', base: null },
    pino.destination({ dest: 2, sync: true }),
  );
  return (level, text, detail) => logger[level](detail ?? {}, text);
}
