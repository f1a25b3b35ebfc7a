/** What pure code may not take for itself: time, identity and chance are handed in. */

/** Wall clock in epoch milliseconds. */
export interface Clock {
  readonly now: () => number;
}

/** Makes ids that are unique across machines (UUID v4 or better). */
export interface Ids {
  readonly next: () => string;
}

/** Uniform numbers in [0, 1). Seeded in tests and in the demo room. */
export interface Random {
  readonly next: () => number;
}

/** Releases what a subscription or a connection holds. Safe to call twice. */
export type Dispose = () => void;
