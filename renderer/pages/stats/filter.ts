import { localTime } from '../../../shared/support/hours.ts';
import type { StatRow } from '../../../shared/support/views.ts';

/** Which rows stand behind what was clicked. */
export type RowFilter =
  | {
      readonly figure:
        | 'conversations'
        | 'firstResponse'
        | 'handling'
        | 'wait'
        | 'firstContact'
        | 'satisfaction'
        | 'abandoned'
        | 'botSolved'
        | 'estimate'
        | 'estimateError';
    }
  | { readonly figure: 'hour'; readonly day: number; readonly hour: number }
  | { readonly figure: 'stretch'; readonly from: number; readonly to: number; readonly name: string }
  | { readonly figure: 'topic'; readonly topic: string }
  | { readonly figure: 'agent'; readonly agent: string; readonly name: string };

/** The rows a figure was computed from; all of them where nothing was clicked. */
export function rowsBehind(
  rows: readonly StatRow[],
  filter: RowFilter | null,
  timeZone: string,
): readonly StatRow[] {
  if (filter === null) return rows;
  return rows.filter((row) => isBehind(row, filter, timeZone));
}

function isBehind(row: StatRow, filter: RowFilter, timeZone: string): boolean {
  switch (filter.figure) {
    case 'conversations':
      return true;
    case 'firstResponse':
      return row.firstResponseMs !== undefined;
    case 'handling':
      return row.handlingMs !== undefined;
    case 'wait':
      return row.waitMs !== undefined;
    case 'estimate':
    case 'estimateError':
      return row.waitMs !== undefined && row.promisedHighMs !== undefined;
    case 'firstContact':
      return row.firstContact !== undefined;
    case 'satisfaction':
      return row.score !== undefined;
    case 'abandoned':
      return row.abandoned;
    case 'botSolved':
      return row.botSolved !== undefined;
    case 'hour': {
      const local = localTime(row.at, timeZone);
      return local.weekday === filter.day && local.hour === filter.hour;
    }
    case 'stretch':
      return row.at >= filter.from && row.at < filter.to;
    case 'topic':
      return row.topic === filter.topic;
    case 'agent':
      return row.agentId === filter.agent;
  }
}
