import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '../../main/core/effects.ts';
import { openSqliteStore } from '../../main/store/sqlite-store.ts';
import type { Records, Store } from '../../main/store/store.ts';
import { DEFAULT_SUPPORT, SupportConfigSchema } from '../../shared/support/config.ts';
import type { Recording } from './recorded-day.ts';

const DAY_MS = 86_400_000;
const PAGE = 1_000;

/** A day out of the folder of a hub that does not run: the one from `from`, else the last 24 h in which somebody came. */
export async function readRecording(
  dir: string,
  from: number | undefined,
): Promise<{ readonly recording: Recording; readonly from: number; readonly to: number } | string> {
  if (!existsSync(join(dir, 'decisions.sqlite'))) return `${dir}: no hub has kept its data there`;
  const opened = await openSqliteStore({ dir, clock: systemClock });
  if (!opened.ok) return `${dir}: ${opened.fault.code} ${opened.fault.detail ?? ''}`;
  const store = opened.value;
  try {
    const newest = (await store.list({ table: 'conversations', order: 'newest', limit: 1 })).rows[0];
    if (newest === undefined) return `${dir}: no conversation is kept there`;
    const begin = from ?? newest.createdAt - DAY_MS + 1;
    const span = { from: begin, to: begin + DAY_MS };
    const before = { from: begin - DAY_MS, to: begin + DAY_MS };
    const [conversations, traces, agents, kept] = [
      await all(store, 'conversations', before),
      await all(store, 'traces', before),
      await all(store, 'agents', {}),
      await store.get('settings', 'supportConfig'),
    ];
    const groups = SupportConfigSchema.shape.groups.safeParse(groupsIn(kept?.value));
    const recording = {
      ...{ conversations, traces, agents },
      groups: groups.success ? groups.data : DEFAULT_SUPPORT.groups,
    };
    return { recording, ...span };
  } finally {
    await store.close();
  }
}

function groupsIn(config: unknown): unknown {
  return typeof config === 'object' && config !== null ? Reflect.get(config, 'groups') : undefined;
}

async function all<T extends 'conversations' | 'traces' | 'agents'>(
  store: Store,
  table: T,
  span: { readonly from?: number; readonly to?: number },
): Promise<readonly Records[T][]> {
  const rows: Records[T][] = [];
  let cursor: string | undefined;
  do {
    const page: { readonly rows: readonly Records[T][]; readonly cursor?: string | undefined } =
      await store.list({ table, ...span, order: 'oldest', limit: PAGE, cursor });
    rows.push(...page.rows);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}
