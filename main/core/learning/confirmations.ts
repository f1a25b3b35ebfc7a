import type { Action, ActionKind } from '../../../shared/domain/action.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { MemoryEntry } from '../../store/records.ts';

/** Acting on somebody in one of these ways says that the flag was right. */
const PUNISHES: readonly ActionKind[] = ['warn', 'mute', 'ban', 'delete'];
const TEACHES: readonly string[] = ['abuse', 'ad'];
/** Texts of one flag that are taken. */
const MOST = 10;

/** What a flag that was acted on teaches; nothing where it was not, or where the action failed or was undone. */
export function lessonsOfFlag(flag: Flag, actions: ReadonlyMap<string, Action>, now: number): MemoryEntry[] {
  const { resolvedBy } = flag;
  if (flag.outcome !== 'actioned' || resolvedBy === undefined || resolvedBy.kind !== 'person') return [];
  if (!TEACHES.includes(flag.category)) return [];
  const own = flag.actionIds.flatMap((id) => actions.get(id) ?? []);
  const undone = new Set([...actions.values()].flatMap((action) => action.undoOf ?? []));
  const stands = own.some(
    (action) => PUNISHES.includes(action.kind) && action.state !== 'failed' && !undone.has(action.id),
  );
  if (!stands) return [];
  const texts = [...new Set(flag.evidence.map((each) => each.text).filter((text) => text.trim() !== ''))];
  return texts.slice(0, MOST).map((value, index) => ({
    id: `${lessonPrefix(flag.id)}${index}`,
    roomId: flag.roomId,
    kind: 'confirmed',
    value,
    category: flag.category,
    at: now,
    by: resolvedBy,
  }));
}

/** How the ids of what a flag taught begin. */
export function lessonPrefix(flagId: string): string {
  return `confirmed:${flagId}:`;
}
