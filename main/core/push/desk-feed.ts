import type { DeskChange, DeskFrame, FeedPosition } from '../../../shared/api/views.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { Ring } from './ring.ts';

/** What a desk feed reads from. */
export interface DeskFeedSource {
  readonly epoch: string;
  readonly ring: Ring<DeskChange>;
  /** Everything as it is now; must be taken in the same tick as `position`. */
  readonly snapshot: (position: FeedPosition) => DeskFrame;
  /** Whether this session may see a change. */
  readonly visible: (change: DeskChange) => boolean;
  /** Waits while the line to the page is full. */
  readonly room: () => Promise<void>;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** A flag that only grows is told anew at most this often, ms; everything else at once. */
export const GROWTH_MS = 200;
/** Raids name hundreds of people: the more people growth tells of, the longer until it is told again, ms. */
const MOST_GROWTH_MS = 1_000;
const MS_A_PERSON = 0.1;

/**
 * Flags, actions, tickets, escalations and rooms as they change: a snapshot (or, with a position
 * that is still in the ring, nothing) and then every change, in order. A flag is told whole, so of
 * several states that wait only the newest is sent; a raid that merely grows by another message
 * waits up to {@link GROWTH_MS} (up to a second where raids of thousands grow), and until then the
 * position stays before it, so that a page which comes back is told again. Nothing is ever thinned:
 * a page too slow for the ring gets a new snapshot, which holds the same truth.
 */
export async function* deskFeed(
  source: DeskFeedSource,
  resume: FeedPosition | undefined,
  signal: AbortSignal,
): AsyncGenerator<DeskFrame, void> {
  const { ring, epoch } = source;
  const told = new Map<string, Flag>();
  let held: Held = NONE;
  let growAt = Number.NEGATIVE_INFINITY;
  let read =
    resume !== undefined && resume.epoch === epoch && ring.since(resume.offset) !== null ? resume.offset : -1;
  while (!signal.aborted) {
    const items = read < 0 ? null : ring.since(read);
    if (items === null) {
      read = ring.newest();
      held = NONE;
      told.clear();
      const snapshot = source.snapshot({ epoch, offset: read });
      if (snapshot.kind === 'snapshot') for (const flag of snapshot.flags) remember(told, flag);
      yield snapshot;
      continue;
    }
    const wait = growAt - source.now();
    if (items.length === 0 && (held.changes.length === 0 || wait > 0)) {
      if (held.changes.length === 0) await ring.wait(read, signal);
      else await either(wait, read, source, signal);
      continue;
    }
    const waiting = newestOfEach([...held.changes, ...items.filter(source.visible)]);
    const grown = wait > 0 ? waiting.filter((change) => onlyGrew(change, told)) : [];
    const urgent = grown.length === 0 ? waiting : waiting.filter((change) => !grown.includes(change));
    const since = held.changes.length === 0 ? read : held.since;
    read += items.length;
    held = grown.length === 0 ? NONE : { changes: grown, since };
    if (grown.length === 0) growAt = source.now() + growthMs(waiting);
    if (urgent.length > 0) {
      for (const change of urgent) if (change.kind === 'flag') remember(told, change.flag);
      const offset = held.changes.length === 0 ? read : held.since;
      yield { kind: 'batch', position: { epoch, offset }, changes: urgent };
    }
    await source.room();
  }
}

/** Growth that waits, and the position before the first of it. */
interface Held {
  readonly changes: readonly DeskChange[];
  readonly since: number;
}

const NONE: Held = { changes: [], since: -1 };

/** How long growth waits after these changes were told. */
function growthMs(changes: readonly DeskChange[]): number {
  let people = 0;
  for (const change of changes)
    if (change.kind === 'flag') people += change.flag.members.length + change.flag.bystanders.length;
  return Math.min(MOST_GROWTH_MS, Math.max(GROWTH_MS, people * MS_A_PERSON));
}

const TOLD_MOST = 2_000;
const GROWING: ReadonlySet<string> = new Set<keyof Flag>([
  'person',
  'members',
  'memberCount',
  'bystanders',
  'count',
  'evidence',
  'reasons',
  'score',
  'stake',
  'lastAt',
  'updatedAt',
  'version',
]);

function remember(told: Map<string, Flag>, flag: Flag): void {
  told.delete(flag.id);
  if (flag.state === 'resolved') return;
  told.set(flag.id, flag);
  const oldest = told.size > TOLD_MOST ? told.keys().next().value : undefined;
  if (oldest !== undefined) told.delete(oldest);
}

/** Whether a flag is as it was told, but for what grows by itself. */
function onlyGrew(change: DeskChange, told: ReadonlyMap<string, Flag>): boolean {
  if (change.kind !== 'flag') return false;
  const before: Readonly<Record<string, unknown>> | undefined = told.get(change.flag.id);
  if (before === undefined) return false;
  const now: Readonly<Record<string, unknown>> = change.flag;
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]);
  return [...keys].every((key) => GROWING.has(key) || same(before[key], now[key]));
}

function same(a: unknown, b: unknown): boolean {
  return a === b || (Array.isArray(a) && Array.isArray(b) && a.length === b.length);
}

/** Until `ms` are over or something came after `offset`. */
async function either(
  ms: number,
  offset: number,
  source: DeskFeedSource,
  signal: AbortSignal,
): Promise<void> {
  const done = new AbortController();
  const any = AbortSignal.any([signal, done.signal]);
  await Promise.race([source.sleep(ms, any), source.ring.wait(offset, any)]);
  done.abort();
}

/** Flags, gauges and room views are told whole: only the newest of each in a batch is worth sending. */
function newestOfEach(changes: readonly DeskChange[]): readonly DeskChange[] {
  const last = new Map<string, DeskChange>();
  for (const change of changes) {
    const key = stateKey(change);
    if (key !== null) last.set(key, change);
  }
  return changes.filter((change) => {
    const key = stateKey(change);
    return key === null || last.get(key) === change;
  });
}

function stateKey(change: DeskChange): string | null {
  if (change.kind === 'gauges') return 'gauges';
  if (change.kind === 'room') return `room:${change.room.room.id}`;
  return change.kind === 'flag' ? `flag:${change.flag.id}` : null;
}
