import type { LiveEvent } from '../domain/event.ts';
import type { Fault } from '../domain/fault.ts';
import { createAdmission } from './admit.ts';
import type { DecodeContext, Decoded, Decoder } from './decoder.ts';
import { createLineSplitter, type Line } from './lines.ts';
import { createTally } from './tally.ts';

/** What a format makes of one line: events, a refusal, or nothing to keep. */
export type LineReading =
  | { readonly kind: 'events'; readonly events: readonly LiveEvent[] }
  | { readonly kind: 'refused'; readonly fault: Fault }
  | { readonly kind: 'skipped' };

/** Nothing to keep of a line. */
export const SKIPPED: LineReading = { kind: 'skipped' };

/** Makes a streaming decoder from a function over single lines, which makes events with the context it gets. */
export function createLineDecoder(
  context: DecodeContext,
  read: (text: string, line: number, context: DecodeContext) => LineReading,
): Decoder {
  const gate = createAdmission(context);
  const splitter = createLineSplitter();
  const tally = createTally();

  const take = (lines: readonly Line[]): readonly Decoded[] => lines.flatMap((line) => tally.keep(one(line)));

  const one = (line: Line): readonly Decoded[] => {
    if (line.text === undefined) return [line];
    const reading = read(line.text, line.line, gate.context);
    switch (reading.kind) {
      case 'skipped':
        tally.skip();
        return [];
      case 'refused':
        return [{ line: line.line, refused: reading.fault }];
      case 'events':
        return reading.events.map((event) => gate.admit(line.line, event));
    }
  };

  return {
    push: (chunk) => take(splitter.push(chunk)),
    end: () => take(splitter.end()),
    counters: () => tally.counters(splitter.lines()),
  };
}
