import { hashText } from '../../../shared/detect/hash.ts';
import type { ResetPart, ResetPreview } from '../../../shared/learning/views.ts';
import type { MemoryEntry } from '../../store/records.ts';
import type { RoomLearning } from './state.ts';

const SHOWN = 20;
const DAY_MS = 86_400_000;

/** The lessons that such a reset forgets. */
export function lessonsOf(
  entries: readonly MemoryEntry[],
  parts: readonly ResetPart[],
): readonly MemoryEntry[] {
  return entries.filter((entry) =>
    parts.includes(entry.kind === 'allow_person' || entry.kind === 'allow_text' ? 'allowed' : 'examples'),
  );
}

/** What a reset would forget, with a token that stands for exactly this (live messages aside). */
export function previewReset(
  room: RoomLearning,
  entries: readonly MemoryEntry[],
  parts: readonly ResetPart[],
): ResetPreview {
  const { record, reservoir } = room;
  const gone = lessonsOf(entries, parts);
  const count = (...kinds: readonly MemoryEntry['kind'][]): number =>
    gone.filter((entry) => kinds.includes(entry.kind)).length;
  const isLanguage = parts.includes('language');
  const models = parts.includes('models') ? record.models : [];
  const times = [
    ...gone.map((entry) => entry.at),
    ...models.map((model) => model.at),
    ...(isLanguage
      ? reservoir
          .samples()
          .slice(0, 1)
          .map((sample) => sample.day * DAY_MS)
      : []),
  ];
  const stamp = [
    record.id,
    [...parts].sort().join(),
    gone.map((entry) => entry.id).join(),
    models.map((model) => model.id).join(),
    isLanguage ? (record.modelId ?? '') : '',
    parts.includes('budget') ? JSON.stringify(record.budget) : '',
  ].join('|');
  return {
    roomId: record.id,
    parts: [...parts],
    samples: isLanguage ? reservoir.size() : 0,
    dismissals: count('hype', 'joke', 'wrong'),
    confirmations: count('confirmed'),
    allowedPersons: count('allow_person'),
    allowedTexts: count('allow_text'),
    models: models.length,
    ...(times.length === 0 ? {} : { since: times.reduce((least, at) => Math.min(least, at)) }),
    examples: gone.slice(0, SHOWN).map((entry) => entry.value),
    token: hashText(stamp).toString(16).padStart(8, '0'),
  };
}
