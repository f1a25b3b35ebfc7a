/** How long one's own message may be taken back, ms. The hub has the last word. */
export const RECALL_WITHIN_MS = 120_000;
