import { emptyLearnt, type LearntRoom } from '../../../shared/detect/learnt.ts';
import type { AlertBudget, Detector } from '../../../shared/detect/types.ts';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import { fault } from '../../../shared/domain/fault.ts';
import { fail, ok, type Result } from '../../../shared/domain/result.ts';
import { type BuiltinCategory, CATEGORIES } from '../../../shared/domain/verdict.ts';
import type { RoomBudget, RoomModel, TrainingReason } from '../../../shared/learning/model.ts';
import { createReservoir } from '../../../shared/learning/reservoir.ts';
import type { LearningView, ResetPart, ResetPreview } from '../../../shared/learning/views.ts';
import type { LearningState } from '../../store/records.ts';
import type { StoreOp } from '../../store/store.ts';
import type { RoomMemories } from '../flags/memory.ts';
import { lessonsOf, previewReset } from './reset.ts';
import { type RoomLearning, SAMPLES } from './state.ts';
import { earlierModel } from './views.ts';

/** A change of the budget; null goes back to the default. */
export interface BudgetChange {
  readonly perThousand?: number | null | undefined;
  readonly categories?: Readonly<Partial<Record<BuiltinCategory, number | null | undefined>>> | undefined;
}

/** What people may change of a room's learning; each is kept with its audit, and in force at once. */
export interface LearningChanges {
  readonly setBudget: (roomId: string, change: BudgetChange, by: Actor) => Promise<Result<LearningView>>;
  readonly forgetExample: (roomId: string, exampleId: string, by: Actor) => Promise<Result<LearningView>>;
  readonly rollback: (
    roomId: string,
    modelId: string | undefined,
    by: Actor,
  ) => Promise<Result<LearningView>>;
  readonly previewReset: (roomId: string, parts: readonly ResetPart[]) => Promise<Result<ResetPreview>>;
  readonly reset: (
    roomId: string,
    parts: readonly ResetPart[],
    token: string,
    by: Actor,
  ) => Promise<Result<LearningView>>;
}

/** What changes need of the rest. */
export interface ChangeDeps {
  readonly clock: Clock;
  readonly memories: RoomMemories;
  readonly known: (roomId: string) => Promise<Result<RoomLearning>>;
  readonly save: (
    room: RoomLearning,
    next: Partial<LearningState>,
    by: Actor,
    what: string,
    more?: { readonly detail?: string; readonly ops?: readonly StoreOp[] },
  ) => Promise<Result<null>>;
  readonly saveStock: (room: RoomLearning) => Promise<void>;
  /** Puts the detector back to the kept model and what is still taught. */
  readonly begunAgain: (roomId: string) => Promise<void>;
  /** Another room of the platform has something to begin from. */
  readonly hasPlatform: (roomId: string) => boolean;
  readonly learntOf: (modelId: string) => Promise<LearntRoom | null>;
  readonly train: (room: RoomLearning, why: TrainingReason, by: Actor) => void;
  readonly detectorOf: (roomId: string) => Detector | undefined;
  readonly budgetOf: (room: RoomLearning) => AlertBudget;
  readonly view: (room: RoomLearning) => Promise<LearningView>;
  readonly changed: (roomId: string) => void;
}

/** After going back to an earlier version nothing is trained by itself for a day. */
const HOLD_MS = 86_400_000;

/** Budget, examples, versions, reset. */
export function changesOf(deps: ChangeDeps): LearningChanges {
  const { clock, memories, known, save, learntOf, train, changed } = deps;
  const forgetLessons = async (roomId: string, ids: readonly string[]): Promise<void> => {
    if (ids.length === 0) return;
    memories.forget(roomId, new Set(ids));
    await deps.begunAgain(roomId);
  };
  return {
    async setBudget(roomId, change, by) {
      const room = await known(roomId);
      if (!room.ok) return room;
      const { budget } = room.value.record;
      const next = merged(budget, change);
      const saved = await save(room.value, { budget: next }, by, 'learning.budget', {
        detail: toldBudget(next),
      });
      if (!saved.ok) return saved;
      deps.detectorOf(roomId)?.change({ budget: deps.budgetOf(room.value) });
      changed(roomId);
      return ok(await deps.view(room.value));
    },
    async forgetExample(roomId, exampleId, by) {
      const room = await known(roomId);
      if (!room.ok) return room;
      const entry = memories.entries(roomId).find((each) => each.id === exampleId);
      if (entry === undefined) return fail(fault('not_found', exampleId));
      const saved = await save(room.value, {}, by, 'learning.forget', {
        detail: `${entry.kind} ${entry.value}`.slice(0, 200),
        ops: [{ op: 'delete', table: 'memory', id: exampleId }],
      });
      if (!saved.ok) return saved;
      await forgetLessons(roomId, [exampleId]);
      // What stands in the model goes with the next one.
      const isInModel = entry.kind !== 'allow_person' && entry.kind !== 'allow_text';
      if (isInModel && room.value.record.modelId !== undefined) train(room.value, 'request', by);
      return ok(await deps.view(room.value));
    },
    async rollback(roomId, modelId, by) {
      const room = await known(roomId);
      if (!room.ok) return room;
      const { record } = room.value;
      const target =
        modelId === undefined ? earlierModel(room.value) : record.models.find((each) => each.id === modelId);
      if (target === undefined || target.id === record.modelId)
        return fail(fault('undo_impossible', 'there is no other version'));
      const learnt = await learntOf(target.id);
      if (learnt === null) return fail(fault('undo_impossible', `${target.id} cannot be read`));
      const now = clock.now();
      const current = record.models.find((each) => each.id === record.modelId);
      const isBack = current !== undefined && target.number < current.number;
      const models = record.models.map((each): RoomModel => {
        if (isBack && each.id === current.id) return { ...each, withdrawnAt: now };
        if (each.id !== target.id) return each;
        const { withdrawnAt: _, ...again } = each;
        return again;
      });
      const saved = await save(
        room.value,
        { models, modelId: target.id, heldUntil: now + HOLD_MS },
        by,
        'learning.rollback',
        { detail: `${record.modelId ?? ''} → ${target.id}` },
      );
      if (!saved.ok) return saved;
      room.value.generation += 1;
      deps.detectorOf(roomId)?.adopt(learnt);
      return ok(await deps.view(room.value));
    },
    async previewReset(roomId, parts) {
      const room = await known(roomId);
      return room.ok ? ok(previewReset(room.value, memories.entries(roomId), parts)) : room;
    },
    async reset(roomId, parts, token, by) {
      const found = await known(roomId);
      if (!found.ok) return found;
      const room = found.value;
      const preview = previewReset(room, memories.entries(roomId), parts);
      if (preview.token !== token) return fail(fault('conflict', 'something was learnt since the preview'));
      const gone = lessonsOf(memories.entries(roomId), parts).map((entry) => entry.id);
      const isLanguage = parts.includes('language');
      const { modelId } = room.record;
      const models = !parts.includes('models')
        ? room.record.models
        : room.record.models.filter((model) => !isLanguage && model.id === modelId);
      const dropped = room.record.models.filter((model) => !models.includes(model));
      const next: LearningState = {
        ...room.record,
        models,
        modelId: isLanguage ? undefined : modelId,
        budget: parts.includes('budget') ? { categories: {} } : room.record.budget,
        heldUntil: undefined,
      };
      const saved = await save(room, next, by, 'learning.reset', {
        detail: parts.join(' '),
        ops: [
          ...gone.map((id): StoreOp => ({ op: 'delete', table: 'memory', id })),
          ...dropped.map((model): StoreOp => ({ op: 'delete', table: 'models', id: model.id })),
        ],
      });
      if (!saved.ok) return saved;
      await forgetLessons(roomId, gone);
      const detector = deps.detectorOf(roomId);
      if (isLanguage) {
        room.generation += 1;
        const { lastOffset, chance } = room.reservoir.state();
        room.reservoir = createReservoir(SAMPLES, { samples: [], offered: 0, lastOffset, chance });
        room.fresh = 0;
        room.isStockDirty = true;
        await deps.saveStock(room);
        detector?.adopt(emptyLearnt(), true);
        if (deps.hasPlatform(roomId)) train(room, 'reset', by);
      } else if (parts.includes('examples') && modelId !== undefined) train(room, 'reset', by);
      if (parts.includes('budget')) detector?.change({ budget: deps.budgetOf(room) });
      changed(roomId);
      return ok(await deps.view(room));
    },
  };
}

function merged(budget: RoomBudget, change: BudgetChange): RoomBudget {
  const whole = change.perThousand === undefined ? budget.perThousand : change.perThousand;
  const categories: Partial<Record<BuiltinCategory, number>> = {};
  for (const category of CATEGORIES) {
    const asked = change.categories?.[category];
    const value = asked === undefined ? budget.categories[category] : asked;
    if (value !== null && value !== undefined) categories[category] = value;
  }
  return { categories, ...(whole === null || whole === undefined ? {} : { perThousand: whole }) };
}

/** `5 ad 0.1`: the whole, then single categories; empty where all is as the hub's default. */
function toldBudget({ perThousand, categories }: RoomBudget): string {
  const own = Object.entries(categories).flat();
  return [...(perThousand === undefined ? [] : [perThousand]), ...own].join(' ');
}
