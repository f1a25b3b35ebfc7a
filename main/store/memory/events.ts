import { readEventCursor, writeEventCursor } from '../cursors.ts';
import { dayFileName, dayOf, isPast } from '../days.ts';
import type { EventFacts } from '../event-facts.ts';
import { factsOf, isRaised } from '../event-facts.ts';
import type { PersonSum } from '../person-sums.ts';
import { addSums, addTotal, summaryOf } from '../person-sums.ts';
import { searchQuery } from '../search-text.ts';
import type { EventPage, EventQuery, PersonSummary, Store, StoredEvent, TimelineBucket } from '../store.ts';
import { fillGrid, gridOf, SLOT_MS } from '../timeline-grid.ts';

interface Kept {
  readonly day: string;
  readonly row: number;
  readonly json: string;
  readonly stored: StoredEvent;
  readonly facts: EventFacts;
  readonly folded: string;
}

/** The raw events, in memory, by day. */
export interface MemoryEvents {
  readonly prepare: (rows: readonly StoredEvent[]) => {
    readonly apply: () => void;
    readonly duplicates: readonly string[];
  };
  readonly query: (query: EventQuery) => EventPage;
  readonly byId: (eventId: string) => StoredEvent | null;
  readonly person: (personId: string, roomId?: string, since?: number) => PersonSummary | null;
  readonly timeline: (
    roomId: string,
    from: number,
    to: number,
    bucketMs: number,
  ) => readonly TimelineBucket[];
  readonly recentIds: (limit: number) => readonly string[];
  readonly nextOffsets: () => Readonly<Record<string, number>>;
  readonly retain: (rule: Parameters<Store['retain']>[0]) => readonly string[];
  readonly files: () => readonly { readonly name: string; readonly bytes: number; readonly events: number }[];
  readonly count: () => number;
}

/** Makes an empty set of days. */
export function memoryEvents(fold: (text: string) => string): MemoryEvents {
  const days = new Map<string, Kept[]>();
  const byId = new Map<string, Kept>();
  const offsets = new Map<string, number>();
  /** Sums of the days that retention removed, by person and room. */
  const removed = new Map<string, Map<string, PersonSum>>();

  const newestFirst = (): readonly Kept[] =>
    [...days.keys()]
      .sort()
      .reverse()
      .flatMap((day) => (days.get(day) ?? []).toReversed());

  return {
    prepare,
    query,
    byId: (id) => copyOf(byId.get(id)),
    person,
    timeline,
    recentIds,
    nextOffsets,
    retain,
    files,
    count,
  };

  function prepare(rows: readonly StoredEvent[]) {
    const duplicates: string[] = [];
    const fresh = new Map<string, Kept>();
    const counts = new Map<string, number>();
    for (const stored of rows) {
      const { eventId, receivedAt } = stored.event;
      if (byId.has(eventId) || fresh.has(eventId)) {
        duplicates.push(eventId);
        continue;
      }
      const day = dayOf(receivedAt);
      const row = (counts.get(day) ?? days.get(day)?.length ?? 0) + 1;
      counts.set(day, row);
      const facts = factsOf(stored.event, stored.verdicts);
      const json = JSON.stringify(stored);
      fresh.set(eventId, { day, row, json, stored: JSON.parse(json), facts, folded: fold(facts.text) });
    }
    return { duplicates, apply: () => addAll(fresh.values()) };
  }

  function addAll(fresh: Iterable<Kept>): void {
    for (const kept of fresh) {
      const { event, offset } = kept.stored;
      const rows = days.get(kept.day);
      if (rows === undefined) days.set(kept.day, [kept]);
      else rows.push(kept);
      byId.set(event.eventId, kept);
      offsets.set(event.roomId, Math.max(offsets.get(event.roomId) ?? 0, offset + 1));
    }
  }

  function query(asked: EventQuery): EventPage {
    const cursor = asked.cursor === undefined ? undefined : readEventCursor(asked.cursor);
    const sign = asked.order === 'oldest' ? 1 : -1;
    const all = asked.order === 'oldest' ? newestFirst().toReversed() : newestFirst();
    const matches = matcherOf(asked, fold);
    const found = all.filter(
      (kept) =>
        (cursor === undefined ||
          sign * (kept.day === cursor.day ? kept.row - cursor.row : kept.day < cursor.day ? -1 : 1) > 0) &&
        matches(kept),
    );
    const page = found.slice(0, Math.min(1000, Math.max(1, Math.trunc(asked.limit))));
    const last = page.at(-1);
    const rows = page.map((kept): StoredEvent => JSON.parse(kept.json));
    return found.length > page.length && last !== undefined
      ? { rows, cursor: writeEventCursor(last) }
      : { rows };
  }

  function person(personId: string, roomId?: string, since?: number): PersonSummary | null {
    let sum: PersonSum | undefined;
    if (since === undefined) {
      for (const [room, old] of removed.get(personId) ?? []) {
        if (roomId === undefined || room === roomId) sum = addSums(sum, old);
      }
    }
    for (const kept of newestFirst().toReversed()) {
      if (kept.facts.personId !== personId || kept.facts.at < (since ?? -Infinity)) continue;
      if (roomId === undefined || kept.stored.event.roomId === roomId) sum = addSums(sum, sumOf(kept.facts));
    }
    return summaryOf(personId, sum);
  }

  function timeline(roomId: string, from: number, to: number, bucketMs: number): readonly TimelineBucket[] {
    const inRoom = newestFirst().filter((kept) => kept.stored.event.roomId === roomId);
    const slots = inRoom.map(({ facts, stored }) => ({
      slot: Math.floor(facts.at / SLOT_MS),
      chat: stored.event.kind === 'chat' ? 1 : 0,
      gifts: facts.isGift ? 1 : 0,
      flagged: facts.isFlagged ? 1 : 0,
      fen: facts.fen,
    }));
    const gaps = inRoom.flatMap(({ stored: { event } }) =>
      event.kind === 'gap' ? [[event.body.fromAt, event.body.toAt] as const] : [],
    );
    return fillGrid(gridOf(from, to, bucketMs), slots, gaps);
  }

  function recentIds(limit: number): readonly string[] {
    return newestFirst()
      .slice(0, limit)
      .map((kept) => kept.stored.event.eventId);
  }

  function nextOffsets(): Readonly<Record<string, number>> {
    return Object.fromEntries(offsets);
  }

  function retain(rule: Parameters<Store['retain']>[0]): readonly string[] {
    const names: string[] = [];
    for (const day of [...days.keys()].sort()) {
      const bytes = files().reduce((sum, file) => sum + file.bytes, 0);
      const isTooMuch = bytes > rule.maxBytes && days.size > 1;
      if (!isPast(day, rule.now, rule.maxAgeDays) && !isTooMuch) break;
      remove(day);
      names.push(dayFileName(day));
    }
    return names;
  }

  function remove(day: string): void {
    for (const { stored, facts } of days.get(day) ?? []) {
      byId.delete(stored.event.eventId);
      if (facts.personId === null) continue;
      const rooms = removed.get(facts.personId) ?? new Map<string, PersonSum>();
      rooms.set(stored.event.roomId, addSums(rooms.get(stored.event.roomId), sumOf(facts)));
      removed.set(facts.personId, rooms);
    }
    days.delete(day);
  }

  function files() {
    return [...days.keys()].sort().map((day) => {
      const rows = days.get(day) ?? [];
      return {
        name: dayFileName(day),
        bytes: rows.reduce((sum, kept) => sum + kept.json.length, 0),
        events: rows.length,
      };
    });
  }

  function count(): number {
    return byId.size;
  }
}

function matcherOf(asked: EventQuery, fold: (text: string) => string): (kept: Kept) => boolean {
  const search = asked.text?.trim() ? searchQuery(asked.text, fold) : undefined;
  return ({ stored: { event, offset, verdicts }, facts, folded }) =>
    (asked.roomId === undefined || event.roomId === asked.roomId) &&
    facts.at >= (asked.from ?? -Infinity) &&
    facts.at < (asked.to ?? Infinity) &&
    (asked.kinds === undefined || asked.kinds.includes(event.kind)) &&
    (asked.personId === undefined || facts.personId === asked.personId) &&
    (asked.category === undefined ||
      verdicts.some(
        (verdict) => verdict.category === asked.category && (!asked.flaggedOnly || isRaised(verdict)),
      )) &&
    (!asked.flaggedOnly || facts.isFlagged) &&
    (asked.afterOffset === undefined || offset > asked.afterOffset) &&
    (search === undefined || search.test(folded));
}

function sumOf(facts: EventFacts): PersonSum {
  return {
    name: facts.name ?? '',
    messages: facts.isMessage ? 1 : 0,
    firstAt: facts.at,
    lastAt: facts.at,
    totals: facts.money === null ? {} : addTotal({}, facts.money),
  };
}

function copyOf(kept: Kept | undefined): StoredEvent | null {
  return kept === undefined ? null : JSON.parse(kept.json);
}
