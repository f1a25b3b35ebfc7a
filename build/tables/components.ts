import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the decompositions are read from; absent outside the authors' machines. */
export const CHAIZI = fileURLToPath(new URL('../../../shared/data/tables/chaizi-jt.txt', import.meta.url));

/** Whether the source of decompositions is here. */
export function hasChaizi(): boolean {
  return existsSync(CHAIZI);
}

/**
 * How written parts put together make a character: `女马妈` reads "女 and 马 make 妈". Common characters
 * only (GB 2312); where parts make several, the more common one.
 */
export function makeCompositions(fold: Uint16Array): readonly string[] {
  const levels = commonLevels();
  const best = new Map<string, string>();
  for (const line of readFileSync(CHAIZI, 'utf8').split('\n')) {
    const [raw = '', ...ways] = line.split('\t');
    const char = foldAll(raw, fold);
    const level = levels.get(char);
    if (level === undefined) continue;
    for (const way of ways) {
      const parts = squeeze(
        way
          .trim()
          .split(/\s+/)
          .map((part) => foldAll(part, fold))
          .join(''),
      );
      if (parts.length < 2 || parts.length > 4 || !/^[㐀-鿿⺀-⿕]+$/.test(parts)) continue;
      const held = best.get(parts);
      if (held === undefined || level < (levels.get(held) ?? 9)) best.set(parts, char);
    }
  }
  return [...best].map(([parts, char]) => parts + char).sort();
}

/** GB 2312 characters: level 1 (common, 3,755) and level 2 (3,008). */
export function commonLevels(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('gb18030');
  const levels = new Map<string, number>();
  for (let row = 0xb0; row <= 0xf7; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (char.length === 1 && char >= '㐀' && char <= '鿿') levels.set(char, row < 0xd8 ? 1 : 2);
    }
  }
  return levels;
}

function foldAll(text: string, fold: Uint16Array): string {
  return Array.from(text, (char) =>
    char.length === 1 ? String.fromCharCode(fold[char.charCodeAt(0)] ?? 0) : '',
  ).join('');
}

function squeeze(text: string): string {
  return text.replace(/(.)\1+/g, '$1');
}
