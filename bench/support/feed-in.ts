import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { LiveEvent } from '../../shared/domain/event.ts';
import { counter, createDecoder, type Decoder } from '../../shared/formats/index.ts';

/** What a feeder is asked for. */
export interface FeedSpec {
  readonly rate: number;
  readonly seconds: number;
  readonly rooms: number;
  readonly trouble: number;
}

/** What the feeder said of itself. */
export interface FeederReport {
  readonly total: number;
  readonly worstMs: number;
  readonly lateSteps: number;
  readonly blocked: number;
}

/**
 * Runs the feeder in its own process, decodes its lines as they come and hands them over without
 * waiting for the taker, as a socket would. `started` gets the schedule's beginning (monotonic ns).
 */
export async function feedIn(
  spec: FeedSpec,
  emit: (roomId: string, events: readonly LiveEvent[]) => Promise<void>,
  started: (at: bigint) => void,
): Promise<FeederReport> {
  const path = join(import.meta.dirname, '..', 'programs', 'feeder.ts');
  const words = [spec.rate, spec.seconds, spec.rooms, spec.trouble].map(String);
  const child = spawn(process.execPath, ['--no-warnings', path, ...words], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const report = lastLine(child);
  const decoders = new Map<string, Decoder>();
  let rest = '';
  let seenStart = false;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    const text = rest + chunk;
    const end = text.lastIndexOf('\n') + 1;
    rest = text.slice(end);
    let lines = text.slice(0, end);
    if (!seenStart && lines !== '') {
      const first = lines.indexOf('\n');
      started(BigInt(lines.slice(6, first)));
      seenStart = true;
      lines = lines.slice(first + 1);
    }
    for (const [room, own] of byRoom(lines)) {
      const decoder = decoders.get(room) ?? decoderOf(room);
      decoders.set(room, decoder);
      void emit(
        room,
        decoder.push(own).flatMap((each) => ('event' in each ? [each.event] : [])),
      );
    }
  });
  await once(child, 'close');
  return JSON.parse(await report) as FeederReport;
}

/** Lines of each channel, in order. */
function byRoom(lines: string): ReadonlyMap<string, string> {
  const rooms = new Map<string, string>();
  for (let from = 0; from < lines.length; ) {
    const to = lines.indexOf('\n', from) + 1;
    const mark = lines.indexOf(' PRIVMSG #', from) + 10;
    const room = lines.slice(mark, lines.indexOf(' ', mark));
    rooms.set(room, (rooms.get(room) ?? '') + lines.slice(from, to));
    from = to;
  }
  return rooms;
}

function decoderOf(roomId: string): Decoder {
  return createDecoder('twitch-irc', {
    roomId,
    source: 'bench',
    session: 'bench',
    historical: false,
    now: Date.now,
    nextSeq: counter(),
  });
}

async function lastLine(child: ChildProcess): Promise<string> {
  let text = '';
  child.stderr?.setEncoding('utf8');
  child.stderr?.on('data', (chunk: string) => {
    text += chunk;
  });
  await once(child, 'close');
  return text.trim().split('\n').at(-1) ?? '';
}
