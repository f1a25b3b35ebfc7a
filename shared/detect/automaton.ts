/** One pattern of the automaton: symbols, and the number reported when it is found. */
export interface Pattern {
  readonly symbols: readonly number[];
  readonly value: number;
}

/** Finds all patterns in a stream of symbols in one pass (Aho and Corasick, 1975). */
export interface Automaton {
  /** Calls `found(value, start, end)` for each occurrence, in order of its end. */
  readonly scan: (
    symbols: Uint16Array,
    length: number,
    found: (value: number, start: number, end: number) => void,
  ) => void;
  readonly states: number;
}

/** Builds the automaton. Several patterns may be equal; each is reported. Empty ones are ignored. */
export function buildAutomaton(patterns: readonly Pattern[]): Automaton {
  const trie = growTrie(patterns);
  const { goTo, root, fail, link, firstOut, nextOut, values, depth, mask } = trie;
  const marks = markFirst(patterns);
  const pairs = markPairs(patterns);
  const pairMask = pairs.length * 32 - 1;
  const mayFollow = (first: number, second: number): boolean => {
    const bit = pairBit(first, second) & pairMask;
    return (((pairs[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
  };
  const step = (from: number, symbol: number): number => {
    let state = from;
    while (state !== 0) {
      const next = probe(goTo, mask, state, symbol);
      if (next !== 0) return next;
      state = fail[state] ?? 0;
    }
    return root[symbol] ?? 0;
  };
  return {
    states: depth.length,
    scan: (symbols, length, found) => {
      let state = 0;
      for (let index = 0; index < length; index += 1) {
        const symbol = symbols[index] ?? 0;
        if (state === 0) {
          const mark = ((marks[symbol >>> 2] ?? 0) >>> ((symbol & 3) << 1)) & 3;
          if (mark === 0 || (mark === BEGINS && !mayFollow(symbol, symbols[index + 1] ?? 0))) continue;
        }
        state = step(state, symbol);
        if (state === 0) continue;
        for (let at = state; at !== 0; at = link[at] ?? 0) {
          for (let out = firstOut[at] ?? -1; out >= 0; out = nextOut[out] ?? -1) {
            found(values[out] ?? 0, index + 1 - (depth[at] ?? 0), index + 1);
          }
        }
      }
    },
  };
}

/** A symbol begins a pattern, or is one by itself; two bits a symbol. */
const BEGINS = 1;
const WHOLE = 2;

/**
 * Most text is in no pattern. Whether a symbol can begin one, and whether the next can follow it, is read from
 * two small tables that stay in the nearest cache; only then the automaton is entered.
 */
function markFirst(patterns: readonly Pattern[]): Uint8Array {
  const marks = new Uint8Array(65536 / 4);
  for (const { symbols } of patterns) {
    const [first] = symbols;
    if (first === undefined) continue;
    const mark = symbols.length === 1 ? WHOLE : BEGINS;
    marks[first >>> 2] = (marks[first >>> 2] ?? 0) | (mark << ((first & 3) << 1));
  }
  return marks;
}

/** A bit for each first pair of symbols; others may share it. */
function markPairs(patterns: readonly Pattern[]): Uint32Array {
  const size = Math.min(2 ** 20, Math.max(2 ** 10, 2 ** Math.ceil(Math.log2(patterns.length * 16 + 1))));
  const bits = new Uint32Array(size / 32);
  for (const { symbols } of patterns) {
    const [first, second] = symbols;
    if (first === undefined || second === undefined) continue;
    const bit = pairBit(first, second) & (size - 1);
    bits[bit >>> 5] = (bits[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return bits;
}

function pairBit(first: number, second: number): number {
  const hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

interface Trie {
  /** Open addressing: key `state * 65536 + symbol` and next state, two slots each. */
  readonly goTo: Float64Array;
  readonly mask: number;
  readonly root: Int32Array;
  readonly fail: Int32Array;
  /** The nearest suffix that is a whole pattern, itself included. */
  readonly link: Int32Array;
  readonly firstOut: Int32Array;
  readonly nextOut: Int32Array;
  readonly values: Int32Array;
  readonly depth: Uint16Array;
}

function growTrie(patterns: readonly Pattern[]): Trie {
  const total = patterns.reduce((sum, pattern) => sum + pattern.symbols.length, 0) + 1;
  const mask = 2 ** Math.ceil(Math.log2(total * 2 + 2)) - 1;
  const goTo = new Float64Array((mask + 1) * 2);
  const root = new Int32Array(65536);
  const parent = new Int32Array(total);
  const symbolOf = new Uint16Array(total);
  const depth = new Uint16Array(total);
  const firstOut = new Int32Array(total).fill(-1);
  const nextOut = new Int32Array(patterns.length).fill(-1);
  const values = Int32Array.from(patterns, (pattern) => pattern.value);
  let count = 1;
  patterns.forEach((pattern, out) => {
    let state = 0;
    for (const symbol of pattern.symbols) {
      let next = state === 0 ? (root[symbol] ?? 0) : probe(goTo, mask, state, symbol);
      if (next === 0) {
        next = count;
        count += 1;
        if (state === 0) root[symbol] = next;
        else insert(goTo, mask, state, symbol, next);
        parent[next] = state;
        symbolOf[next] = symbol;
        depth[next] = (depth[state] ?? 0) + 1;
      }
      state = next;
    }
    if (state === 0) return;
    nextOut[out] = firstOut[state] ?? -1;
    firstOut[state] = out;
  });
  const order = Array.from({ length: count - 1 }, (_, index) => index + 1).sort(
    (left, right) => (depth[left] ?? 0) - (depth[right] ?? 0),
  );
  const fail = new Int32Array(count);
  const link = new Int32Array(count);
  for (const state of order) {
    const symbol = symbolOf[state] ?? 0;
    let at = parent[state] ?? 0;
    if (at !== 0) {
      at = fail[at] ?? 0;
      while (at !== 0 && probe(goTo, mask, at, symbol) === 0) at = fail[at] ?? 0;
      fail[state] = at === 0 ? (root[symbol] ?? 0) : probe(goTo, mask, at, symbol);
    }
    link[state] = (firstOut[state] ?? -1) >= 0 ? state : (link[fail[state] ?? 0] ?? 0);
  }
  // From a whole pattern the walk goes on at the next shorter one.
  const onward = new Int32Array(count);
  for (const state of order) onward[state] = link[fail[state] ?? 0] ?? 0;
  return {
    goTo,
    mask,
    root,
    fail,
    link: mergeLinks(link, onward, firstOut),
    firstOut,
    nextOut,
    values,
    depth: depth.slice(0, count),
  };
}

/** One array walks all outputs of a state: a pattern's own state leads on to the next shorter pattern. */
function mergeLinks(link: Int32Array, onward: Int32Array, firstOut: Int32Array): Int32Array {
  return link.map((target, state) => ((firstOut[state] ?? -1) >= 0 ? (onward[state] ?? 0) : target));
}

function probe(goTo: Float64Array, mask: number, state: number, symbol: number): number {
  const key = state * 65536 + symbol;
  let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) & mask;
  for (;;) {
    const held = goTo[slot * 2];
    if (held === key) return goTo[slot * 2 + 1] ?? 0;
    if (held === 0) return 0;
    slot = (slot + 1) & mask;
  }
}

function insert(goTo: Float64Array, mask: number, state: number, symbol: number, next: number): void {
  let slot = (Math.imul(state, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) & mask;
  while (goTo[slot * 2] !== 0) slot = (slot + 1) & mask;
  goTo[slot * 2] = state * 65536 + symbol;
  goTo[slot * 2 + 1] = next;
}
