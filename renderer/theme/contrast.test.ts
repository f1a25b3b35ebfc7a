import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const css = readFileSync(fileURLToPath(new URL('./tokens.css', import.meta.url)), 'utf8');
const schemes = { dark: tokensOf('dark'), light: tokensOf('light') };

/** Which text stands on which ground, by token. */
const PAIRS: readonly (readonly [text: string, grounds: readonly string[]])[] = [
  ['ink', ['bg', 'panel', 'raise', 'raise-2', 'high-row', 'mid-row', 'low-row', 'accent-soft']],
  ['dim', ['bg', 'panel', 'raise', 'high-row', 'mid-row', 'low-row']],
  ['faint', ['bg', 'panel', 'raise', 'high-row', 'mid-row', 'low-row']],
  ['accent', ['bg', 'panel', 'accent-soft']],
  ['high', ['panel', 'high-soft', 'high-row']],
  ['mid', ['bg', 'panel', 'mid-soft', 'mid-row']],
  ['low', ['panel', 'low-soft', 'low-row']],
  ['ok', ['panel']],
  ['on-accent', ['accent-solid']],
];

describe.each(Object.entries(schemes))('contrast in the %s scheme', (_, tokens) => {
  it.each(PAIRS.flatMap(([text, grounds]) => grounds.map((ground) => [text, ground] as const)))(
    '%s on %s is at least 4.5',
    (text, ground) => {
      expect(ratio(tokens.get(text) ?? '', tokens.get(ground) ?? '')).toBeGreaterThanOrEqual(4.5);
    },
  );
});

function tokensOf(scheme: string): ReadonlyMap<string, string> {
  const block =
    new RegExp(`\\[data-mantine-color-scheme="${scheme}"\\]\\s*\\{([^}]*)\\}`).exec(css)?.[1] ?? '';
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map((match) => [match[1] ?? '', match[2] ?? '']),
  );
}

/** WCAG 2.1 contrast ratio of two `#rrggbb` colours. */
function ratio(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
