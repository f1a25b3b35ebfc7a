import { createReadStream } from 'node:fs';
import type { LiveEvent } from '../../shared/domain/event.ts';
import {
  counter,
  createDecoder,
  type DecodeCounters,
  type Decoder,
  type Format,
} from '../../shared/formats/index.ts';

/** Reads a recording from its beginning, an event at a time, holding little of it. */
export interface Recording {
  /** The next event, or null at the end. Rejects where the file cannot be read. */
  readonly next: () => Promise<LiveEvent | null>;
  readonly counters: () => DecodeCounters;
  readonly close: () => void;
}

/** Opens a file; `auto` tells the format from its beginning. */
export function openRecording(file: string, format: Format | 'auto', roomId: string): Recording {
  const stream = createReadStream(file, { encoding: 'utf8', highWaterMark: 256 * 1024 });
  const chunks: AsyncIterator<string> = stream[Symbol.asyncIterator]();
  let decoder: Decoder | null = null;
  let ready: readonly LiveEvent[] = [];
  let at = 0;
  let ended = false;

  const refill = async (): Promise<void> => {
    const chunk = await chunks.next();
    ended = chunk.done === true;
    const text = chunk.done ? '' : chunk.value;
    decoder ??= createDecoder(format, {
      roomId,
      source: 'replay',
      session: 'recording',
      historical: false,
      now: () => 0,
      nextSeq: counter(),
    });
    const decoded = chunk.done ? decoder.end() : decoder.push(text);
    ready = decoded.flatMap((item) => ('event' in item ? [item.event] : []));
    at = 0;
  };

  return {
    next: async () => {
      while (at >= ready.length && !ended) await refill();
      return ready[at++] ?? null;
    },
    counters: () => decoder?.counters() ?? { lines: 0, events: 0, refused: 0, skipped: 0, unknown: {} },
    close: () => stream.destroy(),
  };
}
