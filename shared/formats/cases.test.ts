import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseEvent } from '../domain/event-schema.ts';
import { fault } from '../domain/fault.ts';
import { type Decoded, type Format, knownFormats } from './decoder.ts';
import { counter, createDecoder, detectFormat } from './index.ts';

const FILES: Readonly<Record<Format, string>> = {
  'twitch-irc': 'twitch.irc.txt',
  'bilibili-packets': 'bilibili-packets.ndjson',
  'bilibili-xml': 'recorder.xml',
  jsonl: 'events.jsonl',
  text: 'lines.txt',
};

const text = (name: string): string => readFileSync(new URL(`cases/${name}`, import.meta.url), 'utf8');

function decode(format: Format, pieces: readonly string[]): { all: readonly Decoded[]; counters: unknown } {
  const decoder = createDecoder(format, {
    roomId: 'r',
    source: 'case',
    session: 'S',
    historical: true,
    now: () => 1_720_000_000_000,
    nextSeq: counter(),
  });
  const all = [...pieces.flatMap((piece) => decoder.push(piece)), ...decoder.end()];
  return { all, counters: decoder.counters() };
}

/** What a case fixes: everything that is not the same for every event. */
function shown(item: Decoded): unknown {
  if ('refused' in item) return { line: item.line, refused: item.refused.code };
  const { v, source, session, roomId, receivedAt, historical, raw, parserVersion, ...rest } = item.event;
  return { line: item.line, ...rest, ...(roomId === 'r' ? {} : { roomId }) };
}

describe.each(knownFormats)('%s', (format) => {
  const input = text(FILES[format]);
  const whole = decode(format, [input]);

  it('gives what the case says', () => {
    const expected: unknown = JSON.parse(text(`${format}.expected.json`));
    expect({ events: JSON.parse(JSON.stringify(whole.all.map(shown))), counters: whole.counters }).toEqual(
      expected,
    );
  });

  it.each([1, 7, 64, 1000])('gives the same in pieces of %i', (size) => {
    const pieces = Array.from({ length: Math.ceil(input.length / size) }, (_, at) =>
      input.slice(at * size, (at + 1) * size),
    );
    expect(decode(format, pieces)).toEqual(whole);
  });

  it('gives events that keep the schema, with unique ids and no hole in their numbers', () => {
    const events = whole.all.flatMap((item) => ('event' in item ? [item.event] : []));
    const refused = events.map(parseEvent).filter((parsed) => !parsed.ok);
    expect(refused).toEqual([]);
    expect(new Set(events.map((event) => event.eventId)).size).toBe(events.length);
  });

  it('is recognised by its beginning', () => {
    expect(detectFormat(input)).toBe(format);
  });

  it('refuses a line beyond all bounds and reads on', () => {
    const huge = `${'x'.repeat(300_000)}\n`;
    const { all } = decode(format, [
      huge.slice(0, 200_000),
      huge.slice(200_000),
      input.replace('\ufeff', ''),
    ]);
    const codes = all.flatMap((item) => ('refused' in item ? [item.refused.code] : []));
    if (format !== 'bilibili-xml') expect(codes[0]).toBe(fault('too_large').code);
    expect(all.filter((item) => 'event' in item)).toHaveLength(
      whole.all.filter((item) => 'event' in item).length,
    );
  });
});
