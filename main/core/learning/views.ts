import { createLimits } from '../../../shared/detect/limits.ts';
import type { AlertBudget, Detector } from '../../../shared/detect/types.ts';
import type { Example } from '../../../shared/learning/model.ts';
import type { LearningView } from '../../../shared/learning/views.ts';
import type { MemoryEntry } from '../../store/records.ts';
import { LEAST_SAMPLES, nextQuietHour } from './schedule.ts';
import { type RoomLearning, SAMPLES } from './state.ts';

/** What the view of a room is made from. */
export interface ViewParts {
  readonly room: RoomLearning;
  readonly name: string;
  readonly detector: Detector | undefined;
  readonly entries: readonly MemoryEntry[];
  readonly defaultPerThousand: number;
  readonly now: number;
}

/** What people see of a room's learning. */
export function learningView(parts: ViewParts): LearningView {
  const { room, name, detector, entries, defaultPerThousand, now } = parts;
  const { record } = room;
  const count = (...kinds: readonly MemoryEntry['kind'][]): number =>
    entries.filter((entry) => kinds.includes(entry.kind)).length;
  const model = record.models.find((each) => each.id === record.modelId);
  const budget = budgetOf(room, defaultPerThousand);
  const { categories, messages, alerts } = detector?.tuning() ?? createLimits(budget, true).tuning();
  const clock = new Date(now);
  const hold = record.heldUntil ?? 0;
  const nextAt = Math.max(
    hold,
    nextQuietHour(now, clock.getHours(), clock.getMinutes(), record.lastTraining?.at),
  );
  return {
    roomId: record.id,
    roomName: name,
    state: (model?.samples ?? 0) < LEAST_SAMPLES ? 'prior' : 'learnt',
    knowledge: detector?.tuning().knowledge ?? 0,
    samples: room.reservoir.size(),
    samplesLimit: SAMPLES,
    offered: room.reservoir.offered(),
    newSamples: room.fresh,
    dismissals: count('hype', 'joke', 'wrong'),
    confirmations: count('confirmed'),
    allowedPersons: count('allow_person'),
    allowedTexts: count('allow_text'),
    ...(room.progress === undefined ? {} : { training: room.progress }),
    ...(record.lastTraining === undefined ? {} : { lastTraining: record.lastTraining }),
    ...(detector === undefined ? {} : { nextAt }),
    ...(model === undefined ? {} : { model }),
    canRollBack: earlierModel(room) !== undefined,
    budget: record.budget,
    defaultPerThousand,
    perThousand: budget.perThousand,
    categories: [...categories],
    recent: { messages, alerts },
    series: [...room.series],
  };
}

/** How many alerts the room asks for. */
export function budgetOf(room: RoomLearning, defaultPerThousand: number): AlertBudget {
  const { budget } = room.record;
  return { perThousand: budget.perThousand ?? defaultPerThousand, categories: budget.categories };
}

/** The newest version before the one in use that nobody went back from. */
export function earlierModel(room: RoomLearning): RoomLearning['record']['models'][number] | undefined {
  const { models, modelId } = room.record;
  const current = models.find((each) => each.id === modelId);
  return models.find(
    (each) =>
      each.withdrawnAt === undefined &&
      each.id !== modelId &&
      (current === undefined || each.number < current.number),
  );
}

/** A lesson as people see it. */
export function exampleOf(entry: MemoryEntry, nameOf: (personId: string) => string | undefined): Example {
  const name = entry.kind === 'allow_person' ? nameOf(entry.value) : undefined;
  return { ...entry, ...(name === undefined ? {} : { name }) };
}
