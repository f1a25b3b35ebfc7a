import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { createDetector } from '../../../shared/detect/detector.ts';
import type { Detector, DetectorOptions } from '../../../shared/detect/types.ts';
import { type LiveEvent, textOf } from '../../../shared/domain/event.ts';
import { type Fault, faultText } from '../../../shared/domain/fault.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { counter, createDecoder, type Decoded } from '../../../shared/formats/index.ts';
import { createStreamFacts } from './facts.ts';
import { openInput, readHistory, unreadable } from './input.ts';
import { checkScanArgs, type ScanArgs, type ScanOptions } from './options.ts';
import { rowOf } from './row.ts';
import { createStreamClock } from './stream-clock.ts';
import { createTiming } from './timing.ts';
import { createTotals } from './totals.ts';

export type { ScanArgs } from './options.ts';

/** The part of a detector that `scan` uses. */
type Inspector = Pick<Detector, 'inspect' | 'inspectAll'>;

/** Where `scan` reads and writes. `detector` replaces the shipped one in tests. */
export interface ScanIo {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly detector?: (options: DetectorOptions) => Inspector;
}

/** Refused lines that are told one by one; the rest are only counted. */
const MOST_REFUSALS_SHOWN = 20;
/** Rooms of one input that have a detector at the same time. */
const MOST_ROOMS = 200;

/**
 * Normalises and detects a recording without storing it (DESIGN §7). Results go to `stdout`, one JSON
 * object a line; the last line on `stderr` is the summary.
 * @returns the exit code: 0, 1 (failed) or 2 (wrong use).
 */
export async function runScan(args: ScanArgs, io: ScanIo): Promise<number> {
  const checked = checkScanArgs(args);
  if (!checked.ok) {
    io.stderr.write(`scan: ${told(checked.fault)}\n`);
    return 2;
  }
  const history = await readHistory(checked.value.history);
  if (!history.ok) {
    io.stderr.write(`scan: ${told(history.fault)}\n`);
    return 1;
  }
  // A reader that goes away (`| head`) is no failure.
  let readerGone = false;
  const gone = (): void => {
    readerGone = true;
  };
  io.stdout.on('error', gone);
  try {
    const scan = createScan(checked.value, history.value, io);
    for await (const chunk of openInput(checked.value.file, io.stdin)) {
      const text = scan.push(chunk);
      if (readerGone) break;
      if (text !== '' && !io.stdout.write(text))
        await Promise.race([once(io.stdout, 'drain'), once(io.stdout, 'close')]);
    }
    const rest = scan.end();
    if (rest !== '' && !readerGone) io.stdout.write(rest);
    return scan.report();
  } catch (error) {
    if (readerGone) return 0;
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    io.stderr.write(`scan: ${told(unreadable('FILE', checked.value.file, error))}\n`);
    return 1;
  } finally {
    io.stdout.off('error', gone);
  }
}

interface Scan {
  /** Takes a piece of input; gives the result lines it made. */
  readonly push: (chunk: string) => string;
  readonly end: () => string;
  /** Writes the summary; gives the exit code. */
  readonly report: () => number;
}

function createScan(options: ScanOptions, history: readonly string[], io: ScanIo): Scan {
  const make: (options: DetectorOptions) => Inspector = io.detector ?? createDetector;
  const detectors = new Map<string, Inspector>();
  const facts = createStreamFacts();
  const timing = createTiming();
  const totals = createTotals();
  const clock = createStreamClock();
  let events = 0;
  let flagged = 0;
  let refusals = 0;

  const decoder = createDecoder(options.format ?? 'auto', {
    roomId: options.room,
    source: 'scan',
    session: 'scan',
    historical: true,
    now: () => 0,
    nextSeq: counter(),
  });

  const detectorOf = (roomId: string): Inspector => {
    const known = detectors.get(roomId);
    if (known !== undefined) return known;
    const made = make({
      roomId,
      budgetPerThousand: options.budget,
      memory: { hype: [], allowedPersons: [], allowedTexts: [] },
      history,
    });
    if (detectors.size >= MOST_ROOMS) detectors.delete(detectors.keys().next().value ?? '');
    detectors.set(roomId, made);
    return made;
  };

  const inspect = (event: LiveEvent): readonly Verdict[] => {
    const detector = detectorOf(event.roomId);
    const input = { event, person: facts.of(event) };
    const started = process.hrtime.bigint();
    const verdicts =
      options.all && (event.kind === 'chat' || textOf(event) !== '')
        ? detector.inspectAll(input)
        : detector.inspect(input);
    timing.add(process.hrtime.bigint() - started);
    return verdicts;
  };

  const one = (decoded: Decoded): string => {
    if ('refused' in decoded) {
      refusals++;
      if (refusals <= MOST_REFUSALS_SHOWN) {
        io.stderr.write(`scan: line ${decoded.line} refused: ${told(decoded.refused)}\n`);
      }
      return '';
    }
    const event = clock.stamp(decoded.event);
    const verdicts = inspect(event);
    facts.observe(event);
    totals.add(event);
    events++;
    const isFlagged = verdicts.some((verdict) => verdict.flag && verdict.shadow !== true);
    if (isFlagged) flagged++;
    return isFlagged || options.all ? `${rowOf(decoded.line, event, verdicts)}\n` : '';
  };

  const take = (decoded: readonly Decoded[]): string => decoded.map(one).join('');

  return {
    push: (chunk) => take(decoder.push(chunk)),
    end: () => take(decoder.end()),
    report: () => {
      const seconds = Number(timing.totalNs()) / 1e9;
      const { lines, refused, skipped, unknown } = decoder.counters();
      const summary = {
        events,
        flagged,
        seconds: Math.round(seconds * 1e6) / 1e6,
        eventsPerSecond: seconds > 0 ? Math.round(events / seconds) : 0,
        usPerEvent: timing.summary(),
        lines,
        refused,
        skipped,
        unknown,
        ...totals.summary(),
      };
      const nothingFits = events === 0 && refused > 0;
      if (nothingFits) {
        io.stderr.write('scan: no line could be read; is --format right? See the refusals above.\n');
      }
      io.stderr.write(`${JSON.stringify(summary)}\n`);
      return nothingFits ? 1 : 0;
    },
  };
}

/** The fault's own words, which say what, why and what to do. */
function told(problem: Fault): string {
  return problem.detail ?? faultText(problem, 'en');
}
