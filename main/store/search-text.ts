/**
 * Search over folded text. Text is read as runs: of Han (and kana, hangul), of digits, of other
 * letters; everything else separates. A run of Han is indexed as its adjacent pairs and its last
 * character, other runs as words. A query term is found where its runs follow one another: Han
 * anywhere inside a run, words and numbers from their beginning.
 */
export interface SearchQuery {
  /** FTS5 expression; null where the query holds nothing that could be found. */
  readonly match: string | null;
  /** The same question put to one folded text, without an index. */
  readonly test: (folded: string) => boolean;
}

/** The tokens under which a folded text is indexed, separated by spaces. */
export function searchTokens(folded: string): string {
  let out = '';
  for (const run of runsOf(folded)) {
    const tokens = run.isHan ? pairsOf(run.text, true) : run.text;
    out = out === '' ? tokens : `${out} ${tokens}`;
  }
  return out;
}

/** Compiles a query of terms separated by spaces, all of which must occur. */
export function searchQuery(text: string, fold: (text: string) => string): SearchQuery {
  const terms = text
    .split(/\s+/u)
    .map((term) => [...runsOf(fold(term))])
    .filter((runs) => runs.length > 0);
  if (terms.length === 0) return { match: null, test: () => false };
  const needles = terms.map(needleOf);
  return {
    match: terms.map(phraseOf).join(' AND '),
    test: (folded) => {
      const hay = ` ${plainRuns(folded)}`;
      return needles.every((needle) => hay.includes(needle));
    },
  };
}

interface Run {
  readonly isHan: boolean;
  readonly text: string;
}

/** The runs separated by single spaces: a text's form in which a needle can be looked up. */
function plainRuns(folded: string): string {
  return [...runsOf(folded)].map((run) => run.text).join(' ');
}

function needleOf(runs: readonly Run[]): string {
  const plain = runs.map((run) => run.text).join(' ');
  return runs[0]?.isHan ? plain : ` ${plain}`;
}

function phraseOf(runs: readonly Run[]): string {
  const tokens: string[] = [];
  let isPrefix = false;
  for (const [index, run] of runs.entries()) {
    const isLast = index === runs.length - 1;
    const isPair = run.isHan && [...run.text].length > 1;
    tokens.push(run.isHan ? pairsOf(run.text, !(isLast && isPair)) : run.text);
    isPrefix = isLast && !isPair;
  }
  return `"${tokens.join(' ')}"${isPrefix ? '*' : ''}`;
}

/** `abc` as `ab bc`, and `c` where the run's end matters. */
function pairsOf(run: string, withLast: boolean): string {
  const characters = [...run];
  const last = characters.at(-1) ?? '';
  if (characters.length === 1) return last;
  let out = '';
  for (let index = 0; index + 1 < characters.length; index += 1) {
    out += `${index === 0 ? '' : ' '}${characters[index]}${characters[index + 1]}`;
  }
  return withLast ? `${out} ${last}` : out;
}

const SEPARATOR = 0;
const HAN = 1;
const LETTER = 2;
const DIGIT = 3;
const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

function* runsOf(folded: string): Generator<Run> {
  let start = 0;
  let kind = SEPARATOR;
  for (let index = 0; index < folded.length; ) {
    const point = folded.codePointAt(index) ?? 0;
    const here = classOf(point, kind);
    if (here !== kind) {
      if (kind !== SEPARATOR) yield { isHan: kind === HAN, text: folded.slice(start, index) };
      start = index;
      kind = here;
    }
    index += point > 0xffff ? 2 : 1;
  }
  if (kind !== SEPARATOR) yield { isHan: kind === HAN, text: folded.slice(start) };
}

function classOf(point: number, before: number): number {
  if (point < 0x80) {
    if (point >= 0x30 && point <= 0x39) return DIGIT;
    return (point >= 0x61 && point <= 0x7a) || (point >= 0x41 && point <= 0x5a) ? LETTER : SEPARATOR;
  }
  if (point >= 0x4e00 && point <= 0x9fff) return HAN;
  const character = String.fromCodePoint(point);
  // Radicals (⺀) and squared words (㌀) are of the script, but the index reads them as separators.
  if (CJK.test(character)) return /[\p{L}\p{N}\p{M}]/u.test(character) ? HAN : SEPARATOR;
  if (/\p{L}/u.test(character)) return LETTER;
  if (/\p{N}/u.test(character)) return DIGIT;
  return /\p{M}/u.test(character) && before === LETTER ? LETTER : SEPARATOR;
}
