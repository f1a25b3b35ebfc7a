import type { Condition } from './condition.ts';
import { blankRule, type RuleDefinition } from './rule.ts';
import { DEFAULT_VARIANTS, type WordList } from './words.ts';

/** Rules and lists made for measuring: the same for the same seed. */
export interface BenchRules {
  readonly rules: readonly { readonly id: string; readonly definition: RuleDefinition }[];
  readonly lists: readonly WordList[];
}

/**
 * `n` rules as a busy hub has them: half with word lists (a few with pinyin and initials), a fifth with
 * patterns, the rest counts, scores, people and combinations. `words` in all, over ten lists. They flag and
 * never act.
 */
export function makeBenchRules(seed: number, n: number, words = 5_000): BenchRules {
  const random = lcg(seed);
  const at = seed;
  const by = { kind: 'system', id: 'bench', name: 'bench' } as const;
  const lists = Array.from(
    { length: 10 },
    (_, index): WordList => ({
      id: `bench-${index}`,
      version: 1,
      name: `词库 ${index}`,
      variants: { ...DEFAULT_VARIANTS, pinyin: index === 8, initials: index === 9, traditional: index !== 7 },
      words: [...new Set(Array.from({ length: Math.ceil(words / 10) }, () => madeUpWord(random)))],
      except: [madeUpWord(random)],
      at,
      by,
    }),
  );
  const rules = Array.from({ length: n }, (_, index) => ({
    id: `bench-${index}`,
    definition: { ...blankRule(`规则 ${index}`), when: conditionOf(index, random) },
  }));
  return { rules, lists };
}

function conditionOf(index: number, random: () => number): Condition {
  const words: Condition = { kind: 'words', lists: [{ id: `bench-${Math.floor(random() * 10)}` }] };
  const kind = index % 10;
  if (kind < 3) return words;
  if (kind < 5) return { kind: 'all', of: [words, { kind: 'not', of: { kind: 'guard', tier: 3 } }] };
  if (kind < 7)
    return {
      kind: 'pattern',
      source: `(?:${madeUpWord(random)}|${madeUpWord(random)}).{0,6}\\d{${5 + (index % 4)},}`,
      on: kind === 5 ? 'original' : 'folded',
    };
  if (kind === 7)
    return { kind: 'rate', what: 'person_messages', windowSec: 10 + (index % 20), atLeast: 8 + (index % 30) };
  if (kind === 8)
    return {
      kind: 'all',
      of: [
        { kind: 'score', category: 'ad', atLeast: 0.5 },
        { kind: 'person', attribute: 'medal_level', is: 'below', value: 5 },
        { kind: 'any', of: [{ kind: 'link' }, words] },
      ],
    };
  return {
    kind: 'at_least',
    n: 2,
    of: [
      { kind: 'rate', what: 'same_text_accounts', windowSec: 60, atLeast: 10 },
      { kind: 'first_message' },
      { kind: 'length', atLeast: 60 },
    ],
  };
}

/** Two to four Han characters that seldom stand together, or a Latin word with digits. */
function madeUpWord(random: () => number): string {
  if (random() < 0.2) return `q${Math.floor(random() * 1e6).toString(36)}z`;
  const length = 2 + Math.floor(random() * 3);
  return String.fromCharCode(...Array.from({ length }, () => 0x4e00 + Math.floor(random() * 0x4fff)));
}

/** A small linear congruential generator (Numerical Recipes), for reproducible numbers in [0, 1). */
function lcg(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
