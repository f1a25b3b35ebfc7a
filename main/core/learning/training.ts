import type { LearntRoom } from '../../../shared/detect/learnt.ts';
import type { AlertBudget } from '../../../shared/detect/types.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { type Fault, fault } from '../../../shared/domain/fault.ts';
import type { RoomModel, TrainingProgress, TrainingReason } from '../../../shared/learning/model.ts';
import type { Sample } from '../../../shared/learning/reservoir.ts';
import type { LearningState, MemoryEntry } from '../../store/records.ts';
import type { StoreOp } from '../../store/store.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Turns } from '../turns.ts';
import { LEAST_SAMPLES } from './schedule.ts';
import { cleanReservoir, type RoomLearning } from './state.ts';
import type { TrainedRoom, Trainer } from './trainer.ts';

/** Versions of a room's model that are kept. */
export const KEPT_MODELS = 5;
/** A room that has fewer messages of its own borrows from the platform's other rooms. */
const BORROWS_BELOW = 10_000;
/** Taken of each other room, at most. */
const OF_EACH = 5_000;
const MOST_ROOMS = 10;
const MOST_LESSONS = 2_000;

/** A room beside the one that is trained. */
export interface OtherRoom {
  readonly isSamePlatform: boolean;
  readonly samples: readonly Sample[];
}

/** What trainings need of the rest. */
export interface TrainingDeps {
  readonly desk: Desk;
  readonly clock: Clock;
  readonly trainer: Trainer;
  /** One room is trained at a time. */
  readonly turns: Turns;
  readonly maxAgeDays: () => number;
  readonly entries: (roomId: string) => readonly MemoryEntry[];
  /** What was flagged lately and not dismissed: its first messages came before the flag and were heard. */
  readonly trouble: (roomId: string) => Promise<readonly string[]>;
  readonly others: (roomId: string) => Promise<readonly OtherRoom[]>;
  readonly budget: (room: RoomLearning) => AlertBudget;
  readonly adopt: (roomId: string, learnt: LearntRoom) => void;
  readonly changed: (roomId: string) => void;
}

/** Trains a room in its turn; the outcome is kept with the room. Never rejects for what may go wrong. */
export async function trainInTurn(
  deps: TrainingDeps,
  room: RoomLearning,
  why: TrainingReason,
  by: Actor,
): Promise<void> {
  if (room.progress !== undefined) return;
  const { clock, changed } = deps;
  const roomId = room.record.id;
  const progress = (stage: TrainingProgress['stage'], done: number, since: number): void => {
    room.progress = { why, by, since, stage, done: Math.round(done * 100) / 100 };
    changed(roomId);
  };
  progress('waiting', 0, clock.now());
  try {
    await deps.turns.take('training', async () => {
      const since = clock.now();
      const { generation } = room;
      progress('reading', 0.02, since);
      const order = await orderOf(deps, room);
      if (order.borrowedCount + order.count < LEAST_SAMPLES) {
        const few = fault('invalid', `${order.count} messages to learn from; ${LEAST_SAMPLES} are needed`);
        await settle(deps, room, { why, by, since, fault: few });
        return;
      }
      const trained = await deps.trainer.train(order.order, (stage, done) => progress(stage, done, since));
      if (room.generation !== generation) return;
      if (!trained.ok) {
        await settle(deps, room, { why, by, since, fault: trained.fault });
        return;
      }
      progress('saving', 0.97, since);
      await settle(deps, room, { why, by, since, trained: trained.value, order });
      deps.adopt(roomId, trained.value.learnt);
    });
  } finally {
    room.progress = undefined;
    changed(roomId);
  }
}

interface Gathered {
  readonly order: Parameters<Trainer['train']>[0];
  readonly count: number;
  readonly borrowedCount: number;
}

async function orderOf(deps: TrainingDeps, room: RoomLearning): Promise<Gathered> {
  const roomId = room.record.id;
  const entries = deps.entries(roomId);
  const textsOf = (...kinds: readonly MemoryEntry['kind'][]): string[] =>
    entries.filter((entry) => kinds.includes(entry.kind)).map((entry) => entry.value);
  const confirmed = entries.filter((entry) => entry.kind === 'confirmed');
  const trouble = [...confirmed.map((entry) => entry.value), ...(await deps.trouble(roomId))];
  cleanReservoir(room, trouble, deps.clock.now(), deps.maxAgeDays());
  const samples = room.reservoir.samples();
  const others = (await deps.others(roomId)).slice(0, MOST_ROOMS);
  const wanted = Math.max(0, BORROWS_BELOW - samples.length);
  const near = others.filter((other) => other.isSamePlatform);
  const borrowed = near
    .flatMap((other) => spread(other.samples, Math.ceil(wanted / Math.max(1, near.length))))
    .slice(0, wanted);
  return {
    count: samples.length,
    borrowedCount: borrowed.length,
    order: {
      roomId,
      samples: joined(samples),
      borrowed: joined(borrowed),
      others: others.map((other) => joined(spread(other.samples, OF_EACH))),
      dismissed: textsOf('hype', 'joke', 'wrong').slice(0, MOST_LESSONS),
      confirmed: confirmed
        .filter((entry) => entry.category === 'abuse')
        .map((entry) => entry.value)
        .slice(0, MOST_LESSONS),
      budget: deps.budget(room),
    },
  };
}

interface Outcome {
  readonly why: TrainingReason;
  readonly by: Actor;
  readonly since: number;
  readonly fault?: Fault;
  readonly trained?: TrainedRoom;
  readonly order?: Gathered;
}

async function settle(deps: TrainingDeps, room: RoomLearning, outcome: Outcome): Promise<void> {
  const { why, by, since, trained, order } = outcome;
  const now = deps.clock.now();
  const { record } = room;
  const ended = { why, by, at: now, durationMs: now - since };
  const roomId = record.id;
  if (trained === undefined || order === undefined) {
    const failed: LearningState = {
      ...record,
      updatedAt: now,
      lastTraining: { ...ended, ...(outcome.fault === undefined ? {} : { fault: outcome.fault }) },
    };
    await keep(deps, room, failed, [], by, 'learning.failed', outcome.fault?.detail ?? why);
    return;
  }
  const id = `${roomId}/${record.nextNumber}`;
  const model: RoomModel = {
    id,
    roomId,
    number: record.nextNumber,
    at: now,
    why,
    by,
    samples: order.count,
    borrowed: order.borrowedCount,
    dismissals: order.order.dismissed.length,
    confirmations: order.order.confirmed.length,
    durationMs: now - since,
    bytes: Math.floor((trained.packed.length * 3) / 4),
    check: trained.check,
  };
  const models = [model, ...record.models];
  const kept = models.slice(0, KEPT_MODELS);
  const { heldUntil: _, ...rest } = record;
  const next: LearningState = {
    ...rest,
    updatedAt: now,
    nextNumber: record.nextNumber + 1,
    modelId: id,
    models: kept,
    lastTraining: { ...ended, modelId: id },
  };
  const ops: StoreOp[] = [
    { op: 'put', table: 'models', row: { id, roomId, at: now, packed: trained.packed } },
    ...models.slice(KEPT_MODELS).map((old): StoreOp => ({ op: 'delete', table: 'models', id: old.id })),
  ];
  room.fresh = 0;
  room.isStockDirty = true;
  await keep(deps, room, next, ops, by, 'learning.train', `${why} ${order.count}`);
}

/** Keeps the room's record with its audit; on a broken store the record stays as it was. */
async function keep(
  deps: TrainingDeps,
  room: RoomLearning,
  next: LearningState,
  ops: readonly StoreOp[],
  by: Actor,
  what: string,
  detail: string,
): Promise<void> {
  const saved = await deps.desk.commit(
    [],
    [auditOf(deps.clock.now(), by, what, { roomId: next.id, subject: next.modelId ?? next.id, detail })],
    [...ops, { op: 'put', table: 'learning', row: next }],
  );
  if (saved.ok) {
    room.record = next;
    return;
  }
  const { why, at, durationMs } = next.lastTraining ?? {
    why: 'request',
    at: deps.clock.now(),
    durationMs: 0,
  };
  room.record = { ...room.record, lastTraining: { why, by, at, durationMs, fault: saved.fault } };
}

function joined(samples: readonly Sample[]): string {
  return samples.map((sample) => sample.text).join('\n');
}

/** So many of the items at most, evenly over all of them. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  if (items.length <= most) return items;
  const step = items.length / most;
  return Array.from({ length: most }, (_, index) => items[Math.floor(index * step)]).filter(
    (item): item is T => item !== undefined,
  );
}
