import type { Action, ActionKind } from '../../../shared/domain/action.ts';
import type { Clock } from '../../../shared/domain/effects.ts';
import type { Flag } from '../../../shared/domain/flag.ts';
import type { MemoryEntry } from '../../store/records.ts';
import type { Store, StoreOp } from '../../store/store.ts';
import type { Desk } from '../desk.ts';
import type { RoomMemories } from '../flags/memory.ts';

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
function lessonPrefix(flagId: string): string {
  return `confirmed:${flagId}:`;
}

/** Teaches rooms what flags confirm that are acted on, and takes it back when the action is undone. */
export function watchConfirmations(deps: {
  readonly store: Store;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly memories: RoomMemories;
  /** A lesson was taken back. */
  readonly forgot: (roomId: string) => void;
  readonly failed: (error: unknown) => void;
}): void {
  const { store, desk, clock, memories } = deps;
  const look = (flag: Flag): void => {
    if (flag.state !== 'resolved' || !TEACHES.includes(flag.category)) return;
    const prefix = lessonPrefix(flag.id);
    const held = memories.entries(flag.roomId).filter((entry) => entry.id.startsWith(prefix));
    const taught = lessonsOfFlag(flag, desk.actions, clock.now());
    if ((taught.length === 0) === (held.length === 0)) return;
    if (taught.length > 0) memories.learn(taught);
    else {
      memories.forget(flag.roomId, new Set(held.map((entry) => entry.id)));
      deps.forgot(flag.roomId);
    }
    const ops: StoreOp[] =
      taught.length > 0
        ? taught.map((row) => ({ op: 'put', table: 'memory', row }))
        : held.map((row) => ({ op: 'delete', table: 'memory', id: row.id }));
    store.write(ops).catch(deps.failed);
  };
  desk.onChange((changes) => {
    for (const change of changes) {
      if (change.kind === 'flag') look(change.flag);
      if (change.kind !== 'action' || change.action.flagId === undefined) continue;
      const flag = desk.flags.get(change.action.flagId);
      if (flag !== undefined) look(flag);
    }
  });
}
