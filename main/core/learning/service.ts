import { emptyLearnt, type LearntRoom } from '../../../shared/detect/learnt.ts';
import type { AlertBudget, Detector } from '../../../shared/detect/types.ts';
import { type Actor, SYSTEM } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import type { Room } from '../../../shared/domain/room.ts';
import type { Example, ExampleKind, RoomModel } from '../../../shared/learning/model.ts';
import type { LearningView } from '../../../shared/learning/views.ts';
import type { LearningState } from '../../store/records.ts';
import type { Store, StoredEvent, StoreOp } from '../../store/store.ts';
import { allRows } from '../all-rows.ts';
import { auditOf, type Desk } from '../desk.ts';
import type { Log } from '../effects.ts';
import type { RoomMemories } from '../flags/memory.ts';
import { createTurns } from '../turns.ts';
import { changesOf, type LearningChanges } from './changes.ts';
import { watchConfirmations } from './confirmations.ts';
import { unpackModel } from './packing.ts';
import { dueTraining } from './schedule.ts';
import { rateSeries } from './series.ts';
import { blankLearning, hear, loadLearning, type RoomLearning, saveStock } from './state.ts';
import { createTrainer, type Trainer } from './trainer.ts';
import { type OtherRoom, type TrainingDeps, trainInTurn } from './training.ts';
import { budgetOf, exampleOf, learningView } from './views.ts';

/** What rooms have learnt, and how. */
export interface Learning extends LearningChanges {
  /** Loads a room that is about to be connected: what its detector begins with. */
  readonly prepare: (room: Room) => Promise<{ readonly learnt?: LearntRoom; readonly budget: AlertBudget }>;
  /** The room has its detector: what is due is trained at once. */
  readonly watch: (roomId: string) => void;
  /** The room was removed; what it learnt stays in the store. */
  readonly unload: (roomId: string) => Promise<void>;
  /** Stored events, in order. */
  readonly observe: (rows: readonly StoredEvent[]) => void;
  readonly budgetOf: (roomId: string) => AlertBudget;
  readonly list: () => Promise<readonly LearningView[]>;
  readonly view: (roomId: string) => Promise<Result<LearningView>>;
  /** As it is at hand, without reading anything. */
  readonly viewNow: (roomId: string) => LearningView | undefined;
  readonly models: (roomId: string) => Result<readonly RoomModel[]>;
  readonly examples: (
    roomId: string,
    query: {
      readonly kind?: ExampleKind | undefined;
      readonly text?: string | undefined;
      readonly limit: number;
      readonly cursor?: string | undefined;
    },
  ) => Promise<{ readonly rows: readonly Example[]; readonly total: number; readonly cursor?: string }>;
  readonly retrain: (roomId: string, by: Actor) => Promise<Result<LearningView>>;
  /** Every half minute or so: trains what is due, and keeps what was heard. */
  readonly tick: () => Promise<void>;
  readonly onChange: (listener: (roomId: string) => void) => () => void;
  readonly close: () => Promise<void>;
}

/** What learning needs of the rest. */
export interface LearningDeps {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly memories: RoomMemories;
  readonly rooms: () => readonly Room[];
  readonly isConnected: (roomId: string) => boolean;
  readonly detectorOf: (roomId: string) => Detector | undefined;
  readonly defaultPerThousand: () => number;
  readonly maxAgeDays: () => number;
  readonly log: Log;
  readonly trainer?: Trainer | undefined;
}

/** Flags that are looked through for what a room must not learn. */
const TROUBLE = 1_000;
const TEACHES_NOTHING: readonly string[] = ['ad', 'raid'];
const SERIES_MS = 20_000;
const SAVE_EVERY_MS = 600_000;

/** Loads how rooms are set; their messages and models are loaded when they connect. */
export async function createLearning(deps: LearningDeps): Promise<Learning> {
  const { store, desk, clock, memories } = deps;
  const trainer = deps.trainer ?? createTrainer();
  const records = new Map<string, LearningState>();
  for (const row of await allRows(store, { table: 'learning' })) records.set(row.id, row);
  const loaded = new Map<string, RoomLearning>();
  const loading = new Map<string, Promise<RoomLearning>>();
  const listeners = new Set<(roomId: string) => void>();
  const trainings = createTurns();
  const saves = createTurns();
  let savedAt = clock.now();
  let isClosing = false;
  const note = (what: string, error: unknown): void => {
    if (!isClosing) deps.log('error', what, { error: String(error) });
  };

  const changed = (roomId: string): void => {
    for (const listener of listeners) listener(roomId);
  };
  const nameOf = (roomId: string): string | undefined =>
    deps.rooms().find((room) => room.id === roomId)?.name;
  const load = (roomId: string): Promise<RoomLearning> => {
    const held = loaded.get(roomId);
    if (held !== undefined) return Promise.resolve(held);
    const running =
      loading.get(roomId) ??
      loadLearning(store, clock, roomId, records.get(roomId))
        .then((room) => {
          loaded.set(roomId, room);
          return room;
        })
        .finally(() => loading.delete(roomId));
    loading.set(roomId, running);
    return running;
  };
  const known = async (roomId: string): Promise<Result<RoomLearning>> =>
    nameOf(roomId) === undefined ? fail(fault('not_found', `room ${roomId}`)) : ok(await load(roomId));
  const toBudget = (room: RoomLearning): AlertBudget => budgetOf(room, deps.defaultPerThousand());
  const viewOf = (room: RoomLearning): LearningView =>
    learningView({
      room,
      name: nameOf(room.record.id) ?? room.record.id,
      detector: deps.detectorOf(room.record.id),
      entries: memories.entries(room.record.id),
      defaultPerThousand: deps.defaultPerThousand(),
      now: clock.now(),
    });
  const withSeries = async (room: RoomLearning): Promise<LearningView> => {
    const now = clock.now();
    if (now - room.seriesAt >= SERIES_MS) {
      room.seriesAt = now;
      room.series = await rateSeries(store, room.record.id, now, room.alerts);
    }
    return viewOf(room);
  };
  const learntOf = async (modelId: string): Promise<LearntRoom | null> => {
    const row = await store.get('models', modelId);
    return row === null ? null : unpackModel(row);
  };
  const begunAgain = async (roomId: string): Promise<void> => {
    const modelId = loaded.get(roomId)?.record.modelId;
    const learnt = modelId === undefined ? emptyLearnt() : await learntOf(modelId);
    if (learnt !== null) deps.detectorOf(roomId)?.adopt(learnt);
  };
  const save = async (
    room: RoomLearning,
    next: Partial<LearningState>,
    by: Actor,
    what: string,
    more: { readonly detail?: string; readonly ops?: readonly StoreOp[] } = {},
  ): Promise<Result<null>> => {
    const row: LearningState = { ...room.record, ...next, updatedAt: clock.now() };
    const audit = auditOf(clock.now(), by, what, {
      roomId: row.id,
      ...(more.detail === undefined ? {} : { detail: more.detail }),
    });
    const saved = await desk.commit(
      [],
      [audit],
      [{ op: 'put', table: 'learning', row }, ...(more.ops ?? [])],
    );
    if (!saved.ok) return saved;
    room.record = row;
    records.set(row.id, row);
    changed(row.id);
    return saved;
  };
  const othersOf = async (roomId: string): Promise<readonly OtherRoom[]> => {
    const plugin = deps.rooms().find((room) => room.id === roomId)?.plugin;
    const found: OtherRoom[] = [];
    for (const other of deps.rooms()) {
      if (other.id === roomId) continue;
      const room =
        loaded.get(other.id) ?? (await loadLearning(store, clock, other.id, records.get(other.id)));
      found.push({ isSamePlatform: other.plugin === plugin, samples: room.reservoir.samples() });
    }
    return found;
  };
  const training: TrainingDeps = {
    desk,
    clock,
    trainer,
    turns: trainings,
    maxAgeDays: deps.maxAgeDays,
    entries: memories.entries,
    trouble: async (roomId) => {
      const page = await store.list({ table: 'flags', where: { roomId }, order: 'newest', limit: TROUBLE });
      return page.rows
        .filter((flag) => TEACHES_NOTHING.includes(flag.category) && flag.outcome !== 'dismissed')
        .flatMap((flag) => flag.evidence.map((each) => each.text));
    },
    others: othersOf,
    budget: toBudget,
    adopt: (roomId, learnt) => deps.detectorOf(roomId)?.adopt(learnt),
    changed,
  };
  const train = (room: RoomLearning, why: Parameters<typeof trainInTurn>[2], by: Actor): void => {
    void trainInTurn(training, room, why, by)
      .then(() => {
        records.set(room.record.id, room.record);
        return isClosing ? undefined : saves.take(room.record.id, () => saveStock(store, room));
      })
      .catch((error: unknown) => note('training failed', error));
  };
  watchConfirmations({
    store,
    desk,
    clock,
    memories,
    forgot: (roomId) => void begunAgain(roomId).catch((error: unknown) => note('model', error)),
    failed: (error) => note('lessons could not be kept', error),
  });
  memories.onLearn(changed);
  desk.onChange((changes) => {
    for (const change of changes)
      if (change.kind === 'flag') loaded.get(change.flag.roomId)?.alerts.note(change.flag);
  });
  const commands = changesOf({
    clock,
    memories,
    known,
    save,
    saveStock: (room) => saves.take(room.record.id, () => saveStock(store, room)),
    begunAgain,
    hasPlatform,
    learntOf,
    train,
    detectorOf: deps.detectorOf,
    budgetOf: toBudget,
    view: withSeries,
    changed,
  });

  return {
    async prepare(room) {
      const state = await load(room.id);
      const { modelId } = state.record;
      const learnt = modelId === undefined ? null : await learntOf(modelId);
      state.isModelLost = modelId !== undefined && learnt === null;
      if (state.isModelLost)
        deps.log('warn', 'a model does not fit this version; the room is trained anew', { roomId: room.id });
      return { ...(learnt === null ? {} : { learnt }), budget: toBudget(state) };
    },
    watch(roomId) {
      const room = loaded.get(roomId);
      if (room === undefined) return;
      const isNew = room.record.modelId === undefined && room.record.lastTraining === undefined;
      const why = room.isModelLost || (isNew && hasPlatform(roomId)) ? 'first' : dueOf(room);
      room.isModelLost = false;
      if (why !== null) train(room, why, SYSTEM);
      changed(roomId);
    },
    async unload(roomId) {
      const room = loaded.get(roomId);
      if (room !== undefined) await saves.take(roomId, () => saveStock(store, room));
      loaded.delete(roomId);
      changed(roomId);
    },
    observe(rows) {
      for (const row of rows) {
        const room = loaded.get(row.event.roomId);
        if (room !== undefined) hear(room, row);
      }
    },
    budgetOf: (roomId) =>
      toBudget(loaded.get(roomId) ?? { ...blankLearning(roomId, 0), ...recordOf(records.get(roomId)) }),
    async list() {
      return Promise.all(deps.rooms().map(async (room) => withSeries(await load(room.id))));
    },
    async view(roomId) {
      const room = await known(roomId);
      return room.ok ? ok(await withSeries(room.value)) : room;
    },
    viewNow(roomId) {
      const room = loaded.get(roomId);
      return room === undefined || nameOf(roomId) === undefined ? undefined : viewOf(room);
    },
    models(roomId) {
      if (nameOf(roomId) === undefined) return fail(fault('not_found', `room ${roomId}`));
      return ok((loaded.get(roomId)?.record ?? records.get(roomId))?.models ?? []);
    },
    async examples(roomId, { kind, text, limit, cursor }) {
      const wanted = text?.trim().toLowerCase() ?? '';
      const all = memories
        .entries(roomId)
        .filter((entry) => kind === undefined || entry.kind === kind)
        .filter((entry) => wanted === '' || entry.value.toLowerCase().includes(wanted));
      const from = cursor === undefined ? 0 : all.findIndex((entry) => entry.id === cursor) + 1;
      const page = all.slice(from, from + limit);
      const names = new Map<string, string>();
      for (const entry of page) {
        if (entry.kind !== 'allow_person') continue;
        const person = await store.person(entry.value, roomId);
        if (person !== null) names.set(entry.value, person.name);
      }
      const last = page.at(-1);
      return {
        rows: page.map((entry) => exampleOf(entry, (personId) => names.get(personId))),
        total: all.length,
        ...(last === undefined || from + limit >= all.length ? {} : { cursor: last.id }),
      };
    },
    async retrain(roomId, by) {
      const room = await known(roomId);
      if (!room.ok) return room;
      train(room.value, 'request', by);
      return ok(await withSeries(room.value));
    },
    ...commands,
    async tick() {
      const now = clock.now();
      for (const room of loaded.values()) {
        if (!deps.isConnected(room.record.id)) continue;
        const why = room.progress === undefined ? dueOf(room) : null;
        if (why !== null) train(room, why, SYSTEM);
        await withSeries(room);
        changed(room.record.id);
      }
      if (now - savedAt < SAVE_EVERY_MS) return;
      savedAt = now;
      await saveAll();
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      isClosing = true;
      await trainer.close();
      await saveAll();
    },
  };

  /** Whether another room of its platform has learnt something that a new one can begin from. */
  function hasPlatform(roomId: string): boolean {
    const plugin = deps.rooms().find((room) => room.id === roomId)?.plugin;
    return deps
      .rooms()
      .some(
        (room) =>
          room.id !== roomId && room.plugin === plugin && (records.get(room.id)?.models.length ?? 0) > 0,
      );
  }

  function dueOf(room: RoomLearning): ReturnType<typeof dueTraining> {
    const { record } = room;
    const now = clock.now();
    const model = record.models.find((each) => each.id === record.modelId);
    return dueTraining({
      now,
      hour: new Date(now).getHours(),
      lastAt: record.lastTraining?.at,
      lastChatAt: room.lastChatAt,
      heldUntil: record.heldUntil,
      samples: room.reservoir.size(),
      fresh: room.fresh,
      modelSamples: model?.samples,
    });
  }

  async function saveAll(): Promise<void> {
    for (const room of loaded.values())
      await saves
        .take(room.record.id, () => saveStock(store, room))
        .catch((error: unknown) => {
          deps.log('error', 'samples could not be kept', { error: String(error) });
        });
  }
}

function recordOf(record: LearningState | undefined): Partial<Pick<RoomLearning, 'record'>> {
  return record === undefined ? {} : { record };
}
