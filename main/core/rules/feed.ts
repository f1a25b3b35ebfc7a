import type { Dispose } from '../../../shared/domain/effects.ts';
import type { RuleCountsOf, RulesFrame } from '../../../shared/rules/views.ts';
import type { News } from './news.ts';

/** What a feed of rules reads from, all of it as its session may see it. */
export interface RulesFeedSource {
  readonly listen: (listener: (news: News) => void) => Dispose;
  readonly library: () => Extract<RulesFrame, { readonly kind: 'library' }>;
  /** Of those rules that are seen. */
  readonly counts: (ruleIds: readonly string[]) => readonly RuleCountsOf[];
  /** Waits while the line to the page is full. */
  readonly room: () => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** What changes together (an import of many rules) is told together, ms. */
const SETTLE_MS = 50;
/** Counts are told at most so often, ms. */
export const COUNT_MS = 1_000;

/** Rules and word lists: all of them, again after each change, and in between what was counted. */
export async function* rulesFeed(
  source: RulesFeedSource,
  signal: AbortSignal,
): AsyncGenerator<RulesFrame, void> {
  let isStale = true;
  let countedAt = Number.NEGATIVE_INFINITY;
  const counted = new Set<string>();
  const told = new Map<string, string>();
  let wake: () => void = () => undefined;
  const stop = source.listen((news) => {
    const isFirst = news.kind === 'library' ? !isStale : counted.size === 0;
    if (news.kind === 'library') isStale = true;
    else counted.add(news.ruleId);
    if (isFirst) wake();
  });
  const more = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
    });
  signal.addEventListener('abort', () => wake(), { once: true });
  try {
    while (!signal.aborted) {
      const rest = countedAt + COUNT_MS - source.now();
      if (isStale) {
        isStale = false;
        counted.clear();
        countedAt = source.now();
        const frame = source.library();
        told.clear();
        for (const rule of frame.rules) told.set(rule.id, JSON.stringify(rule.counts));
        yield frame;
      } else if (counted.size > 0 && rest <= 0) {
        countedAt = source.now();
        const ids = [...counted];
        counted.clear();
        const counts = source.counts(ids).filter((each) => isNew(told, each));
        if (counts.length > 0) yield { kind: 'counts', counts };
      } else {
        const end = new AbortController();
        const woken = more();
        await (counted.size === 0 ? woken : Promise.race([woken, source.sleep(rest, end.signal)]));
        end.abort();
        if (isStale) await source.sleep(SETTLE_MS, signal);
        continue;
      }
      await source.room();
    }
  } finally {
    stop();
  }
}

/** Whether a session that sees some rooms only has not been told just this: others may have counted. */
function isNew(told: Map<string, string>, { ruleId, counts }: RuleCountsOf): boolean {
  const text = JSON.stringify(counts);
  if (told.get(ruleId) === text) return false;
  told.set(ruleId, text);
  return true;
}
