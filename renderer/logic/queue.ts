import type { Flag, Severity } from '../../shared/domain/flag.ts';

const WEIGHT: Readonly<Record<Severity, number>> = { high: 0, mid: 1, low: 2 };

/** How many flags the queue shows at once; those after them move up as these are done. */
export const QUEUE_SHOWN = 120;

/** Which flags the queue shows. */
export interface QueueFilter {
  /** Absent: every room. */
  readonly roomId?: string | undefined;
  /** A category, `rule` for every rule's, or absent for all. */
  readonly category?: string | undefined;
}

/** Flags that wait for a person: severity first, then the oldest; ties by id so that the order is total. */
export function sortQueue(flags: Iterable<Flag>, filter: QueueFilter): readonly Flag[] {
  return [...flags]
    .filter((flag) => flag.state !== 'resolved' && inRoom(flag, filter) && inCategory(flag, filter.category))
    .sort(
      (a, b) => WEIGHT[a.severity] - WEIGHT[b.severity] || a.firstAt - b.firstAt || (a.id < b.id ? -1 : 1),
    );
}

/** How many unresolved flags each category has, for the chips; rules are one. */
export function countCategories(
  flags: Iterable<Flag>,
  filter: QueueFilter,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const flag of flags) {
    if (flag.state === 'resolved' || !inRoom(flag, filter)) continue;
    const key = chipOf(flag.category);
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
}

/** The chip a category belongs to. */
export function chipOf(category: string): string {
  return category.startsWith('rule:') ? 'rule' : category;
}

/** What is on the screen while the pointer is over a list: the same ids in the same places. */
export interface StillList {
  readonly ids: readonly string[];
  /** How many wait to be shown when the pointer leaves. */
  readonly waiting: number;
}

/** Holds a list still: what was shown stays where it is, even if it is gone; what is new is only counted. */
export function holdStill(shown: readonly string[], fresh: readonly string[]): StillList {
  const known = new Set(shown);
  return { ids: shown, waiting: fresh.filter((id) => !known.has(id)).length };
}

/** The id `step` places on from `current`, kept inside the list; the first where nothing is chosen. */
export function step(ids: readonly string[], current: string | undefined, by: number): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current);
  if (at < 0) return by < 0 ? ids.at(-1) : ids[0];
  return ids[Math.max(0, Math.min(ids.length - 1, at + by))];
}

/** Whom to choose when the chosen one has left the list: its successor, else the last. */
export function successor(
  before: readonly string[],
  after: readonly string[],
  chosen: string,
): string | undefined {
  const left = new Set(after);
  if (left.has(chosen)) return chosen;
  const at = before.indexOf(chosen);
  return before.slice(at + 1).find((id) => left.has(id)) ?? after.at(-1);
}

function inRoom(flag: Flag, filter: QueueFilter): boolean {
  return filter.roomId === undefined || flag.roomId === filter.roomId;
}

function inCategory(flag: Flag, category: string | undefined): boolean {
  return category === undefined || chipOf(flag.category) === category;
}
