import type { Hours } from '../../../../shared/support/config.ts';

/** Lines that are not empty, each once. */
export function linesOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[\n\r]+/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  ];
}

/** Words between commas (also `，`, `、`), each once. */
export function wordsOf(text: string): readonly string[] {
  return [
    ...new Set(
      text
        .split(/[,，、;；\n]+/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    ),
  ];
}

type Span = Hours['days'][number][number];

/** `09:00-12:00, 13:00-22:00` as spans; null where it is written otherwise or ends before it begins. */
export function spansOf(text: string): readonly Span[] | null {
  const spans: Span[] = [];
  for (const part of wordsOf(text)) {
    const match = /^(\d{1,2})[:：](\d{2})\s*[-–—~至]\s*(\d{1,2})[:：](\d{2})$/.exec(part);
    if (match === null) return null;
    const from = clock(match[1], match[2]);
    const to = clock(match[3], match[4]);
    if (from === null || to === null || from >= to) return null;
    spans.push({ from, to });
  }
  return spans.length > 6 ? null : spans;
}

/** Spans as they are written. */
export function spansText(spans: readonly Span[]): string {
  return spans.map((span) => `${span.from}-${span.to}`).join(', ');
}

/** Days `2026-01-01`, or null where one is none. */
export function datesOf(text: string): readonly string[] | null {
  const lines = linesOf(text);
  return lines.every((line) => /^\d{4}-\d{2}-\d{2}$/.test(line) && !Number.isNaN(Date.parse(line)))
    ? lines
    : null;
}

/** Web origins, or null where a line is none. */
export function originsOf(text: string): readonly string[] | null {
  const origins = linesOf(text).map((line) => {
    if (!URL.canParse(line)) return null;
    const url = new URL(line);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.origin : null;
  });
  return origins.some((origin) => origin === null) ? null : origins.flatMap((origin) => origin ?? []);
}

function clock(hours = '', minutes = ''): string | null {
  const at = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && at <= 1_440 ? `${hours.padStart(2, '0')}:${minutes}` : null;
}
