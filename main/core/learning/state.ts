import { hashText } from '../../../shared/detect/hash.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { textOf } from '../../../shared/domain/event.ts';
import type { TrainingProgress } from '../../../shared/learning/model.ts';
import { createReservoir, plainText, type Reservoir } from '../../../shared/learning/reservoir.ts';
import type { RatePoint } from '../../../shared/learning/views.ts';
import type { LearningState } from '../../store/records.ts';
import type { Store, StoredEvent } from '../../store/store.ts';
import { packStock, unpackStock } from './packing.ts';
import { type AlertCounts, countStored, createAlertCounts } from './series.ts';

/** Messages kept to learn from, a room. */
export const SAMPLES = 50_000;
/** What one person says in a day is taken at most so often: nobody teaches a room alone. */
const PER_PERSON = 200;
const PEOPLE_COUNTED = 20_000;
const DAY_MS = 86_400_000;
const PAGE = 1_000;
/** Of a room that was stored before anything was learnt of it, so many of the newest messages are read. */
const MOST_READ = 10_000;

/** What is at hand of a room's learning. */
export interface RoomLearning {
  record: LearningState;
  reservoir: Reservoir;
  readonly createdAt: number;
  /** Taken since the last training. */
  fresh: number;
  isStockDirty: boolean;
  /** Its version was made beside other shipped weights, or is damaged: it is to be trained at once. */
  isModelLost: boolean;
  lastChatAt: number | undefined;
  progress: TrainingProgress | undefined;
  /** A result for an older number is of a language that was reset in between. */
  generation: number;
  series: readonly RatePoint[];
  seriesAt: number;
  readonly alerts: AlertCounts;
  /** How often each person was heard today. */
  heard: { day: number; readonly counts: Map<string, number> };
}

/** A room of which nothing is kept yet. */
export function blankLearning(roomId: string, now: number): RoomLearning {
  return {
    record: {
      id: roomId,
      createdAt: now,
      updatedAt: now,
      budget: { categories: {} },
      nextNumber: 1,
      models: [],
    },
    reservoir: createReservoir(SAMPLES, { seed: hashText(roomId) }),
    createdAt: now,
    fresh: 0,
    isStockDirty: false,
    isModelLost: false,
    lastChatAt: undefined,
    progress: undefined,
    generation: 0,
    series: [],
    seriesAt: 0,
    alerts: createAlertCounts(),
    heard: { day: 0, counts: new Map() },
  };
}

/** Offers a stored event to the room's reservoir: unflagged chat, and not too much of one person. */
export function hear(room: RoomLearning, { event, offset, verdicts }: StoredEvent): void {
  if (event.kind !== 'chat') return;
  room.lastChatAt = event.receivedAt;
  if (verdicts.some((verdict) => verdict.flag && verdict.shadow !== true)) return;
  const day = Math.floor(event.receivedAt / DAY_MS);
  const { heard } = room;
  if (heard.day !== day || heard.counts.size > PEOPLE_COUNTED) {
    heard.day = day;
    heard.counts.clear();
  }
  const person = event.actor?.id ?? '';
  const count = (heard.counts.get(person) ?? 0) + 1;
  heard.counts.set(person, count);
  if (person !== '' && count > PER_PERSON) return;
  if (!room.reservoir.offer(textOf(event), offset, day)) return;
  room.fresh += 1;
  room.isStockDirty = true;
}

/** Loads what is kept of a room, and hears what was stored since. */
export async function loadLearning(
  store: Store,
  clock: Clock,
  roomId: string,
  record: LearningState | undefined,
): Promise<RoomLearning> {
  const room = blankLearning(roomId, clock.now());
  if (record !== undefined) room.record = record;
  const stock = await store.get('samples', roomId);
  const state = stock === null ? null : await unpackStock(stock);
  if (state !== null) {
    room.reservoir = createReservoir(SAMPLES, state);
    room.fresh = stock?.fresh ?? 0;
  }
  await countStored(store, roomId, clock.now(), room.alerts);
  for (const row of await newestAfter(store, roomId, room.reservoir.lastOffset())) hear(room, row);
  return room;
}

/** Keeps the messages a room learns from, where they changed. */
export async function saveStock(store: Store, room: RoomLearning): Promise<void> {
  if (!room.isStockDirty) return;
  room.isStockDirty = false;
  const row = await packStock(room.record.id, room.createdAt, room.reservoir, room.fresh);
  await store.write([{ op: 'put', table: 'samples', row }]);
}

/** Texts that people confirmed as trouble are nobody's ordinary talk; nor is what is older than is kept. */
export function cleanReservoir(
  room: RoomLearning,
  confirmed: readonly string[],
  now: number,
  maxAgeDays: number,
): void {
  const gone = room.reservoir.forget({
    beforeDay: Math.floor(now / DAY_MS) - maxAgeDays,
    texts: new Set(confirmed.map(plainText)),
  });
  if (gone > 0) room.isStockDirty = true;
}

/** The newest stored chat after a place, oldest first. */
async function newestAfter(store: Store, roomId: string, after: number): Promise<readonly StoredEvent[]> {
  const rows: StoredEvent[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.events({ roomId, kinds: ['chat'], order: 'newest', limit: PAGE, cursor });
    const wanted = page.rows.filter((row) => row.offset > after);
    rows.push(...wanted);
    cursor = wanted.length < page.rows.length ? undefined : page.cursor;
  } while (cursor !== undefined && rows.length < MOST_READ);
  return rows.toReversed();
}
