import { expect } from 'vitest';
import { SYSTEM } from '../../../shared/domain/actor.ts';
import type { AuditDraft } from '../../../shared/domain/audit.ts';
import type { LiveEvent } from '../../../shared/domain/event.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Verdict } from '../../../shared/domain/verdict.ts';
import { TEST_TIME } from '../../../shared/testing/events.ts';
import type { Committed, EventQuery, Store, StoredEvent } from '../store.ts';

/** A fresh store for each case, and short words for what cases do with it. */
export interface Lab {
  readonly store: () => Store;
  readonly put: (rows: readonly StoredEvent[]) => Promise<Committed>;
  /** Keys of the events a query finds, newest first unless told. */
  readonly ids: (query: Partial<EventQuery>) => Promise<readonly string[]>;
  /** Absent where nothing outlives the process. */
  readonly reopen: (() => Promise<void>) | undefined;
}

export const DAY = 86_400_000;
export const MINUTE = 60_000;

/** A row as the core hands it over. */
export function stored(offset: number, event: LiveEvent, verdicts: readonly Verdict[] = []): StoredEvent {
  return { offset, event, verdicts };
}

/** A verdict of the category's own detector. */
export function verdict(category: Verdict['category'], flagged = true, shadow = false): Verdict {
  return {
    category,
    score: 0.9,
    flag: flagged,
    reasons: [],
    by: `${category}@1`,
    ...(shadow ? { shadow } : {}),
  };
}

/** An audit draft of the system. */
export function draft(what: string, more: Partial<AuditDraft> = {}): AuditDraft {
  return { at: TEST_TIME, actor: SYSTEM, what, ...more };
}

/** An open flag that began some ms after the test's time. */
export function flag(id: string, after = 0, more: Partial<Flag> = {}): Flag {
  const at = TEST_TIME + after;
  return {
    id,
    roomId: 'room',
    category: 'ad',
    severity: 'mid',
    state: 'open',
    person: { id: 'demo:u1', nativeId: 'u1', name: 'u1', actionable: true },
    members: [],
    memberCount: 0,
    bystanders: [],
    count: 1,
    evidence: [],
    reasons: [],
    score: 0.9,
    by: 'ad@1',
    firstAt: at,
    lastAt: at,
    dueAt: at + 1,
    actionIds: [],
    ticketIds: [],
    updatedAt: at,
    version: 1,
    ...more,
  };
}

/** Keys of all pages of a query, in the order they come. */
export async function walk(store: Store, query: EventQuery): Promise<readonly string[]> {
  const keys: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.events({ ...query, cursor });
    expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    keys.push(...keysOf(page.rows));
    cursor = page.cursor;
  } while (cursor !== undefined);
  return keys;
}

/** The native keys of rows. */
export function keysOf(rows: readonly StoredEvent[]): readonly string[] {
  return rows.map((row) => row.event.eventId.split(':').at(-1) ?? '');
}

/** The day's file of a time. */
export function fileName(at: number): string {
  return `events-${new Date(at).toISOString().slice(0, 10)}.sqlite`;
}
