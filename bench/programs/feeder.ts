import { writeSync } from 'node:fs';
import { corpus, ircLine } from '../support/corpus.ts';

/**
 * Writes chat lines to stdout on a fixed schedule, however slow the reader is (an open loop): line `n`
 * is due at `start + n / rate`. The first line is `start <ns>` of the monotonic clock, which all processes
 * share; at the end stderr gets one JSON object about the feeder's own lateness.
 * Arguments: events a second, seconds, rooms, share of trouble.
 */
const [rate = 1_000, seconds = 5, rooms = 20, trouble = 0.01] = process.argv.slice(2).map(Number);
const CHANNEL_RUN = 10;
const STEP_MS = 0.5;
// Nobody writes four lines a second: who writes often and alike is a flood, and is flagged.
const say = corpus({ trouble, people: Math.max(5_000, rate * 3) });
const cell = new Int32Array(new SharedArrayBuffer(4));
const pause = (ms: number): void => void Atomics.wait(cell, 0, 0, ms);

const total = Math.floor(rate * seconds);
const start = process.hrtime.bigint() + 200_000_000n;
writeAll(`start ${start}\n`);
let sent = 0;
let late = 0;
let worst = 0;
let blocked = 0;
while (sent < total) {
  const now = Number(process.hrtime.bigint() - start) / 1e6;
  const due = Math.min(total, Math.floor((now * rate) / 1000));
  if (due <= sent) {
    pause(Math.max(STEP_MS, ((sent + 1) * 1000) / rate - now));
    continue;
  }
  const behind = now - (sent * 1000) / rate;
  worst = Math.max(worst, behind);
  late += behind > 2 ? 1 : 0;
  let text = '';
  const wall = Date.now();
  for (; sent < due; sent += 1)
    text += ircLine(say(sent), `r${Math.floor(sent / CHANNEL_RUN) % rooms}`, wall);
  writeAll(text);
}
process.stderr.write(`${JSON.stringify({ total, worstMs: worst, lateSteps: late, blocked })}\n`);

/** The reader's end may be full for a moment; the schedule goes on meanwhile. */
function writeAll(text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(1, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      blocked += 1;
      pause(STEP_MS);
    }
  }
}
