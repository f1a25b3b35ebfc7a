import type { Clock } from '../../../shared/domain/effects.ts';
import type { Conversation } from '../../../shared/support/conversation.ts';
import {
  FIRST_CONTACT_MS,
  type StatsQuery,
  type StatsSource,
  statRows,
  supportStats,
} from '../../../shared/support/stats.ts';
import type { StatRow, SupportStats } from '../../../shared/support/views.ts';
import type { Records, Store } from '../../store/store.ts';
import { csvCell } from '../csv.ts';

/** Figures over the raw rows. */
export interface Statistics {
  readonly summary: (query: Omit<StatsQuery, 'now'>) => Promise<SupportStats>;
  readonly rows: (query: Omit<StatsQuery, 'now'>) => Promise<readonly StatRow[]>;
  readonly csv: (query: Omit<StatsQuery, 'now'>) => Promise<string>;
}

const PAGE = 1_000;
const AFTER_MS = 2 * FIRST_CONTACT_MS;

/** Reads what lies in the span, and as much after it as first contact needs. */
export function createStatistics(store: Store, clock: Clock): Statistics {
  const source = async (query: Omit<StatsQuery, 'now'>): Promise<StatsSource> => {
    const to = query.to + AFTER_MS;
    const [conversations, traces, ratings] = await Promise.all([
      all(store, 'conversations', query.from, to),
      all(store, 'traces', query.from, to),
      all(store, 'ratings', query.from, to),
    ]);
    return { conversations: conversations as readonly Conversation[], traces, ratings };
  };
  const rows: Statistics['rows'] = async (query) =>
    statRows(await source(query), { ...query, now: clock.now() });
  return {
    rows,
    summary: async (query) => supportStats(await source(query), { ...query, now: clock.now() }),
    csv: async (query) => toCsv(await rows(query)),
  };
}

const COLUMNS: readonly (keyof StatRow)[] = [
  'number',
  'at',
  'topic',
  'agent',
  'waitMs',
  'promisedLowMs',
  'promisedHighMs',
  'firstResponseMs',
  'handlingMs',
  'firstContact',
  'score',
  'abandoned',
  'conversationId',
];

function toCsv(rows: readonly StatRow[]): string {
  const lines = rows.map((row) =>
    COLUMNS.map((name) => cell(name === 'at' ? new Date(row.at).toISOString() : row[name])).join(','),
  );
  return `\ufeff${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: StatRow[keyof StatRow]): string {
  if (value === undefined) return '';
  // A number is no formula, whatever its sign.
  return typeof value === 'string' ? csvCell(value) : String(value);
}

async function all<T extends 'conversations' | 'traces' | 'ratings'>(
  store: Store,
  table: T,
  from: number,
  to: number,
): Promise<readonly Records[T][]> {
  const rows: Records[T][] = [];
  let cursor: string | undefined;
  do {
    const page: { readonly rows: readonly Records[T][]; readonly cursor?: string | undefined } =
      await store.list({ table, from, to, order: 'oldest', limit: PAGE, cursor });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
